import { channelsOf } from './channels.ts';
import { ACK_MS } from './delivery/deliver.ts';
import { makeEmit } from './delivery/events.ts';
import { overHttp, type RequestUrl } from './delivery/http.ts';
import { makeSend } from './delivery/send.ts';
import { makeSockets } from './delivery/sockets.ts';
import type { Transport } from './delivery/transport.ts';
import { noteDm } from './direct-messages.ts';
import { makeFaults } from './faults.ts';
import { groupsOf } from './groups.ts';
import { makeListening } from './listening.ts';
import { checkManifest } from './manifest.ts';
import { peopleOf } from './people-changes.ts';
import { makeLimits } from './rates.ts';
import { listen } from './server.ts';
import { makeWorld } from './session.ts';
import { dumped, restoreOrSeed } from './state.ts';
import { makeTimers } from './timers.ts';
import type { EmulatorOptions, Envelope, Slack } from './types.ts';
import { makeIdle } from './visitor/desk.ts';
import { visit } from './visitor.ts';
import { workspaceOf } from './workspace.ts';

export { SLACK_RATES } from './rates.ts';
export { readable } from './readable.ts';
export type * from './types.ts';
export { mistakesInMessage, mistakesInView } from './validate.ts';

const SIGNING_SECRET = 'emulator-signing-secret';
const IDLE_AT_MOST_MS = 10_000;
const SLACK_RETRIES_MS = [0, 60_000, 300_000];
const HOUR_MS = 3_600_000;

/** A Slack of one workspace with one app installed, as `manifest` describes it; throws where Slack would refuse that. */
export async function startEmulator(options: EmulatorOptions): Promise<Slack> {
  checkManifest(options.manifest);
  const parts = partsOf(options);
  const { world, sockets } = parts;
  const way: Way = { transport: sockets, secret: { SLACK_APP_TOKEN: world.tokens.app } };
  const send = makeSend(world, parts.faults, () => way.transport);
  world.emit = makeEmit(world, { send, retriesMs: options.eventRetriesMs ?? SLACK_RETRIES_MS });
  const server = await listen({ ...parts, routes: options.routes }, options.port ?? 0);
  world.socketUrl = () => `${world.url.replace('http', 'ws')}${sockets.ticket()}`;

  async function close() {
    world.emit = () => {};
    parts.timers.stop();
    await sockets.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  async function redeliver({ type, payload, retry }: Envelope) {
    const again = { attempt: retry + 1, reason: 'http_timeout' };
    const { outcome } = await send({ type, payload, acceptsBody: type !== 'events_api', retry: again });
    return outcome;
  }

  return {
    ...identity(parts),
    ...transports(parts, way),
    ...company(parts, send),
    ...journals(parts),
    redeliver,
    close,
  };
}

type Parts = ReturnType<typeof partsOf>;

/** How payloads reach the app now, and the setting that the app needs for it. */
type Way = { transport: Transport | RequestUrl; secret: Record<string, string> };

function partsOf({ manifest, withoutScopes = [], clock, seed, socketsLastMs = HOUR_MS }: EmulatorOptions) {
  const appName = manifest.features?.bot_user?.display_name ?? manifest.display_information.name;
  const { changed, onChange } = makeListening();
  const timers = makeTimers();
  const state = restoreOrSeed(seed, appName, clock.now());
  const world = makeWorld(state, { manifest, withoutScopes, clock, changed, later: timers.later });
  for (const channel of Object.values(state.channels)) noteDm(world, channel);
  const on = manifest.settings?.socket_mode_enabled !== false;
  const sockets = makeSockets({ appId: state.bot.appId, changed }, { on, lastsMs: socketsLastMs });
  return { world, timers, onChange, faults: makeFaults(changed), limits: makeLimits(world), sockets };
}

function identity({ world }: Parts) {
  const { team, bot } = world.state;
  return {
    url: world.url,
    apiUrl: `${world.url}/api/`,
    manifest: world.manifest,
    team,
    teamId: team.id,
    appId: bot.appId,
    appName: bot.name,
    botToken: world.tokens.bot,
    appToken: world.tokens.app,
    signingSecret: SIGNING_SECRET,
    oauth: {
      authorizeUrl: `${world.url}/oauth/v2/authorize`,
      clientId: world.client.id,
      clientSecret: world.client.secret,
    },
    botUserId: bot.id,
  };
}

const transports = ({ world, sockets }: Parts, way: Way) => ({
  settings: () => ({ SLACK_API_URL: `${world.url}/api/`, SLACK_BOT_TOKEN: world.tokens.bot, ...way.secret }),
  deliverOverHttp(url: string) {
    way.transport = overHttp(`${url.replace(/\/$/, '')}/slack/events`, SIGNING_SECRET, ACK_MS);
    way.secret = { SLACK_SIGNING_SECRET: SIGNING_SECRET };
  },
  verifyUrl: async () => 'verify' in way.transport && way.transport.verify(),
  refreshSockets: sockets.refresh,
  dropSockets: sockets.drop,
  halfOpenSockets: sockets.freeze,
  connections: sockets.count,
});

function company({ world, sockets }: Parts, send: Parameters<typeof visit>[0]['send']) {
  const busy: (() => boolean)[] = [];
  const idle = makeIdle(world, busy, IDLE_AT_MOST_MS);
  return {
    as: (userId: string) => visit({ world, userId, send, idle }),
    people: peopleOf(world),
    groups: groupsOf(world),
    channels: channelsOf(world),
    ...workspaceOf(world, () => void idle().then(() => sockets.refresh({ reason: 'link_disabled' }))),
    waitFor: (isBusy: () => boolean) => void busy.push(isBusy),
    idle,
  };
}

const journals = ({ world, faults, limits, onChange }: Parts) => ({
  calls: world.calls,
  refusals: world.refusals,
  envelopes: world.envelopes,
  faults: { ...faults, limit: limits.limit, limits: limits.limits },
  onChange,
  dump: () => dumped(world.state),
});
