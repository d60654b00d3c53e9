import type { Deps } from '../deps.ts';
import type { Due } from '../feature.ts';
import { faultOf } from '../log.ts';

/** Rows of one transaction: it stays short, and a page of people fits in memory. */
const LIMIT = 1_000;

/**
 * Asks every habit what is due and puts it into the outbox. Answers how many rows were new. Late, lost or doubled, it
 * changes nothing: what is due stays due, and a row exists once. A habit that fails doesn't keep the others waiting.
 */
export async function askDue(deps: Deps, now: Date): Promise<number> {
  let added = 0;
  for (const rule of deps.features.flatMap(({ due = [] }) => due)) {
    if (!rule.mayBe(now)) continue;
    try {
      added += await ask(deps, rule, now);
    } catch (error) {
      deps.log.error({ due: rule.name, ...faultOf(error) }, 'a due rule failed');
    }
  }
  return added;
}

/** A full page without anything new would come again for ever. */
async function ask(deps: Deps, rule: Due, now: Date): Promise<number> {
  let added = 0;
  let page: { rows: number; added: number };
  do {
    page = await deps.db.run(async (tx) => {
      const rows = await rule.rows(deps, tx, now, LIMIT);
      return { rows: rows.length, added: rows.length > 0 ? await deps.outbox.put(tx, rows) : 0 };
    });
    added += page.added;
  } while (page.rows >= LIMIT && page.added > 0);
  return added;
}
