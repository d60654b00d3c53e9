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
 * `DEEPEST`: at that many hits either takes about as long (measured).
 */
const FEW = 2_000;
export const DEEPEST = 5_000;

export const searchStore = (tx: Tx) => ({
  /** What somebody may read of it, the newest first. */
  find: async (wanted: Wanted, userId: string, page: Page): Promise<Found> => {
    const ranges = wanted.words.slice(0, MOST_WORDS).map((word) => ({ from: word, to: `${word}${END}` }));
    const where = Prisma.sql`${visibleTo({ userId })} AND ${filters(wanted)}`;
    const rare = wanted.customerId === null ? await rarest(tx, ranges) : undefined;
    if (rare) return { heard: await few(tx, rare, ranges, where, page), isCut: false };
    const heard = await latest(tx, ranges, where, page);
    return { heard, isCut: ranges.length > 0 && heard.length < page.n && (await isDeeper(tx, where)) };
  },
});

type Range = { from: string; to: string };

/** The word that fewest conversations have, if they are few. */
async function rarest(tx: Tx, ranges: readonly Range[]): Promise<Range | undefined> {
  const counted: { range: Range; many: number }[] = [];
  for (const range of ranges) {
    const [row] = await tx.$queryRaw<{ many: number }[]>`
      SELECT count(*)::int AS many FROM (${having(range, FEW + 1)}) hits`;
    counted.push({ range, many: row?.many ?? 0 });
  }
  const [first] = counted.toSorted((one, other) => one.many - other.many);
  return first && first.many <= FEW ? first.range : undefined;
}

/** Conversations that have a word, as many at most. */
const having = ({ from, to }: Range, most: number): Prisma.Sql =>
  Prisma.sql`SELECT of_id FROM conversation_words WHERE word >= ${from} AND word < ${to} LIMIT ${most}`;

const NEWEST_FIRST = Prisma.sql`c.held_on DESC, c.saved_at DESC, c.id`;

/** The limit says to the planner how few they are: from a range of words it expects so many that it reads them all. */
const few = (tx: Tx, rare: Range, ranges: readonly Range[], where: Prisma.Sql, page: Page) => {
  const others = ranges.filter((range) => range !== rare);
  const hits = Prisma.sql`(SELECT DISTINCT of_id FROM (${having(rare, FEW)}) some_words) hits`;
  return pageOf(
    tx,
    Prisma.sql`${hits} JOIN conversations c ON c.id = hits.of_id WHERE ${where} AND ${hasAll(others)}`,
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
