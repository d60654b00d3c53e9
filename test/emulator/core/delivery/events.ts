import { grantedScopes } from '../api/method.ts';
import { type AppEvent, refuse, type World } from '../session.ts';
import { asJson } from '../state.ts';
import type { Ack } from './deliver.ts';
import type { Parcel } from './transport.ts';

/** Scopes without which Slack doesn't deliver an event (docs.slack.dev/reference/events); any of them will do. */
const SCOPES: Record<string, readonly string[]> = {
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  team_join: ['users:read'],
  user_change: ['users:read'],
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_shared: ['channels:read', 'groups:read'],
  subteam_members_changed: ['usergroups:read'],
};

const REASONS = { acked: '', 'too late': 'http_timeout', 'not delivered': 'connection_failed', failed: 'http_error' };

const KINDS: Record<string, string> = { channel: 'channels', group: 'groups' };

type Sending = { send(parcel: Parcel): Promise<Ack>; retriesMs: readonly number[] };

/** Delivers subscribed events; one that isn't acknowledged comes again with the same event_id. */
export function makeEmit(world: World, { send, retriesMs }: Sending): World['emit'] {
  const subscribed = deliverable(world);

  async function attempt(payload: Parcel['payload'], attempts: number, reason = '') {
    const retry = attempts > 0 && { retry: { attempt: attempts, reason } };
    const ack = await send({ type: 'events_api', payload, acceptsBody: false, ...retry });
    const pause = retriesMs[attempts];
    if (ack.outcome === 'acked' || ack.noRetry || pause === undefined) return;
    world.later(pause, () => void attempt(payload, attempts + 1, REASONS[ack.outcome]));
  }

  return (event) => {
    if (subscribed.has(nameOf(event))) void attempt(callback(world, event), 0);
  };
}

const nameOf = ({ event, kind }: AppEvent) =>
  event.type === 'message' && kind ? `message.${KINDS[kind] ?? kind}` : event.type;

/** What the manifest subscribes to and its scopes allow; the rest is noted as refused. */
function deliverable(world: World): Set<string> {
  const granted = grantedScopes(world);
  const names = world.manifest.settings?.event_subscriptions?.bot_events ?? [];
  const allowed = (name: string) => (SCOPES[name] ?? []).some((scope) => granted.includes(scope)) || !SCOPES[name];
  for (const name of names.filter((each) => !allowed(each)))
    refuse(world, `event ${name}`, 'missing_scope', [`needs ${SCOPES[name]?.join(' or ')}`]);
  return new Set(names.filter(allowed));
}

function callback(world: World, { event }: AppEvent): Parcel['payload'] {
  const { team, bot, channels } = world.state;
  const external = typeof event.channel === 'string' && (channels[event.channel]?.sharedWith.length ?? 0) > 0;
  return {
    token: 'emulator',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event: asJson(event),
    type: 'event_callback',
    event_id: world.nextId('Ev'),
    event_time: Math.floor(world.now().getTime() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.id, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: external,
    event_context: world.nextId('4-'),
  };
}
