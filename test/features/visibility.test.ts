import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import { conversationStore } from '../../src/features/conversations/index.ts';
import { READERS, type Readers } from '../../src/features/conversations/rules.ts';
import { type Eyes, heardStore } from '../../src/features/conversations/store-heard.ts';
import { customerStore } from '../../src/features/customers/index.ts';
import { systemIds } from '../../src/ids.ts';
import { dateOf } from '../../src/time.ts';
import { freshWorkspace, type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let db: WorkspaceDb;
beforeAll(async () => {
  database = await testDatabase();
  ({ db } = await freshWorkspace(database));
});
afterAll(() => database.close());

const AUTHORS = ['USANNE', 'UBEN'] as const;
const DAY = '2026-11-18';

type Told = { author: (typeof AUTHORS)[number]; readers: Readers; withdrawn: boolean };
const told: fc.Arbitrary<Told> = fc.record({
  author: fc.constantFrom(...AUTHORS),
  readers: fc.constantFrom(...READERS),
  withdrawn: fc.boolean(),
});
const eyes: fc.Arbitrary<Eyes> = fc.constantFrom(
  'everyone' as const,
  ...[...AUTHORS, 'UKAVYA'].map((userId) => ({ userId })),
);

async function saves({ author, readers, withdrawn }: Told): Promise<string> {
  const id = systemIds.uuid();
  const at = new Date(`${DAY}T12:00:00Z`);
  await db.run(async (tx) => {
    const named = { name: 'Bakkerij Zuid', sort: 'customer', id: systemIds.uuid(), by: author, at } as const;
    const { id: customerId } = await customerStore(tx).findOrAdd(named);
    const words = {
      learned: 'Ze bestellen op donderdag',
      kind: 'call',
      counts: true,
      heldOn: dateOf(DAY),
      savedAt: at,
    };
    await tx.conversation.create({ data: { id, userId: author, customerId, readers, ...words } });
    if (withdrawn) await conversationStore(tx).withdraw(id, author);
  });
  return id;
}

const lookAt = (id: string, who: Eyes) => db.run((tx) => heardStore(tx).find(id, who));

/** Who may see it, said once more and differently: by what each answer of the form promises. */
const PROMISED: Record<Readers, { colleagues: boolean; everyone: boolean; named: boolean }> = {
  me: { colleagues: false, everyone: false, named: false },
  colleagues: { colleagues: true, everyone: false, named: false },
  story: { colleagues: true, everyone: true, named: false },
  story_named: { colleagues: true, everyone: true, named: true },
};

const promised = (one: Told, who: Eyes): boolean => {
  if (one.withdrawn) return false;
  if (who === 'everyone') return PROMISED[one.readers].everyone;
  return who.userId === one.author || PROMISED[one.readers].colleagues;
};

describe('who may see a conversation', () => {
  it('is what its author chose, nobody else for “only me”, and nobody at all once it is withdrawn', async () => {
    await fc.assert(
      fc.asyncProperty(told, eyes, async (one, who) => {
        const id = await saves(one);
        const seen = await lookAt(id, who);
        expect(seen?.id).toBe(promised(one, who) ? id : undefined);
      }),
      { numRuns: 60 },
    );
  });

  it('never learns whose it is, but where the author chose their name, and their own eyes are no exception', async () => {
    await fc.assert(
      fc.asyncProperty(told, eyes, async (one, who) => {
        const seen = await lookAt(await saves(one), who);
        const named = seen !== undefined && PROMISED[one.readers].named;
        expect(seen?.by ?? null).toBe(named ? one.author : null);
        expect(JSON.stringify({ ...seen, by: null })).not.toMatch(/USANNE|UBEN/);
      }),
      { numRuns: 60 },
    );
  });

  it('what leaders read on Monday is what was shared with everybody', async () => {
    const those = await Promise.all(
      READERS.flatMap((readers) => [saves({ author: 'UBEN', readers, withdrawn: false })]),
    );
    const shared = await db.run((tx) => heardStore(tx).sharedBetween(DAY, DAY, 1_000));
    const ids = new Set(shared.map(({ id }) => id));
    expect(those.map((id) => ids.has(id))).toEqual(READERS.map((readers) => PROMISED[readers].everyone));
  });
});
