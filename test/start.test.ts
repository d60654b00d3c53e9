import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Running } from '../src/start.ts';
import { plus } from '../src/time.ts';
import { TokenRefused } from '../src/who-we-are.ts';
import type { Slack } from './emulator/core/index.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { freePort } from './support/free-port.ts';
import { startsNudges } from './support/moves.ts';
import { anEmptySlack, settingsFor, startIn } from './support/plain-start.ts';
import { type TurnableClock, turnableClock } from './support/turnable-clock.ts';
import { BEN, NOOR, SANNE } from './support/village.ts';

let database: TestDatabase;
let clock: TurnableClock;
let slack: Slack;
let started: Running[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await Promise.all(started.map((running) => running.stop()));
  started = [];
  await slack.close();
});
afterAll(async () => {
  await database.close();
});

async function aSlack() {
  clock = turnableClock(new Date('2026-12-01T08:00:00Z'));
  slack = await anEmptySlack([SANNE, BEN, NOOR], clock);
}

const starts = async (transport?: 'socket' | 'http', world: Partial<Parameters<typeof startIn>[1]> = {}) => {
  const running = await startIn(await settingsFor(slack, transport), { clock, database, ...world });
  started.push(running);
  return running;
};

const asked = (method: string) => slack.calls.filter((call) => call.method === method).length;

describe('a start', () => {
  it('with a bot token that Slack refuses says what to do in one sentence, and doesn’t try again', async () => {
    await aSlack();
    const config = { ...(await settingsFor(slack)), botToken: 'xoxb-0-copied-wrong' };
    const failed = await startIn(config, { clock, database }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(TokenRefused);
    expect(String((failed as Error).message)).toBe(
      'Slack refuses the bot token (invalid_auth): copy it anew from api.slack.com/apps → your app → OAuth & Permissions, into SLACK_BOT_TOKEN.',
    );
    expect(asked('auth.test')).toBe(1);
  });

  it.each([
    ['answers with errors of its own server', { status: 500 }],
    ['says that it is in trouble', { error: 'internal_error' }],
    ['is not reached at all', { lateCommitMs: 1 }],
    ['asks for patience', { retryAfter: 3 }],
  ])('while Slack %s waits and tries again', async (_what, fault) => {
    await aSlack();
    slack.faults.add({ method: 'auth.test', times: 2, ...fault });
    const starting = starts();
    for (const [tries, seconds] of [1, 2].entries()) {
      await vi.waitFor(() => expect(asked('auth.test')).toBe(tries + 1), 5_000);
      await vi.waitFor(async () => {
        clock.jump(plus(clock.now(), { seconds }));
        await new Promise((resolve) => setImmediate(resolve));
        expect(asked('auth.test')).toBe(tries + 2);
      }, 5_000);
    }
    const running = await starting;
    await vi.waitFor(async () => expect(await running.ready()).toEqual({ ok: true, reasons: [] }), 5_000);
  });

  it('twice at once on one database makes one workspace, and both serve people', async () => {
    await aSlack();
    const [one, other] = await Promise.all([starts(), starts()]);
    slack.waitFor(() => Boolean(one?.busy()) || Boolean(other?.busy()));
    await Promise.all([one?.idle(), other?.idle()]);
    expect(await database.prisma.workspace.count({ where: { teamId: slack.teamId } })).toBe(1);
    const sanne = slack.as('USANNE');
    for (let times = 0; times < 6; times++) {
      expect((await sanne.types('/klant help')).acked).toBe(true);
    }
    await slack.idle();
    expect(sanne.messages().filter(({ ephemeral }) => ephemeral)).toHaveLength(6);
  });
});

it('two instances at work, and everybody is nudged once', async () => {
  clock = turnableClock(new Date('2026-11-30T09:00:00Z'));
  slack = await anEmptySlack([SANNE, BEN, NOOR], clock);
  const both = await Promise.all([starts(), starts()]);
  slack.waitFor(() => both.some((running) => running.busy()));
  const idle = async () => {
    for (const running of [...both, ...both]) await running.idle();
    await slack.idle();
  };
  await idle();
  await startsNudges(slack.as('UNOOR'));
  const tick = () => Promise.all(both.map((running) => running.tick()));
  await clock.turn(new Date('2026-12-01T08:30:00Z'), { tick, idle, every: 24 * 60 });
  await clock.turn(new Date('2026-12-01T16:00:00Z'), { tick, idle });
  const posts = slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args.channel);
  expect(posts.toSorted()).toEqual(['UBEN', 'UNOOR', 'USANNE']);
});

describe('readiness', () => {
  it.each(['socket', 'http'] as const)('is there after a start over %s', async (transport) => {
    await aSlack();
    const running = await starts(transport);
    await running.idle();
    await vi.waitFor(async () => expect(await running.ready()).toEqual({ ok: true, reasons: [] }), 5_000);
  });

  it('says that the minute hand hangs', async () => {
    await aSlack();
    const running = await starts();
    await vi.waitFor(async () => expect((await running.ready()).ok).toBe(true), 5_000);
    clock.jump(plus(clock.now(), { minutes: 4 }));
    expect(await running.ready()).toEqual({ ok: false, reasons: ['the last tick is too long ago'] });
  });

  it('says that the database is away', async () => {
    await aSlack();
    const away = { ...database, ping: () => Promise.reject(new Error('connection refused')) };
    const running = await starts('socket', { database: away });
    await vi.waitFor(
      async () => expect((await running.ready()).reasons).toEqual(['the database does not answer']),
      5_000,
    );
  });

  it('says that messages are unaccounted for', async () => {
    await aSlack();
    const running = await starts();
    slack.waitFor(running.busy);
    await running.idle();
    await slack.as('USANNE').types('Ze bestellen op donderdag');
    const { id = '' } = (await database.workspaces.byTeam(slack.teamId)) ?? {};
    await database.forWorkspace(id).run((tx) => tx.outbox.updateMany({ data: { state: 'sent', sentAt: null } }));
    clock.jump(plus(clock.now(), { minutes: 11 }));
    await running.tick();
    expect((await running.ready()).reasons).toContain('messages are unaccounted for: the outbox contradicts itself');
  });

  it('says that Mantra is stopping, and that Slack no longer reaches it', async () => {
    await aSlack();
    const running = await starts('http');
    await running.idle();
    await running.stop();
    expect((await running.ready()).reasons).toEqual(expect.arrayContaining(['stopping', 'no connection to Slack']));
  });

  it('is told on the operators’ port, which answers no more after the stop', async () => {
    await aSlack();
    const opsPort = await freePort();
    const running = await startIn({ ...(await settingsFor(slack)), opsPort }, { clock, database });
    started.push(running);
    const ask = (path: string) => fetch(`http://127.0.0.1:${opsPort}${path}`);
    expect(await (await ask('/healthz')).json()).toMatchObject({ ok: true });
    await vi.waitFor(async () => expect((await ask('/readyz')).status).toBe(200), 5_000);
    await running.stop();
    await expect(ask('/healthz')).rejects.toThrow();
  });
});

describe('a stop', () => {
  it('asked for twice is one', async () => {
    await aSlack();
    const running = await starts();
    expect(running.stop()).toBe(running.stop());
    await running.stop();
  });

  it('waits for the message that is on its way, so that nobody reads it back later', async () => {
    await aSlack();
    const running = await starts();
    slack.waitFor(running.busy);
    await running.idle();
    slack.faults.add({ method: 'chat.postMessage', delayMs: 400, times: 1 });
    await slack.as('USANNE').types('Ze bestellen op donderdag');
    await running.stop();
    const workspace = await database.workspaces.byTeam(slack.teamId);
    const rows = await database.forWorkspace(workspace?.id ?? '').run((tx) => tx.outbox.findMany());
    expect(rows.map(({ state }) => state).filter((state) => state === 'sending' || state === 'unknown')).toEqual([]);
    const { holder } = await database.forWorkspace(workspace?.id ?? '').run((tx) => tx.sender.findFirstOrThrow());
    expect(holder).toBeNull();
  });
});
