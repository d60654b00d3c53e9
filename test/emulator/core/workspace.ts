import type { World } from './session.ts';
import type { Slack } from './types.ts';

/** What happens to the workspace itself, and to the app in it. `goodbye` tells its connections to disconnect. */
export const workspaceOf = (world: World, goodbye: () => void): Pick<Slack, 'renameTeam' | 'uninstall'> => ({
  renameTeam({ name, domain }) {
    const { team } = world.state;
    Object.assign(team, name !== undefined && { name }, domain !== undefined && { domain });
    world.changed();
    if (name !== undefined) emit(world, { type: 'team_rename', name });
    if (domain !== undefined) emit(world, { type: 'team_domain_change', domain, url: `https://${domain}.slack.com` });
  },
  uninstall() {
    const { bot } = world.state;
    world.state.uninstalled = true;
    for (const channel of Object.values(world.state.channels))
      if (channel.kind !== 'im') channel.members = channel.members.filter((id) => id !== bot.id);
    world.changed();
    emit(world, { type: 'app_uninstalled' });
    emit(world, { type: 'tokens_revoked', tokens: { oauth: [], bot: [bot.id] } });
    goodbye();
  },
});

const emit = (world: World, event: { type: string } & Record<string, unknown>) =>
  world.emit({ event: { ...event, event_ts: world.nextTs() } });
