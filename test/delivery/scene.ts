import { setTimeout as realTime } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import { countOutbox, lawHolds } from '../../src/delivery/counts.ts';
import { createMark, type Mark } from '../../src/delivery/mark.ts';
import type { SenderOptions } from '../../src/delivery/options.ts';
import type { Kind, Message, Outbox, Put } from '../../src/delivery/outbox.ts';
import { createOutbox } from '../../src/delivery/rows.ts';
import { type Sender, startSender } from '../../src/delivery/sender.ts';
import type { Deps } from '../../src/deps.ts';
import { systemIds } from '../../src/ids.ts';
import { section } from '../../src/slack/blocks.ts';
import { bulkClient, interactiveClient, interactiveOptions } from '../../src/slack/clients.ts';
import { escape } from '../../src/slack/escape.ts';
import { plus } from '../../src/time.ts';
import { startEmulator, type VisibleMessage } from '../emulator/core/index.ts';
import { freshWorkspace, type TestDatabase } from '../support/database.ts';
import { noLog } from '../support/no-log.ts';
import { turnableClock } from '../support/turnable-clock.ts';

/** A Tuesday, eleven in the morning in Amsterdam. */
const TUESDAY = new Date('2026-11-17T10:00:00Z');

export const ANNA = 'U0ANNA';
export const BEN = 'U0BEN';
export const STORIES = 'C0STORIES';

const BOT_SCOPES = ['chat:write', 'chat:write.public', 'im:write', 'im:history', 'users:read', 'channels:read'];

export const say = (words: string): Message => ({ text: escape(words), blocks: [section(escape(words))] });

/** A kind that says its subject, at any time, unless told otherwise. */
export const kindOf = (name: string, rest: Partial<Kind> = {}): Kind => ({
  name,
  priority: 1,
  unasked: false,
  window: 'always',
  until: () => null,
  render: async (_deps, _tx, { subject }) => say(subject),
  ...rest,
});

export const story = kindOf('stories.card');

/** A workspace on a Slack of its own, whose clock stands still until it is turned. */
export async function scene(database: TestDatabase, { at = TUESDAY, kinds = [story], colleagues = 0 } = {}) {
  const clock = turnableClock(at);
  const slack = await startEmulator({ manifest: MANIFEST, clock, seed: seedOf(colleagues) });
  const { installation, db } = await freshWorkspace(database);
  await addPeople(db, at, colleagues);

  const senders: Sender[] = [];
  const settings = { lang: 'en', zone: 'Europe/Amsterdam', country: 'NL', awayEmoji: [] } as const;
  const outbox = createOutbox();
  const deps: Deps = {
    db: outbox.watch(db),
    slack: interactiveClient(slack.botToken, slack.apiUrl),
    bulk: bulkClient(slack.botToken, slack.apiUrl),
    outbox,
    clock,
    ids: systemIds,
    log: noLog,
    workspace: {
      ...settings,
      id: installation.id,
      teamId: slack.teamId,
      botUserId: slack.botUserId,
      installedBy: null,
      leaders: [],
    },
    features: [{ name: 'test', messages: kinds, personal: [] }],
  };

  const wire = (its: Deps, options: Partial<SenderOptions>, mark = createMark(), over?: typeof fetch) => {
    const bulk = over ? bulkOver(over, slack) : bulkClient(slack.botToken, slack.apiUrl);
    const sender = startSender({ deps: async () => its, bulk, clock, ids: systemIds, log: noLog, options, mark });
    outbox.onRows(sender.wake);
    return sender;
  };

  /** One instance of the product; on a database and a network that do more than they should, where they are given. */
  function start(
    options: Partial<SenderOptions> = {},
    its: WorkspaceDb = deps.db,
    mark?: Mark,
    over?: typeof fetch,
  ): Sender {
    const sender = wire(its === deps.db ? deps : { ...deps, db: its }, options, mark, over);
    senders.push(sender);
    return sender;
  }

  /** One that dies in the middle of its first message: resolves once it is dead. */
  function startDoomed(when: 'between claim and call' | 'between call and record', method = 'chat.postMessage') {
    return new Promise<void>((died) => {
      const die = <T>() => new Promise<T>(() => died());
      const called = () => slack.calls.some((call) => call.method === method);
      const claimed = () => db.run((tx) => tx.outbox.count({ where: { state: 'sending' } }));
      const run: WorkspaceDb['run'] = async (work) => {
        if (when === 'between call and record' && called()) return die();
        const result = await db.run(work);
        return when === 'between claim and call' && (await claimed()) > 0 ? die() : result;
      };
      wire({ ...deps, db: { run } }, {});
    });
  }

  const idle = async () => void (await Promise.all(senders.map((sender) => sender.idle())));
  const write = (work: (outbox: Outbox, tx: Parameters<Outbox['put']>[0]) => Promise<unknown>) =>
    deps.db.run((tx) => work(outbox, tx));
  const rowOf = (subject: string) => db.run((tx) => tx.outbox.findFirstOrThrow({ where: { subject } }));

  return {
    ...{ clock, slack, deps, outbox, db, start, startDoomed, idle, write, rowOf },
    put: (...rows: Partial<Put>[]) =>
      write((to, tx) =>
        to.put(
          tx,
          rows.map((row) => ({ ...DEFAULT_PUT, dueAt: clock.now(), ...row })),
        ),
      ),
    change: (subject: string, kind = story) => write((to, tx) => to.change(tx, { kind, subject })),
    withdraw: (subject: string, kind = story) => write((to, tx) => to.withdraw(tx, { kind, subject })),
    counts: () => db.run(countOutbox),
    async pass(time: Parameters<typeof plus>[1]) {
      const tick = async () => {
        for (const sender of senders) sender.wake();
      };
      await clock.turn(plus(clock.now(), time), { tick, idle });
    },
    /** What the bot has said to somebody or in a channel, oldest first. */
    said(to: string): string[] {
      const eye = slack.as(to.startsWith('U') ? to : ANNA);
      return eye
        .messages(to.startsWith('U') ? undefined : to)
        .filter(byBot)
        .map(({ readable }) => readable);
    },
    calls: (method: string) => slack.calls.filter((call) => call.method === method),
    /** Waits, in real time, for what happens while a call is on its way. */
    async until(happens: () => Promise<boolean>) {
      while (!(await happens())) await realTime(5);
    },
    async stopAll() {
      await Promise.all(senders.splice(0).map((sender) => sender.stop()));
    },
    /** Whatever a test did: every message is accounted for. */
    async close() {
      await this.stopAll();
      await slack.close();
      const counts = await db.run(countOutbox);
      if (!lawHolds(counts)) throw new Error(`messages are unaccounted for: ${JSON.stringify(counts)}`);
    },
  };
}

const byBot = ({ bot, ephemeral }: VisibleMessage) => bot && !ephemeral;

export const realMoment = () => realTime(80);

const DEFAULT_PUT = { kind: story, recipient: ANNA, subject: 'a story', zone: 'Europe/Amsterdam' };

const MANIFEST = {
  display_information: { name: 'Mantra' },
  features: { app_home: { messages_tab_enabled: true }, bot_user: { display_name: 'mantra' } },
  oauth_config: { scopes: { bot: BOT_SCOPES } },
};

/** The client for posts, over a network of one's own. */
const bulkOver = (over: typeof fetch, { botToken, apiUrl }: { botToken: string; apiUrl: string }) =>
  new WebClient(botToken, { ...interactiveOptions(apiUrl), timeout: 15_000, fetch: over });

/** One of many, by number. */
export const colleague = (n: number) => `U0COLLEAGUE${n}`;

const others = (count: number) => Array.from({ length: count }, (_, n) => colleague(n));

const seedOf = (colleagues: number) => ({
  team: { id: 'T0LINDEN', name: 'Lindenhof', domain: 'lindenhof' },
  people: [
    { id: ANNA, name: 'anna', real_name: 'Anna Jansen', tz: 'Europe/Amsterdam' },
    { id: BEN, name: 'ben', real_name: 'Ben de Boer', tz: 'America/New_York' },
    ...others(colleagues).map((id) => ({ id, name: id.toLowerCase(), real_name: id, tz: 'Europe/Amsterdam' })),
  ],
  channels: [
    { id: STORIES, name: 'stories', members: [ANNA, BEN], bot: true },
    { id: 'C0OTHER', name: 'other', members: [ANNA, BEN], bot: true },
  ],
});

const addPeople = (db: WorkspaceDb, at: Date, colleagues: number) =>
  db.run((tx) =>
    tx.person.createMany({
      data: [
        { userId: ANNA, name: 'Anna', zone: 'Europe/Amsterdam' },
        { userId: BEN, name: 'Ben', zone: 'America/New_York' },
        ...others(colleagues).map((userId) => ({ userId, name: userId, zone: 'Europe/Amsterdam' })),
      ].map((person) => ({ ...person, lang: 'en', member: true, admin: false, firstSeenAt: at, seenAt: at })),
    }),
  );

export type Scene = Awaited<ReturnType<typeof scene>>;
