import type { Tx } from '../../db/workspace.ts';
import { dateOf, dayOf } from '../../time.ts';
import type { Absence } from '../people/index.ts';
import { PLAN_KINDS, type Plan } from './rules.ts';

/** What somebody chose in the form. */
export type Chosen = Pick<Plan, 'on' | 'customerId' | 'kind' | 'words'> & {
  /** When they chose this customer on the customer's page; null: anywhere else. */
  promptedAt: Date | null;
};

/** That somebody means to talk with a customer, since when; whose plan it is isn't in it. */
export type Prompted = { customerId: string; promptedAt: Date };

/** A plan that hasn't come back yet, and what its owner's working days depend on. */
export type Waiting = {
  userId: string;
  on: string;
  zone: string;
  week: string;
  country: string | null;
  absences: Absence[];
};

/** One plan at a time for everybody, each by their own id. */
export const planStore = (tx: Tx) => ({
  find: async (userId: string): Promise<Plan | undefined> => {
    const row = await tx.plan.findFirst({ where: { userId } });
    return row
      ? {
          ...{ userId, customerId: row.customerId, words: row.words },
          ...{ on: dayOf(row.onDay), askedOn: row.askedOn && dayOf(row.askedOn) },
          kind: PLAN_KINDS.find((kind) => kind === row.kind) ?? 'other',
          ended: row.ended === 'done' || row.ended === 'never-mind' ? row.ended : null,
        }
      : undefined;
  },

  /** From now on this is their plan, in the place of any other. */
  keep: (userId: string, { on, customerId, kind, words, promptedAt }: Chosen): Promise<unknown> => tx.$executeRaw`
    INSERT INTO plans (user_id, on_day, customer_id, kind, words, prompted_at)
    VALUES (${userId}, ${on}::date, ${customerId}::uuid, ${kind}, ${words}, ${promptedAt}::timestamptz)
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET on_day = excluded.on_day, customer_id = excluded.customer_id,
      kind = excluded.kind, words = excluded.words, asked_on = NULL, ended = NULL,
      prompted_at = CASE WHEN plans.customer_id = excluded.customer_id AND plans.ended IS NULL
        THEN coalesce(plans.prompted_at, excluded.prompted_at) ELSE excluded.prompted_at END`,

  /** Whom of these customers colleagues of somebody mean to talk with, by a plan of a span of time that is still one. */
  prompted: (customerIds: readonly string[], userId: string, { since, until }: { since: Date; until: Date }) =>
    tx.$queryRaw<Prompted[]>`
    SELECT l.customer_id AS "customerId", max(l.prompted_at) AS "promptedAt" FROM plans l
    WHERE l.prompted_at > ${since}::timestamptz AND l.prompted_at <= ${until}::timestamptz AND l.ended IS NULL
      AND l.user_id <> ${userId} AND l.customer_id = ANY (${[...customerIds]}::uuid[])
    GROUP BY l.customer_id ORDER BY 2 DESC`,

  /** False where it had ended before. */
  end: async (userId: string, how: 'done' | 'never-mind'): Promise<boolean> => {
    const { count } = await tx.plan.updateMany({ where: { userId, ended: null }, data: { ended: how } });
    return count > 0;
  },

  /** Members' plans up to this day that haven't come back yet. */
  waiting: (day: string, limit: number): Promise<Waiting[]> => tx.$queryRaw`
    SELECT l.user_id AS "userId", to_char(l.on_day, 'YYYY-MM-DD') AS "on", p.zone, p.week, p.country,
      coalesce((SELECT jsonb_agg(jsonb_build_object('from', a.from_day, 'until', a.until_day))
        FROM absences a WHERE a.user_id = l.user_id), '[]') AS absences
    FROM plans l JOIN people p ON p.user_id = l.user_id
    WHERE l.asked_on IS NULL AND l.ended IS NULL AND l.on_day <= ${day}::date AND p.member
    ORDER BY l.on_day, l.user_id LIMIT ${limit}`,

  /** These came back, each on its day. */
  asked: (plans: readonly { userId: string; on: string }[]): Promise<number> => tx.$executeRaw`
    UPDATE plans l SET asked_on = s."on"
    FROM jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) AS s("userId" text, "on" date) WHERE l.user_id = s."userId"`,

  /** What was planned for a day before this one is nobody's business any more. */
  forget: (before: string): Promise<unknown> => tx.plan.deleteMany({ where: { onDay: { lt: dateOf(before) } } }),
});
