import type { Config } from '../../src/config.ts';
import { systemIds } from '../../src/ids.ts';
import { type Running, start, type World } from '../../src/start.ts';
import { type SeedPerson, type Slack, startEmulator } from '../emulator/core/index.ts';
import { freePort } from './free-port.ts';
import { manifest } from './house.ts';
import { noLog } from './no-log.ts';
import { villageOf } from './village.ts';

let slacks = 0;

/** A Slack with nobody's app running in it yet. */
export const anEmptySlack = (people: SeedPerson[], clock: { now(): Date }): Promise<Slack> =>
  startEmulator({ manifest, clock, seed: villageOf(people, `T0START${process.pid}${slacks++}`) });

/** The settings that connect the product to this Slack. Over HTTP, Slack is told where to deliver. */
export async function settingsFor(slack: Slack, transport: 'socket' | 'http' = 'socket'): Promise<Config> {
  const shared = {
    botToken: slack.botToken,
    slackApiUrl: slack.apiUrl,
    dataDir: 'unused',
    logLevel: 'silent',
  } as const;
  if (transport === 'socket') return { ...shared, transport: { kind: 'socket', appToken: slack.appToken } };
  const port = await freePort();
  slack.deliverOverHttp(`http://127.0.0.1:${port}`);
  return { ...shared, transport: { kind: 'http', signingSecret: slack.signingSecret, port } };
}

/** The product, started as main.ts does. */
export const startIn = (
  config: Config,
  world: Pick<World, 'clock' | 'database' | 'onFatal' | 'sender'>,
): Promise<Running> => start(config, { ids: systemIds, log: noLog, ...world });
