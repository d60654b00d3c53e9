import type { Tx } from '../../db/workspace.ts';
import { dateOf, dayOf } from '../../time.ts';
import type { Absence } from './days-rules.ts';

/** What a status says of somebody today, in their own zone: away until a day, until it is cleared (null), or not at all. */
export type StatusSeen = { userId: string; today: string; away: boolean; until: string | null };

/** Where an absence comes from: their own word on Home, or their status in Slack. */
export type Source = 'own' | 'status';

/** Days off, each person's own. Ended ones are kept as long as one of the months that somebody may look at has them. */
export const absenceStore = (tx: Tx) => ({
  of: async (userId: string): Promise<(Absence & { source: Source })[]> => {
    const rows = await tx.absence.findMany({ where: { userId }, orderBy: { fromDay: 'asc' } });
    return rows.map(({ source, fromDay, untilDay }) => ({
      source: source as Source,
      from: dayOf(fromDay),
      until: untilDay && dayOf(untilDay),
    }));
  },

  /** Keeps days off that somebody gives; a period that begins on the same day is replaced. */
  keepOwn: (userId: string, { from, until }: Absence): Promise<unknown> => tx.$executeRaw`
    INSERT INTO absences (user_id, source, from_day, until_day) VALUES (${userId}, 'own', ${from}::date, ${until}::date)
    ON CONFLICT (workspace_id, user_id, source, from_day) DO UPDATE SET until_day = excluded.until_day`,

  /** They are not off then after all: what was is kept, since it was; what is still to come goes. */
  endOwn: async (userId: string, from: string, yesterday: string): Promise<void> => {
    const which = { userId, source: 'own', fromDay: dateOf(from) };
    if (from > yesterday) await tx.absence.deleteMany({ where: which });
    else await tx.absence.updateMany({ where: which, data: { untilDay: dateOf(yesterday) } });
  },

  /** Follows everybody's status, a page of the roster at a time. A status that is gone ended yesterday. */
  follow: async (seen: readonly StatusSeen[]): Promise<void> => {
    const rows = JSON.stringify(seen);
    await tx.$executeRaw`
      DELETE FROM absences a USING jsonb_to_recordset(${rows}::jsonb) AS s("userId" text, today date, away boolean)
      WHERE a.user_id = s."userId" AND a.source = 'status' AND NOT s.away AND a.from_day >= s.today`;
    await tx.$executeRaw`
      UPDATE absences a SET until_day = CASE WHEN s.away THEN s.until ELSE s.today - 1 END
      FROM jsonb_to_recordset(${rows}::jsonb) AS s("userId" text, today date, away boolean, until date)
      WHERE a.user_id = s."userId" AND a.source = 'status' AND coalesce(a.until_day, s.today) >= s.today`;
    await tx.$executeRaw`
      INSERT INTO absences (user_id, source, from_day, until_day)
      SELECT s."userId", 'status', s.today, s.until
      FROM jsonb_to_recordset(${rows}::jsonb) AS s("userId" text, today date, away boolean, until date)
      WHERE s.away AND NOT EXISTS (SELECT 1 FROM absences a
        WHERE a.user_id = s."userId" AND a.source = 'status' AND coalesce(a.until_day, s.today) >= s.today)`;
  },

  /** Forgets what ended before this day, and whatever somebody had who is no colleague any more. */
  forget: (before: string) => tx.$executeRaw`
    DELETE FROM absences a WHERE a.until_day < ${before}::date
      OR NOT EXISTS (SELECT 1 FROM people p WHERE p.user_id = a.user_id AND p.member)`,
});

export type AbsenceStore = ReturnType<typeof absenceStore>;
