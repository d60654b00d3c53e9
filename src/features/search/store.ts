import type { Tx } from '../../db/workspace.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { END_OF_PREFIX as END } from '../../words.ts';
import { HEARD, type Heard, visibleTo } from '../conversations/index.ts';

/** What is looked for: folded words that each begin some word of it, a customer, a topic, a first day. Null: any. */
export type Wanted = {
  words: readonly string[];
  customerId: string | null;
  topic: string | null;
  since: string | null;
};

/** So many from a place on. */
type Page = { from: number; n: number };

/** What was found. `isCut`: it looked no further back than the latest so many, and there are older ones. */
type Found = { heard: Heard[]; isCut: boolean };

/** More words than these say no more, and each costs a look at every conversation. */
const MOST_WORDS = 8;

/**
 * A word that so few conversations have is looked up by the word; else the latest are looked through, no more of them than
 * `DEEPEST`. In between either takes about as long (measured: test/bench/customers).
 */
const FEW = 2_000;
export const DEEPEST = 5_000;

export const searchStore = (tx: Tx) => ({
  /** What somebody may read of it, the newest first. */
  find: async (wanted: Wanted, userId: string, page: Page): Promise<Found> => {
    const ranges = wanted.words.slice(0, MOST_WORDS).map((word) => ({ from: word, to: `${word}${END}` }));
    const where = Prisma.sql`${visibleTo({ userId })} AND ${filters(wanted)}`;
    const rare = wanted.customerId === null ? await rarest(tx, ranges) : undefined;
    if (rare) return { heard: await among(tx, rare, ranges, where, page), isCut: false };
    const heard = await latest(tx, ranges, where, page);
    return { heard, isCut: ranges.length > 0 && heard.length < page.n && (await isDeeper(tx, where)) };
  },
});

type Range = { from: string; to: string };

/** Conversations that have one of the words. */
type Rare = { range: Range; ids: string[] };

/** Those of the word that fewest have, if they are few. */
async function rarest(tx: Tx, ranges: readonly Range[]): Promise<Rare | undefined> {
  const rare: Rare[] = [];
  for (const range of ranges) {
    const [row] = await tx.$queryRaw<{ ids: string[] | null }[]>`
      SELECT CASE WHEN count(*) <= ${FEW}::int THEN coalesce(array_agg(DISTINCT of_id::text), '{}') END AS ids
      FROM (SELECT of_id FROM conversation_words WHERE word >= ${range.from} AND word < ${range.to} LIMIT ${FEW + 1}) hits`;
    if (row?.ids) rare.push({ range, ids: row.ids });
  }
  return rare.toSorted((one, other) => one.ids.length - other.ids.length)[0];
}

const NEWEST_FIRST = Prisma.sql`c.held_on DESC, c.saved_at DESC, c.id`;

/** By their ids: from a range of words the planner expects so many that it reads all conversations. */
const among = (tx: Tx, { range: rare, ids }: Rare, ranges: readonly Range[], where: Prisma.Sql, page: Page) => {
  const others = ranges.filter((range) => range !== rare);
  return pageOf(
    tx,
    Prisma.sql`conversations c WHERE c.id = ANY (${ids}::uuid[]) AND ${where} AND ${hasAll(others)}`,
    page,
  );
};

const latest = (tx: Tx, ranges: readonly Range[], where: Prisma.Sql, page: Page) => {
  const looked = Prisma.sql`SELECT * FROM conversations c WHERE ${where} ORDER BY ${NEWEST_FIRST} LIMIT ${DEEPEST}`;
  return pageOf(tx, Prisma.sql`(${looked}) c WHERE ${hasAll(ranges)}`, page);
};

/** Customers are looked up for those alone that stand on the page. */
const pageOf = (tx: Tx, found: Prisma.Sql, { from, n }: Page) => tx.$queryRaw<Heard[]>`
  SELECT /* planned anew */ ${HEARD}
  FROM (SELECT c.* FROM ${found} ORDER BY ${NEWEST_FIRST} LIMIT ${n} OFFSET ${from}) c
    JOIN customers k ON k.id = c.customer_id
  ORDER BY ${NEWEST_FIRST}`;

async function isDeeper(tx: Tx, where: Prisma.Sql): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT /* planned anew */ 1 FROM (SELECT 1 FROM conversations c WHERE ${where} LIMIT ${DEEPEST + 1}) hits
    OFFSET ${DEEPEST}`;
  return rows.length > 0;
}

/** Only what is asked for stands in the statement: then the index that fits is found, under row-level security too. */
function filters({ customerId, topic, since }: Wanted): Prisma.Sql {
  const asked = [
    ...(customerId === null ? [] : [Prisma.sql`c.customer_id = ${customerId}::uuid`]),
    ...(topic === null ? [] : [Prisma.sql`c.topic = ${topic}`]),
    ...(since === null ? [] : [Prisma.sql`c.held_on >= ${since}::date`]),
  ];
  return asked.length > 0 ? Prisma.join(asked, ' AND ') : Prisma.sql`true`;
}

/** Counted and not `EXISTS`, which the planner would answer for all conversations at once: every one that has a common word. */
const hasAll = (ranges: readonly Range[]): Prisma.Sql =>
  ranges.length === 0
    ? Prisma.sql`true`
    : Prisma.join(
        ranges.map(
          ({ from, to }) => Prisma.sql`0 < (
            SELECT count(*) FROM conversation_words w WHERE w.of_id = c.id AND w.word >= ${from} AND w.word < ${to})`,
        ),
        ' AND ',
      );
