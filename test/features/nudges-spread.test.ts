import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askDue } from '../../src/delivery/due.ts';
import { monthlyDue } from '../../src/features/nudges/due.ts';
import { nudgeUntil } from '../../src/features/nudges/rules.ts';
import { spreadStore } from '../../src/features/nudges/store.ts';
import { settingStore } from '../../src/features/settings/index.ts';
import { systemIds } from '../../src/ids.ts';
import { localDay, localTime } from '../../src/time.ts';
import { type Scene, scene } from '../delivery/scene.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { weekdays } from '../support/weekdays.ts';

const AMSTERDAM = 'Europe/Amsterdam';
const NOTHING_SEEN = { upTo: () => undefined, note: () => {}, endOf: () => undefined, noteEnd: () => {} };
const LONG_AGO = new Date('2026-01-15T12:00:00Z');

describe('a company of fifteen thousand in one zone', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const ask = (house: Scene, at: string) =>
    house.db.run((tx) => monthlyDue.rows(house.deps, tx, new Date(at), 16_000, NOTHING_SEEN));

  async function company(people = 15_000) {
    const house = await scene(database, { at: new Date('2026-11-30T09:00:00Z') });
    await house.db.run(async (tx) => {
      await settingStore(tx).set('nudgesStartedAt', '2026-11-20T09:00:00.000Z', {
        by: 'U0',
        at: LONG_AGO,
        id: systemIds.uuid(),
      });
      await tx.person.deleteMany({});
      await tx.$executeRaw`
        INSERT INTO people (user_id, name, lang, zone, member, admin, first_seen_at, seen_at)
        SELECT 'U' || n, 'Somebody', 'en', ${AMSTERDAM}, true, false, ${LONG_AGO}::timestamptz, ${LONG_AGO}::timestamptz
        FROM generate_series(1, ${people}::int) n`;
    });
    return house;
  }

  it('hears it from ten to four of the first working day, each once, wherever the minute hand was', async () => {
    const house = await company();
    const until = async (at: string) => (await ask(house, at)).length;
    expect(await until('2026-12-01T08:59:00Z')).toBe(0);
    const atEleven = await until('2026-12-01T10:00:00Z');
    expect(Math.abs(atEleven - 2_500)).toBeLessThan(250);
    expect(await until('2026-12-01T10:00:00Z')).toBe(0);
    const rest = await ask(house, '2026-12-02T12:00:00Z');
    expect(atEleven + rest.length).toBe(15_000);
    const times = new Set(
      rest.map(({ dueAt }) => `${localDay(dueAt, AMSTERDAM)} ${localTime(dueAt, AMSTERDAM).slice(0, 2)}`),
    );
    expect([...times].sort()).toEqual([11, 12, 13, 14, 15].map((hour) => `2026-12-01 ${hour}`));
    await house.close();
  });

  it('is asked page after page, everybody once', async () => {
    const house = await company(12_000);
    const deps = { ...house.deps, features: [{ name: 'nudges', due: [monthlyDue], personal: [] }] };
    expect(await askDue(deps, new Date('2026-12-01T10:00:00Z'))).toBe(12_000);
    expect(await house.counts()).toMatchObject({ due: 12_000 });
    await house.close();
  });

  it('drops nobody where it was five times as large when the month began', async () => {
    const house = await company(1_000);
    await house.db.run((tx) => spreadStore(tx).atLeast('2026-12', 5));
    const heard: number[] = [];
    for (const day of ['01', '02', '03', '04', '07']) {
      const now = new Date(`2026-12-${day}T15:00:00Z`);
      const rows = await ask(house, now.toISOString());
      expect(rows.every(({ dueAt, zone: where }) => dueAt <= now && now < nudgeUntil(dueAt, where, weekdays))).toBe(
        true,
      );
      heard.push(rows.length);
    }
    expect(heard.every((many) => Math.abs(many - 200) < 50)).toBe(true);
    expect(heard.reduce((sum, many) => sum + many, 0)).toBe(1_000);
    await house.close();
  });

  it('stays spread for the month when some of them leave', async () => {
    const house = await company();
    await ask(house, '2026-12-01T09:00:00Z');
    await house.db.run((tx) => tx.$executeRaw`DELETE FROM people WHERE user_id > 'U2'`);
    const rows = await ask(house, '2026-12-01T10:00:00Z');
    expect(new Set(rows.map(({ dueAt }) => localTime(dueAt, AMSTERDAM).slice(0, 2)))).toEqual(new Set(['10', '11']));
    await house.close();
  });

  it('gives everybody the same minute whenever it is asked, and another one the next month', async () => {
    const [early, late] = await Promise.all([company(), company()]);
    const first = await ask(early, '2026-12-01T09:30:00Z');
    const again = new Map((await ask(late, '2026-12-03T15:00:00Z')).map(({ recipient, dueAt }) => [recipient, dueAt]));
    expect(first.every(({ recipient, dueAt }) => again.get(recipient)?.getTime() === dueAt.getTime())).toBe(true);
    const next = await ask(late, '2027-01-04T09:30:00Z');
    const both = next.filter(({ recipient }) => first.some((one) => one.recipient === recipient));
    expect(both.length).toBeLessThan(first.length / 2);
    await early.close();
    await late.close();
  });
});
