import { channelsOf } from './channels.ts';
import { ACK_MS, deliver } from './delivery/deliver.ts';
import { makeEmit } from './delivery/events.ts';
import { overHttp } from './delivery/http.ts';
import { makeSockets } from './delivery/sockets.ts';
import type { Parcel, Transport } from './delivery/transport.ts';
import { makeFaults } from './faults.ts';
import { peopleOf } from './people.ts';
import { listen } from './server.ts';
import { makeListening, makeWorld } from './session.ts';
import { dumped, restoreOrSeed } from './state.ts';
import type { EmulatorOptions, Slack } from './types.ts';
import { untilIdle } from './visitor/desk.ts';
import { visit } from './visitor.ts';

export { readable } from './readable.ts';
export type * from './types.ts';
export { mistakesInMessage, mistakesInView } from './validate.ts';

const SIGNING_SECRET = 'emulator-signing-secret';
const IDLE_AT_MOST_MS = 10_000;
const SLACK_RETRIES_MS = [0, 60_000, 300_000];

/** A Slack of one workspace with one app installed, as `manifest` describes it. */
export async function startEmulator(options: EmulatorOptions): Promise<Slack> {
  const { manifest, clock, seed } = options;
  const appName = manifest.features?.bot_user?.display_name ?? manifest.display_information.name;
  const listening = makeListening();
  const world = makeWorld(restoreOrSeed(seed, appName, clock.now()), { manifest, clock }, listening);
  const { team, bot } = world.state;
  const faults = makeFaults(world.changed);
  const sockets = makeSockets(bot.appId, world.changed);
  const timers = new Set<NodeJS.Timeout>();
  const busy: (() => boolean)[] = [];
  let transport: Transport = sockets;
  let overSockets = true;

  const send = (parcel: Parcel) => deliver(world, transport, parcel);
  const idle = () => untilIdle(world, busy, IDLE_AT_MOST_MS);
  world.later = (ms, work) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  world.emit = makeEmit(world, { send, retriesMs: options.eventRetriesMs ?? SLACK_RETRIES_MS });
  const server = await listen({ world, faults, sockets, routes: options.routes }, options.port ?? 0);
  world.socketUrl = () => `${world.url.replace('http', 'ws')}${sockets.ticket()}`;

  return {
    url: world.url,
    apiUrl: `${world.url}/api/`,
    manifest,
    team,
    teamId: team.id,
    appId: bot.appId,
    appName,
    botToken: world.tokens.bot,
    appToken: world.tokens.app,
    signingSecret: SIGNING_SECRET,
    botUserId: bot.id,
    settings: () => ({
      SLACK_API_URL: `${world.url}/api/`,
      SLACK_BOT_TOKEN: world.tokens.bot,
      ...(overSockets ? { SLACK_APP_TOKEN: world.tokens.app } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    }),
    deliverOverHttp(url) {
      overSockets = false;
      transport = overHttp(`${url.replace(/\/$/, '')}/slack/events`, SIGNING_SECRET, ACK_MS);
    },
    as: (userId) => visit({ world, userId, send, idle }),
    people: peopleOf(world),
    channels: channelsOf(world),
    calls: world.calls,
    refusals: world.refusals,
    envelopes: world.envelopes,
    faults: { add: faults.add, clear: faults.clear, active: faults.active },
    refreshSockets: sockets.refresh,
    dropSockets: sockets.drop,
    connections: sockets.count,
    onChange: listening.onChange,
    waitFor: (isBusy) => void busy.push(isBusy),
    idle,
    dump: () => dumped(world.state),
    async close() {
      world.emit = () => {};
      for (const timer of timers) clearTimeout(timer);
      await sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
