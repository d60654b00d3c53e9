import type { Tx } from '../db/workspace.ts';
import type { Deps } from '../deps.ts';
import type { Due, Seen } from '../feature.ts';
import { faultOf } from '../log.ts';
import { plus } from '../time.ts';
import type { Put } from './outbox.ts';
import { sqlStore } from './sql/index.ts';
import type { StoreOf } from './store.ts';

/** Rows of one transaction: few enough to stay short, and enough that what a rule asks for each page costs little. */
const LIMIT = 5_000;
/** A page with fewer rows is the last: who has a reason to be left out is known only when it is made, so few are full. */
const HALF = LIMIT / 2;

/** Nothing becomes due and ends again in so short a time. */
const OUTAGE_MINUTES = 30;
/** That all were asked is noted so often: an idle look writes nothing, and a few minutes looked back twice change nothing. */
const NOTED_MINUTES = 5;

/** Minutes after which a rule looks at all its people again: somebody may have moved, or come back. */
const LOOK_AGAIN = 15;

/** What the rules of one open workspace have seen to, and since when. A process begins with none. */
export type DueMemory = Map<string, Note & { since: Date }>;

type Note = { upTo?: number; end?: string };

/**
 * Asks every habit what is due and puts it into the outbox; after an outage also what ended meanwhile, which expires
 * there. Answers how many rows were new. Late, lost or doubled, it changes nothing: what is due stays due, and a row
 * exists once. A habit that fails doesn't keep the others waiting.
 */
export async function askDue(
  deps: Deps,
  now: Date,
  memory: DueMemory = new Map(),
  store: StoreOf = sqlStore,
): Promise<number> {
  forget(memory, now);
  const since = await deps.db.run((tx) => store(tx).lastAsked());
  const isOlderThan = (minutes: number) => since === undefined || plus(since, { minutes }) <= now;
  const wasAway = since !== undefined && isOlderThan(OUTAGE_MINUTES);
  let added = 0;
  let failed = false;
  for (const rule of deps.features.flatMap(({ due = [] }) => due)) {
    try {
      if (rule.mayBe(now)) added += await askRows(deps, rule, now, memory);
      if (wasAway && rule.missed) added += await askMissed(deps, rule, since, now);
    } catch (error) {
      deps.log.error({ due: rule.name, ...faultOf(error) }, 'a due rule failed');
      failed = true;
    }
  }
  if (!failed && isOlderThan(NOTED_MINUTES)) await deps.db.run((tx) => store(tx).noteAsked(now));
  return added;
}

function forget(memory: DueMemory, now: Date) {
  for (const [part, { since }] of memory) if (plus(since, { minutes: LOOK_AGAIN }) <= now) memory.delete(part);
}

const askRows = (deps: Deps, rule: Due, now: Date, memory: DueMemory): Promise<number> =>
  ask(deps, notesOf(rule, now, memory), (tx, seen) => rule.rows(deps, tx, now, LIMIT, seen));

async function askMissed(deps: Deps, rule: Due, since: Date, now: Date): Promise<number> {
  const notes = notesOf(rule, now, new Map());
  const missed = await ask(
    deps,
    notes,
    async (tx, seen) => (await rule.missed?.(deps, tx, since, now, LIMIT, seen)) ?? [],
  );
  if (missed > 0) deps.log.warn({ due: rule.name, since, missed }, 'the time of some messages passed unasked');
  return missed;
}

type Notes = { seen: Seen; forget(): void; keep(): void };

/** What a rule has noted, and notes now: the latter is remembered once its rows are kept. */
function notesOf(rule: Due, now: Date, memory: DueMemory): Notes {
  const noted = new Map<string, Note>();
  const nameOf = (part: string) => `${rule.name} ${part}`;
  return {
    seen: {
      upTo: (part) => memory.get(nameOf(part))?.upTo,
      note: (part, upTo) => void noted.set(nameOf(part), { upTo }),
      endOf: (part) => memory.get(nameOf(part))?.end,
      noteEnd: (part, end) => void noted.set(nameOf(part), { end }),
    },
    forget: () => noted.clear(),
    keep() {
      for (const [part, note] of noted) memory.set(part, { since: memory.get(part)?.since ?? now, ...note });
      noted.clear();
    },
  };
}

/** A page without anything new would come again for ever. */
async function ask(deps: Deps, notes: Notes, rowsOf: (tx: Tx, seen: Seen) => Promise<Put[]>): Promise<number> {
  let added = 0;
  let page: { rows: number; added: number };
  do {
    page = await deps.db.run(async (tx) => {
      notes.forget();
      const rows = await rowsOf(tx, notes.seen);
      return { rows: rows.length, added: rows.length > 0 ? await deps.outbox.put(tx, rows) : 0 };
    });
    notes.keep();
    added += page.added;
  } while (page.rows >= HALF && page.added > 0);
  return added;
}
