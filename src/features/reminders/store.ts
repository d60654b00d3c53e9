import type { Tx } from '../../db/workspace.ts';
import type { Reminder } from './rules.ts';

/** Whom of a calendar to remind: those whose nudge of the month was due after `from` and by `to`. `today`: their own day. */
export type Asked = {
  zone: string;
  week: string;
  country: string | null;
  month: string;
  reminder: Reminder;
  first: string;
  last: string;
  today: string;
  from: Date;
  to: Date;
};

/** Somebody to remind, and when their nudge was due. */
export type Waiting = Pick<Asked, 'zone' | 'week' | 'country' | 'month' | 'reminder'> & {
  userId: string;
  nudgedAt: Date;
};

/** The kinds whose rows are looked at; `apart`: the days that "next week" keeps away from a reminder. */
type Kinds = { nudge: string; reminder: string; apart: number };

export const reminderStore = (tx: Tx) => ({
  /**
   * Members whose nudge reached them and was neither put off lately nor a closing one, who don't rest, have no plan that
   * is still open, and had no conversation that counts in the month, a joint one among them.
   */
  waiting: (asked: readonly Asked[], kinds: Kinds, limit: number): Promise<Waiting[]> => tx.$queryRaw`
    WITH asked AS MATERIALIZED (/* planned anew */
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(zone text, week text, country text,
          month text, reminder text, first date, last date, today date, "from" timestamptz, "to" timestamptz)),
      spans AS MATERIALIZED (SELECT DISTINCT month, "from", "to" FROM asked)
    SELECT p.user_id AS "userId", p.zone, p.week, p.country, c.month, c.reminder, o.due_at AS "nudgedAt"
    FROM spans s CROSS JOIN LATERAL (SELECT o.recipient, o.due_at FROM outbox o
        WHERE o.kind = ${kinds.nudge} AND o.subject = s.month AND o.due_at > s."from" AND o.due_at <= s."to"
          AND o.sent_at IS NOT NULL AND NOT o.gone) o
      JOIN people p ON p.user_id = o.recipient
      JOIN asked c ON c.month = s.month AND c."from" = s."from" AND c."to" = s."to"
        AND p.zone = c.zone AND p.week = c.week AND coalesce(p.country, '') = coalesce(c.country, '')
      JOIN nudges n ON n.user_id = p.user_id AND n.month = c.month
    WHERE p.member AND NOT n.closing AND (n.later_on IS NULL OR n.later_on < c.today - ${kinds.apart}::int)
      AND 0 = (SELECT count(*) FROM rests r WHERE r.user_id = p.user_id AND (r.until IS NULL OR r.until > c.today))
      AND 0 = (SELECT count(*) FROM plans l
        WHERE l.user_id = p.user_id AND l.ended IS NULL AND (l.asked_on IS NULL OR l.asked_on >= c.today))
      AND 0 = (SELECT count(*) FROM conversations t WHERE t.user_id = p.user_id AND t.counts
        AND t.held_on BETWEEN c.first AND c.last)
      AND 0 = (SELECT count(*) FROM companions j JOIN conversations t ON t.id = j.conversation_id
        WHERE j.user_id = p.user_id AND j.answer = 'yes' AND t.counts AND t.held_on BETWEEN c.first AND c.last)
      AND 0 = (SELECT count(*) FROM outbox s WHERE s.kind = ${kinds.reminder} AND s.recipient = p.user_id
        AND s.subject = c.month || ':' || c.reminder)
    ORDER BY p.user_id, c.reminder LIMIT ${limit}`,

  /** When somebody's nudge of a month was due. */
  nudgedAt: async (kind: string, userId: string, month: string): Promise<Date | undefined> =>
    (await tx.outbox.findFirst({ where: { kind, recipient: userId, subject: month } }))?.dueAt,
});
