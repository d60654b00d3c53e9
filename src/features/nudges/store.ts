import type { Tx } from '../../db/workspace.ts';
import { dateOf, dayOf } from '../../time.ts';
import type { Answer } from './views.ts';

/** One person's nudge of a month. */
export type Nudge = {
  userId: string;
  month: string;
  customerId: string | null;
  skipped: string[];
  answer: Answer | null;
  laterOn: string | null;
  /** Whether they did anything since it came. */
  noticed: boolean;
  /** It says that it is the last for now. */
  closing: boolean;
};

/** A nudge that comes back on a day (midnight UTC). */
type PutOff = { userId: string; month: string; zone: string; laterOn: Date };

export const nudgeStore = (tx: Tx) => ({
  find: async (userId: string, month: string): Promise<Nudge | undefined> => {
    const row = await tx.nudge.findFirst({ where: { userId, month } });
    return row
      ? { ...row, answer: row.answer as Answer | null, laterOn: row.laterOn && dayOf(row.laterOn) }
      : undefined;
  },

  /** Nudges put off until this day or an earlier one that were not sent again that day yet. Once, their subject was the month. */
  putOff: (day: string, kind: string, limit: number): Promise<PutOff[]> => tx.$queryRaw`
    SELECT n.user_id AS "userId", n.month, p.zone, n.later_on AS "laterOn" FROM nudges n JOIN people p ON p.user_id = n.user_id
    WHERE n.later_on <= ${day}::date AND n.answer = 'later' AND p.member
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = ${kind} AND o.recipient = n.user_id
        AND o.subject IN (n.month, to_char(n.later_on, 'YYYY-MM-DD')))
    ORDER BY n.user_id LIMIT ${limit}`,

  /** Nudges that people have from now on. */
  open: (nudges: readonly Pick<Nudge, 'userId' | 'month'>[]): Promise<number> => tx.$executeRaw`
    INSERT INTO nudges (user_id, month)
    SELECT n."userId", n.month FROM jsonb_to_recordset(${JSON.stringify(nudges)}::jsonb) AS n("userId" text, month text)
    ON CONFLICT DO NOTHING`,

  suggest: (userId: string, month: string, customerId: string | null, skipped: readonly string[]) =>
    tx.nudge.updateMany({ where: { userId, month }, data: { customerId, skipped: [...skipped] } }),

  answer: (userId: string, month: string, answer: Answer | null, laterOn: string | null): Promise<unknown> =>
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

  /** This one says that it is the last for now. */
  close: (userId: string, month: string): Promise<unknown> =>
    tx.nudge.updateMany({ where: { userId, month }, data: { closing: true } }),

  /** Whether the last so many that somebody got before this month's have all gone by without a sign of them. */
  wentUnnoticed: async (kind: string, userId: string, month: string, many: number): Promise<boolean> => {
    const last = await tx.$queryRaw<{ noticed: boolean }[]>`
      SELECT n.noticed FROM nudges n
        JOIN outbox o ON o.kind = ${kind} AND o.recipient = n.user_id AND o.subject = n.month AND o.sent_at IS NOT NULL
      WHERE n.user_id = ${userId} AND n.month < ${month} ORDER BY n.month DESC LIMIT ${many}`;
    return last.length === many && last.every(({ noticed }) => !noticed);
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

export type NudgeStore = ReturnType<typeof nudgeStore>;

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

export type SpreadStore = ReturnType<typeof spreadStore>;
