import bolt from '@slack/bolt';
import { createApp } from '../../../src/app.ts';
import type { House } from '../../../src/boundary.ts';
import { systemClock } from '../../../src/clock.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { createOutbox } from '../../../src/delivery/rows.ts';
import type { Deps } from '../../../src/deps.ts';
import { dispatchOf } from '../../../src/dispatch.ts';
import { features } from '../../../src/features/index.ts';
import { systemIds } from '../../../src/ids.ts';
import { createLog } from '../../../src/log.ts';
import { createMeters } from '../../../src/meters.ts';
import { bulkClient, interactiveClient } from '../../../src/slack/clients.ts';
import { httpReceiver, socketReceiver } from '../../../src/slack/receivers.ts';
import { start } from '../../../src/start.ts';
import { type Ask, CLICKED, COMMAND, helpMessage, type Told } from './asked.ts';

/**
 * One of the apps that are compared, as a process of its own: its settings come from the environment, how it is built
 * from its arguments. It says when it listens, and, when asked, how much CPU time it has used.
 */
const [kind, ask] = process.argv.slice(2) as [Kind, Ask];
const config = readConfig(process.env);

const builds = {
  /** What Slack's own guide begins with. */
  bare: () => bare(1),
  /** The same with as many listeners as an app of this size would have. */
  forty: () => bare(40),
  /** All of the product but its database: what every request begins with is answered at once. */
  product: () => productWithoutDatabase(config),
  /** The product as it is. */
  whole: () => start(config, { clock: systemClock, ids: systemIds }),
};
export type Kind = keyof typeof builds;

await builds[kind]();
process.on('message', () => tell({ cpuUs: Object.values(process.cpuUsage()).reduce((sum, us) => sum + us) }));
tell('listening');

function tell(what: Told) {
  process.send?.(what);
}

async function bare(listeners: number) {
  const { transport, botToken: token, slackApiUrl = '' } = config;
  const clientOptions = { slackApiUrl };
  const app =
    transport.kind === 'http'
      ? new bolt.App({ token, signingSecret: transport.signingSecret, clientOptions })
      : new bolt.App({ token, appToken: transport.appToken, socketMode: true, clientOptions });
  const message = await helpMessage();
  for (let other = 1; other < listeners; other += 1) app.command(`/other${other}`, ({ ack }) => ack());
  if (ask === 'click') app.action(CLICKED, ({ ack }) => ack());
  else
    app.command(COMMAND, async ({ ack, respond }) => {
      await ack();
      await respond({ response_type: 'ephemeral', ...message });
    });
  await app.start(transport.kind === 'http' ? transport.port : 0);
}

async function productWithoutDatabase({ transport, botToken, slackApiUrl }: Config) {
  const log = createLog(config.logLevel);
  const receiver =
    transport.kind === 'http'
      ? httpReceiver({ ...transport, log })
      : socketReceiver({ ...transport, log, clock: systemClock, onFatal: stop, ...(slackApiUrl && { slackApiUrl }) });
  const slack = interactiveClient(botToken, slackApiUrl);
  const bulk = bulkClient(botToken, slackApiUrl);
  const { user_id: botUserId = '', team_id: teamId = '' } = await slack.auth.test();
  const known = {
    ...({ name: 'Sanne de Vries', lang: 'en', zone: 'Europe/Amsterdam', member: true, admin: false } as const),
    ...{ firstSeenAt: systemClock.now(), week: '12345', country: null, joinedOn: null, nudgeDay: null },
  };
  const deps: Deps = {
    db: { run: () => Promise.reject(new Error('there is no database here')) },
    ...{ slack, bulk, outbox: createOutbox(), clock: systemClock, ids: systemIds, log, features },
    workspace: {
      ...{ id: 'a workspace', teamId, botUserId, installedBy: null, leaders: [] },
      ...({ lang: 'en', zone: 'Europe/Amsterdam', country: 'NL' } as const),
      awayEmoji: [],
    },
  };
  const house: House = {
    ...{ dispatch: dispatchOf(features), log, ids: systemIds },
    forTeam: async () => deps,
    entry: async (_teamId, userId) => ({ deps, known: { ...known, userId } }),
    slackOf: () => slack,
  };
  createApp({ house, receiver, botToken, botUserId, slackApiUrl, clock: systemClock, meters: createMeters() });
  await receiver.start();
}

function stop(sentence: string): never {
  throw new Error(sentence);
}
