import { grantedScopes } from '../api/method.ts';
import { type AppEvent, refuse, type World } from '../session.ts';
import { asJson } from '../state.ts';
import type { Ack } from './deliver.ts';
import { mentionIn } from './mention.ts';
import { SUBSCRIPTIONS } from './subscriptions.ts';
import type { Parcel } from './transport.ts';

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
    world.later(pause, () => void attempt(payload, attempts + 1, ack.reason));
  }

  return (event) => {
    if (world.state.uninstalled && !FAREWELLS.has(event.event.type)) return;
    for (const each of [event, ...mentionIn(world, event)])
      if (subscribed.has(nameOf(each)) && mayHear(world, each)) void attempt(callback(world, each), 0);
  };
}

/** What an app still hears when it has been removed. */
const FAREWELLS = new Set(['app_uninstalled', 'tokens_revoked']);

const nameOf = ({ event, kind }: AppEvent) =>
  event.type === 'message' && kind ? `message.${KINDS[kind] ?? kind}` : event.type;

/** What the manifest subscribes to, without what needs an optional scope that wasn't granted: that is noted as refused. */
function deliverable(world: World): Set<string> {
  const granted = grantedScopes(world);
  const subscribed = new Set(world.manifest.settings?.event_subscriptions?.bot_events);
  for (const name of subscribed) {
    const scopes = SUBSCRIPTIONS.get(name)?.scopes ?? [];
    if (scopes.length === 0 || scopes.some((scope) => granted.includes(scope))) continue;
    refuse(world, `event ${name}`, 'missing_scope', [`needs ${scopes.join(' or ')}`]);
    subscribed.delete(name);
  }
  return subscribed;
}

/** Where public and private channels share an event, an app hears of those it has the scope for. */
function mayHear(world: World, { event }: AppEvent): boolean {
  const scopes = SUBSCRIPTIONS.get(event.type)?.scopes ?? [];
  const channel = channelOf(world, event);
  const needed = channel?.kind === 'private' ? 'groups:read' : 'channels:read';
  return scopes.length < 2 || !channel || !scopes.includes(needed) || grantedScopes(world).includes(needed);
}

/** The conversation an event is about, wherever in it that stands. */
function channelOf({ state }: World, { channel, channel_id, new_channel_id, item }: AppEvent['event']) {
  const places = [channel, channel_id, new_channel_id, part(channel, 'id'), part(item, 'channel')];
  const id = places.find((each) => typeof each === 'string');
  return id === undefined ? undefined : state.channels[id];
}

const part = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;

/** docs.slack.dev/apis/events-api, "Callback field overview" */
function callback(world: World, { event }: AppEvent): Parcel['payload'] {
  const { team, bot } = world.state;
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
    is_ext_shared_channel: (channelOf(world, event)?.sharedWith.length ?? 0) > 0,
    event_context: world.nextId('4-'),
  };
}
