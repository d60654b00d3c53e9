import { performance } from 'node:perf_hooks';
import type { Database } from '../../../src/db/open.ts';
import { fold, wordsOf } from '../../../src/words.ts';
import { aCompany } from '../due/company.ts';
import { type Figures, median } from '../report.ts';
import { readings } from './reading.ts';
import { tellMany } from './told.ts';

/** How often each is looked at, after once that doesn't count. */
const RUNS = 5;

/** How many customers are made at a time. */
const CHUNK = 1_000;

/** What it takes to read of so many customers and so many conversations, in milliseconds, rendering included. */
export async function measureReading(
  name: string,
  database: Database,
  { customers, conversations }: { customers: number; conversations: number },
): Promise<Figures> {
  const company = await aCompany(database, 3, 1);
  const { deps } = company;
  const addedAt = company.clock.now();
  for (let from = 0; from < customers; from += CHUNK) {
    const some = Array.from(
      { length: Math.min(CHUNK, customers - from) },
      (_, n) => `Klant ${from + n} uit Plaats ${n % 97}`,
    );
    await deps.db.run(async (tx) => {
      const rows = some.map((one) => ({
        id: deps.ids.uuid(),
        name: one,
        folded: fold(one),
        sort: 'customer',
        doNotContact: false,
        addedAt,
      }));
      await tx.customer.createMany({ data: rows });
      await tx.customerWord.createMany({
        data: rows.flatMap(({ id, name: one }) => wordsOf(one).map((word) => ({ word, ofId: id }))),
      });
    });
  }
  await tellMany(deps.db, conversations, '2026-11-28');
  await database.maintain();
  const figures: Figures = {};
  for (const { name: what, look } of await readings(deps, 'UNOOR'))
    figures[`${name}: ${what}, ms`] = await medianOf(look);
  await company.close();
  return figures;
}

async function medianOf(look: () => Promise<void>): Promise<number> {
  await look();
  const took: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    await look();
    took.push(performance.now() - from);
  }
  return median(took);
}
