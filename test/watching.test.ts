import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Running } from '../src/start.ts';
import { plus } from '../src/time.ts';
import type { Slack } from './emulator/core/index.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { freePort } from './support/free-port.ts';
import { startsNudges } from './support/moves.ts';
import { anEmptySlack, settingsFor, startIn } from './support/plain-start.ts';
import { type ShakyDatabase, shaky } from './support/shaky-database.ts';
import { type TurnableClock, turnableClock } from './support/turnable-clock.ts';
import { BEN, NOOR, SANNE } from './support/village.ts';

let inner: TestDatabase;
let database: ShakyDatabase;
let clock: TurnableClock;
let slack: Slack;
let running: Running;
let opsPort: number;

beforeAll(async () => {
  inner = await testDatabase();
});
afterEach(async () => {
  database.well();
  await running.stop();
  await slack.close();
});
afterAll(() => inner.close());

async function aWatchedHouse() {
  clock = turnableClock(new Date('2026-11-30T09:00:00Z'));
  slack = await anEmptySlack([SANNE, BEN, NOOR], clock);
  database = shaky(inner);
  opsPort = await freePort();
  running = await startIn({ ...(await settingsFor(slack)), opsPort }, { clock, database });
  slack.waitFor(running.busy);
  await settled();
}

async function settled() {
  await running.idle();
  await slack.idle();
  await running.idle();
}

const turnTo = (instant: string) => clock.turn(new Date(instant), { tick: running.tick, idle: settled, every: 60 });

async function metrics(): Promise<string[]> {
  const response = await fetch(`http://127.0.0.1:${opsPort}/metrics`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return (await response.text()).split('\n').filter((line) => !line.startsWith('#'));
}

it('tells of a day of nudges: what became of them, how late, how often Slack said no, and that all is accounted for', async () => {
  await aWatchedHouse();
  await startsNudges(slack.as('UNOOR'));
  await turnTo('2026-12-01T08:30:00Z');
  slack.faults.add({ method: 'chat.postMessage', times: 1, loseAnswer: true });
  await turnTo('2026-12-01T09:10:00Z');
  slack.faults.add({ method: 'chat.postMessage', times: 1, retryAfter: 30 });
  await turnTo('2026-12-01T16:00:00Z');
  const lines = await metrics();
  expect(lines).toEqual(
    expect.arrayContaining([
      'outbox_rows{state="sent",kind="nudges.monthly"} 3',
      'outbox_law 1',
      'send_total{outcome="done"} 2',
      'send_total{outcome="unknown"} 1',
      'send_total{outcome="limited"} 1',
      'slack_429_total{method="chat.postMessage"} 1',
      'unknown_resolved_total{result="found"} 1',
      'nudge_lateness_seconds_bucket{le="60"} 2',
      'nudge_lateness_seconds_count 2',
    ]),
  );
  const acks = lines.find((line) => line.startsWith('ack_latency_seconds_count'));
  expect(Number(acks?.split(' ')[1])).toBeGreaterThan(1);
  expect(lines.join('\n')).not.toMatch(/\b[UCDWT][A-Z0-9]{3,}/);
});

it('tells when a look at what is due last ended well', async () => {
  await aWatchedHouse();
  expect(await metrics()).toEqual(
    expect.arrayContaining([
      `tick_last_success_timestamp_seconds ${new Date('2026-11-30T09:00:00Z').getTime() / 1000}`,
      'tick_duration_seconds_count 1',
    ]),
  );
});

it('tells that messages are unaccounted for', async () => {
  await aWatchedHouse();
  await slack.as('USANNE').types('Ze bestellen op donderdag');
  await settled();
  const { id = '' } = (await inner.workspaces.byTeam(slack.teamId)) ?? {};
  await inner.forWorkspace(id).run((tx) => tx.outbox.updateMany({ data: { state: 'sent', sentAt: null } }));
  clock.jump(plus(clock.now(), { minutes: 2 }));
  expect(await metrics()).toContain('outbox_law 0');
});

it('goes on telling what the process counted while the database is away', async () => {
  await aWatchedHouse();
  await slack.as('USANNE').types('Ze bestellen op donderdag');
  await settled();
  clock.jump(plus(clock.now(), { minutes: 2 }));
  database.refuses();
  const lines = await metrics();
  expect(lines).toContain('send_total{outcome="done"} 1');
  expect(lines.some((line) => line.startsWith('outbox_'))).toBe(false);
});
