import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx, WorkspaceDb } from '../../src/db/workspace.ts';
import { heardStore } from '../../src/features/conversations/index.ts';
import { planStore } from '../../src/features/plans/store.ts';
import { returnStore } from '../../src/features/returns/store.ts';
import { searchStore, type Wanted } from '../../src/features/search/store.ts';
import { systemIds } from '../../src/ids.ts';
import { NEVER_TOGETHER, TOPICS, tellMany } from '../bench/customers/told.ts';
import { freshWorkspace, type TestDatabase, testDatabase } from '../support/database.ts';
import { explained } from '../support/explained.ts';

const SANNE = { userId: 'USANNE' };
const ANY: Wanted = { words: [], customerId: null, topic: null, since: null };
const PAGE = { from: 0, n: 11 };
const CUSTOMER = systemIds.uuid();

let database: TestDatabase;
let db: WorkspaceDb;
beforeAll(async () => {
  database = await testDatabase();
  ({ db } = await freshWorkspace(database));
  const addedAt = new Date('2026-01-05T09:00:00Z');
  const customer = (id: string, n: number) => ({
    id,
    name: `Klant ${n}`,
    folded: `klant ${n}`,
    sort: 'customer',
    addedAt,
  });
  const ids = [CUSTOMER, ...Array.from({ length: 40 }, () => systemIds.uuid())];
  const data = ids.map((id, n) => ({ ...customer(id, n), doNotContact: false }));
  await db.run((tx) => tx.customer.createMany({ data }));
  await tellMany(db, 6_000, '2026-11-28');
  await database.prisma.$executeRaw`ANALYZE`;
});
afterAll(() => database.close());

/** Every index condition of a plan, as it stands there. */
const conditions = (plans: readonly string[]) => plans.join('\n').match(/Index Cond: .*/g) ?? [];

const plansOf = (work: (tx: Tx) => Promise<unknown>) => explained(db, work);

describe('under row-level security', () => {
  it('a customer’s page is read from the newest on, and no further than it shows', async () => {
    const plans = await plansOf((tx) => heardStore(tx).ofCustomer(CUSTOMER, SANNE, PAGE));
    expect(conditions(plans)).toContainEqual(expect.stringMatching(/workspace_id = .*customer_id = /));
    expect(plans.join()).toMatch(
      /Limit[\s\S]*Incremental Sort[\s\S]*Presorted Key: c?\.?held_on[\s\S]*Index Scan Backward/,
    );
  });

  it('a rare word is looked up by its beginning', async () => {
    const plans = await plansOf((tx) => searchStore(tx).find({ ...ANY, words: ['zeldzaam'] }, SANNE.userId, PAGE));
    const [words, conversations] = plans;
    expect(words).toMatch(/Index Cond: .*workspace_id = .*word >= 'zeldzaam'::text.* AND \(.*word < 'zeldzaam/);
    expect(conversations).toMatch(
      /Nested Loop[\s\S]*Limit[\s\S]*conversations_pkey[\s\S]*Index Cond: .*workspace_id = .*id = /,
    );
    expect(plans.join()).not.toMatch(/Seq Scan|Hash Join/);
  });

  it.each<[string, Partial<Wanted>, RegExp]>([
    ['words that many conversations have', { words: ['kersen', 'peren'] }, /workspace_id = [^)]*\)+$/],
    ['a customer', { words: ['kersen'], customerId: CUSTOMER }, /customer_id = /],
    ['a topic', { words: ['kersen', 'peren'], topic: 'prijs' }, /topic = /],
    ['a period', { words: ['kersen', 'peren'], since: '2026-10-01' }, /held_on >= /],
  ])('by %s one goes from the newest on, and asks each for its words', async (_by, wanted, found) => {
    const plans = await plansOf((tx) => searchStore(tx).find({ ...ANY, ...wanted }, SANNE.userId, PAGE));
    const walk = plans.find((plan) => plan.includes('SubPlan')) ?? '';
    expect(walk).toMatch(/Index Scan Backward/);
    expect(conditions([walk])).toContainEqual(expect.stringMatching(found));
    expect(conditions([walk])).toContainEqual(expect.stringMatching(/of_id = .*word >= 'kersen'/));
    expect(walk).not.toMatch(/Seq Scan|Hash Join|Merge Join/);
  });

  it('what came of it is found by who told what, and when', async () => {
    const span = { since: new Date('2026-10-01T00:00:00Z'), until: new Date('2026-11-28T00:00:00Z') };
    const plans = await plansOf(async (tx) => {
      await heardStore(tx).sinceTheyTold('U0P1', span, 10);
      await heardStore(tx).tellersOf(CUSTOMER, 'U0P1', 20);
      await heardStore(tx).hasTold('U0P1', CUSTOMER);
      await planStore(tx).prompted([CUSTOMER], 'U0P1', span);
      const asked = {
        zone: 'UTC',
        week: '12345',
        country: null,
        month: '2026-12',
        since: span.since,
        dueAt: span.until,
      };
      await returnStore(tx).waiting([asked], 'returns.used', 100);
    });
    expect(plans).toHaveLength(5);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan/);
    expect(conditions(plans)).toContainEqual(expect.stringMatching(/user_id = 'U0P1'/));
    expect(conditions(plans)).toContainEqual(expect.stringMatching(/customer_id = ANY|prompted_at > /));
  });
});

describe('words that many conversations have', () => {
  const find = (wanted: Partial<Wanted>) =>
    db.run((tx) => searchStore(tx).find({ ...ANY, ...wanted }, SANNE.userId, PAGE));

  it('that meet in none of the latest are said to be looked for no further', async () => {
    expect(await find({ words: [...NEVER_TOGETHER] })).toEqual({ heard: [], isCut: true });
  });

  it('are looked for in all there is of a customer, a topic or a period', async () => {
    for (const wanted of [{ customerId: CUSTOMER }, { topic: TOPICS[0] }, { since: '2026-10-01' }])
      expect(await find({ words: [...NEVER_TOGETHER], ...wanted })).toEqual({ heard: [], isCut: false });
  });

  it('are found newest first, as many as a page shows', async () => {
    const { heard } = await find({ words: [NEVER_TOGETHER[0]] });
    expect(heard).toHaveLength(PAGE.n);
    const days = heard.map(({ heldOn }) => heldOn);
    expect(days).toEqual(days.toSorted().reverse());
  });
});
