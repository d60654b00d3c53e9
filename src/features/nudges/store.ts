import type { Tx } from '../../db/workspace.ts';
import { dateOf, dayOf, firstOfMonth, lastOfMonth } from '../../time.ts';
import type { Answer } from './views.ts';

/** One person's nudge of a month. */
export type Nudge = {
  userId: string;
  month: string;
  customerId: string | null;
  skipped: string[];
  answer: Answer | null;
  laterOn: string | null;
};

type DueIn = { zones: readonly string[]; month: string; hereBefore: Date; today: string; limit: number } & Share;

/** Whose nudge of the month was made. */
export type Opened = { userId: string; zone: string; place: number };

/** A part of the people, by their place of the month. */
type Share = { from: number; to: number };

export const nudgeStore = (tx: Tx) => ({
  find: async (userId: string, month: string): Promise<Nudge | undefined> => {
    const row = await tx.nudge.findFirst({ where: { userId, month } });
    return row
      ? { ...row, answer: row.answer as Answer | null, laterOn: row.laterOn && dayOf(row.laterOn) }
      : undefined;
  },

  /**
   * Makes this month's nudges of the members in these zones who have none: here before the month, not resting, and
   * without a conversation yet, a joint one among them, and with their place in this share. Answers who they are. A
   * place, from 0 to 1, is a hash of person and month: nobody is always the last, and nothing is kept.
   */
  open: (due: DueIn): Promise<Opened[]> => {
    const { zones, month, hereBefore, today, limit, from, to } = due;
    return tx.$queryRaw`
      WITH due AS (/* planned anew */
        SELECT p.user_id, p.zone, h.place FROM people p, LATERAL
          (SELECT ('x' || left(md5(p.user_id || ' ' || ${month}), 8))::bit(32)::bigint / 4294967296::float8 AS place) h
        WHERE p.member AND p.zone = ANY (${[...zones]}::text[]) AND p.first_seen_at < ${hereBefore}::timestamptz
          AND 0 = (SELECT count(*) FROM nudges n WHERE n.user_id = p.user_id AND n.month || '' = ${month})
          AND 0 = (SELECT count(*) FROM rests r WHERE r.user_id = p.user_id AND (r.until IS NULL OR r.until > ${today}::date))
          AND 0 = (SELECT count(*) FROM conversations c WHERE c.user_id = p.user_id AND c.counts
            AND c.held_on BETWEEN ${firstOfMonth(month)}::date AND ${lastOfMonth(month)}::date)
          AND 0 = (SELECT count(*) FROM companions j JOIN conversations c ON c.id = j.conversation_id
            WHERE j.user_id = p.user_id AND j.answer = 'yes' AND c.counts
              AND c.held_on BETWEEN ${firstOfMonth(month)}::date AND ${lastOfMonth(month)}::date)
          AND (${to - from >= 1} OR h.place >= ${from}::float8 AND h.place < ${to}::float8)
        ORDER BY p.user_id LIMIT ${limit}),
      opened AS (INSERT INTO nudges (user_id, month) SELECT user_id, ${month} FROM due ON CONFLICT DO NOTHING)
      SELECT user_id AS "userId", zone, place FROM due ORDER BY user_id`;
  },

  /** Nudges put off until this day or an earlier one that were not sent again yet. */
  putOff: (day: string, kind: string, limit: number) => tx.$queryRaw<
    { userId: string; month: string; zone: string; laterOn: Date }[]
  >`
    SELECT n.user_id AS "userId", n.month, p.zone, n.later_on AS "laterOn" FROM nudges n JOIN people p ON p.user_id = n.user_id
    WHERE n.later_on <= ${day}::date AND n.answer = 'later' AND p.member
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = ${kind} AND o.recipient = n.user_id AND o.subject = n.month)
    ORDER BY n.user_id LIMIT ${limit}`,

  suggest: (userId: string, month: string, customerId: string | null, skipped: readonly string[]) =>
    tx.nudge.updateMany({ where: { userId, month }, data: { customerId, skipped: [...skipped] } }),

  answer: (userId: string, month: string, answer: Answer | null, laterOn: string | null) =>
    tx.nudge.updateMany({
      where: { userId, month },
      data: { answer, laterOn: laterOn === null ? null : dateOf(laterOn) },
    }),

  /** The newest nudge of somebody, whatever its month. */
  latest: async (userId: string): Promise<Nudge | undefined> => {
    const row = await tx.nudge.findFirst({ where: { userId }, orderBy: { month: 'desc' } });
    return row
      ? { ...row, answer: row.answer as Answer | null, laterOn: row.laterOn && dayOf(row.laterOn) }
      : undefined;
  },

  /** Whether somebody has heard none before this month's: one that is known not to have been sent doesn't count. */
  isFirst: async (kind: string, userId: string, month: string): Promise<boolean> => {
    const earlier = await tx.$queryRaw<object[]>`
      SELECT 1 FROM nudges n WHERE n.user_id = ${userId} AND n.month < ${month}
        AND NOT EXISTS (SELECT 1 FROM outbox o
          WHERE o.kind = ${kind} AND o.recipient = n.user_id AND o.subject = n.month AND o.sent_at IS NULL) LIMIT 1`;
    return earlier.length === 0;
  },
});

/** Over how many days a month's nudges are spread. */
export const spreadStore = (tx: Tx) => ({
  /** As many as they ever were, and from now on at least as many as these. */
  atLeast: async (month: string, days: number): Promise<number> => {
    const before = (await tx.nudgeSpread.findFirst({ where: { month } }))?.days ?? 0;
    if (before >= days) return before;
    const { count } = await tx.nudgeSpread.updateMany({ where: { month }, data: { days } });
    if (count === 0) await tx.nudgeSpread.createMany({ data: [{ month, days }], skipDuplicates: true });
    return days;
  },
});

/** Who rests: until a day (exclusive), or, without one, until they come back. */
export const restStore = (tx: Tx) => ({
  find: async (userId: string): Promise<{ until: string | null } | undefined> => {
    const row = await tx.rest.findFirst({ where: { userId } });
    return row ? { until: row.until && dayOf(row.until) } : undefined;
  },

  rest: async (userId: string, until: string | null, at: Date): Promise<void> => {
    await tx.rest.deleteMany({ where: { userId } });
    await tx.rest.create({ data: { userId, until: until === null ? null : dateOf(until), at } });
  },

  comeBack: (userId: string) => tx.rest.deleteMany({ where: { userId } }),
});
