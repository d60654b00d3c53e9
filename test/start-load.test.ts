import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Outcome, SeedPerson, Visitor } from './emulator/core/index.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { fillsIn } from './support/form.ts';
import { anEmptySlack, settingsFor, startIn } from './support/plain-start.ts';
import { turnableClock } from './support/turnable-clock.ts';

const MANY = 24;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

const colleague = (_: unknown, n: number): SeedPerson => ({
  id: `UCOLLEAGUE${n}`,
  name: `colleague${n}`,
  real_name: `Colleague ${n}`,
  tz: 'Europe/Amsterdam',
  locale: 'en-GB',
});

/** The form closed: what the person saw is that it was saved. */
const sawItClose = ({ acked, modal }: Outcome) => acked && modal === undefined;

it.each(['socket', 'http'] as const)(
  'a stop in the middle of many forms over %s loses none that closed, and the others can be saved again',
  async (transport) => {
    const clock = turnableClock(new Date('2026-12-01T09:00:00Z'));
    const people = Array.from({ length: MANY }, colleague);
    const slack = await anEmptySlack(people, clock);
    const before = await startIn(await settingsFor(slack, transport), { clock, database });
    const visitors = people.map(({ id }) => slack.as(id));
    for (const visitor of visitors) await fillsTheForm(visitor);

    const submits = visitors.map((visitor) => visitor.submits());
    await Promise.any(submits);
    await Promise.all([before.stop(), ...submits]);
    const outcomes = await Promise.all(submits);
    const closed = visitors.filter((_, n) => sawItClose(outcomes[n] ?? expect.fail()));
    expect(closed.length).toBeGreaterThan(0);

    const after = await startIn(await settingsFor(slack, transport), { clock, database });
    slack.waitFor(after.busy);
    const saved = async () => {
      const workspace = await database.workspaces.byTeam(slack.teamId);
      const rows = await database.forWorkspace(workspace?.id ?? '').run((tx) => tx.conversation.findMany());
      return rows.map(({ userId }) => userId).toSorted();
    };
    expect(await saved()).toEqual(expect.arrayContaining(closed.map(({ userId }) => userId)));

    for (const visitor of visitors) if (visitor.modal) expect((await visitor.submits()).modal).toBeUndefined();
    expect(await saved()).toEqual(people.map(({ id }) => id).toSorted());

    await clock.turn(new Date('2026-12-01T09:03:00Z'), { tick: after.tick, idle: after.idle });
    for (const visitor of visitors) expect(confirmations(visitor)).toHaveLength(1);
    await after.stop();
    await slack.close();
  },
);

async function fillsTheForm(visitor: Visitor) {
  await visitor.types('/customer log They order on Thursdays');
  await fillsIn(visitor, { lang: 'en', customer: 'Bakkerij Zuid', how: 'Event' });
}

const confirmations = (visitor: Visitor) =>
  visitor.messages().filter(({ readable }) => readable.startsWith('Saved, thank you.'));
