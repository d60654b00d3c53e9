import type { Tx } from '../../db/workspace.ts';

/** Whom of a calendar to ask: those for whom something came of what they told after `since`, and by the time it is due. */
export type Asked = {
  zone: string;
  week: string;
  country: string | null;
  month: string;
  since: Date;
  dueAt: Date;
};

/** Somebody for whom there may be something. */
export type Waiting = Pick<Asked, 'zone' | 'week' | 'country' | 'month'> & { userId: string };

/** A return as it stands in somebody's conversation, or is to. */
export type Standing = { userId: string; month: string };

export const returnStore = (tx: Tx) => ({
  /** Something became of what these people told. */
  used: (userIds: readonly string[], at: Date): Promise<unknown> => tx.$executeRaw`
    INSERT INTO returns (user_id, used_at) SELECT DISTINCT unnest(${[...userIds]}::text[]), ${at}::timestamptz
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET used_at = excluded.used_at`,

  /** Whether somebody said that they don't want to hear of it. */
  isUnwanted: async (userId: string): Promise<boolean> =>
    (await tx.return.count({ where: { userId, unwantedAt: { not: null } } })) > 0,

  /** From now on they don't want to hear of it; null: they do again. */
  want: (userId: string, unwantedAt: Date | null): Promise<unknown> => tx.$executeRaw`
    INSERT INTO returns (user_id, unwanted_at) VALUES (${userId}, ${unwantedAt}::timestamptz)
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET unwanted_at = excluded.unwanted_at`,

  /** Members who want to hear it, have no return of the month yet, and none that told the last of it already. By their ids. */
  waiting: (asked: readonly Asked[], kind: string, limit: number): Promise<Waiting[]> => tx.$queryRaw`
    SELECT /* planned anew */ p.user_id AS "userId", p.zone, p.week, p.country, a.month
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(zone text, week text, country text, month text,
        since timestamptz, "dueAt" timestamptz)
      JOIN people p ON p.zone = a.zone AND p.week = a.week AND coalesce(p.country, '') = coalesce(a.country, '')
      JOIN returns r ON r.user_id = p.user_id AND r.used_at > a.since AND r.used_at <= a."dueAt"
    WHERE p.member AND r.unwanted_at IS NULL
      AND 0 = (SELECT count(*) FROM outbox o WHERE o.kind = ${kind} AND o.recipient = p.user_id
        AND (o.subject = a.month OR o.sent_at IS NOT NULL AND o.due_at >= r.used_at))
    ORDER BY p.user_id, a.month LIMIT ${limit}`,

  /** When the last return that reached somebody before this moment was due. */
  lastTold: async (kind: string, userId: string, before: Date): Promise<Date | undefined> => {
    const last = await tx.outbox.findFirst({
      where: { kind, recipient: userId, sentAt: { not: null }, dueAt: { lt: before } },
      orderBy: { dueAt: 'desc' },
    });
    return last?.dueAt;
  },

  /** The latest return of somebody, whatever became of it. */
  latest: async (kind: string, userId: string): Promise<Standing | undefined> => {
    const row = await tx.outbox.findFirst({ where: { kind, recipient: userId }, orderBy: { subject: 'desc' } });
    return row ? { userId, month: row.subject } : undefined;
  },

  /** Returns that may quote what was told about a customer: they reached colleagues who told something of them too. */
  quoting: (kind: string, customerId: string): Promise<Standing[]> => tx.$queryRaw`
    SELECT o.recipient AS "userId", o.subject AS month FROM outbox o
    WHERE o.kind = ${kind} AND o.sent_at IS NOT NULL AND NOT o.gone
      AND o.recipient IN (SELECT user_id FROM conversations WHERE customer_id = ${customerId}::uuid)`,

  /** What came of something before this moment is told no more. */
  forget: async (before: Date): Promise<void> => {
    await tx.return.deleteMany({ where: { usedAt: { lt: before }, unwantedAt: null } });
    await tx.return.updateMany({ where: { usedAt: { lt: before } }, data: { usedAt: null } });
  },
});
