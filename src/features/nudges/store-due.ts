import type { Tx } from '../../db/workspace.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Absence, SharedDays } from '../people/index.ts';

/** A month, its first and its last day. */
export type Month = { month: string; first: string; last: string };

/** Whom of a calendar to ask: those whose place of the month is at least `from` and below `to`, and whose id comes after `after`. */
export type Asked = Month & Pick<SharedDays, 'zone' | 'week' | 'country'> & { from: number; to: number; after: string };

/**
 * Whose own days to look at: those with days off that end between two days, those who joined on `joinedSince` or later,
 * those whose rest ends after `endSince` and by `resting`, and those who want to be asked from a day of the month between
 * two; not those who are off all the time from `awayFrom` until `awayUntil`. `resting`: who rests beyond this day.
 */
export type LookedAt = Record<'endSince' | 'endUntil' | 'joinedSince' | 'awayFrom' | 'awayUntil' | 'resting', string> &
  Record<'nudgeDaySince' | 'nudgeDayUntil', number>;

/** Members of the `n`th calendar asked who have no nudge of its month, by their ids; and, from 0 to 1, their places in it. */
export type Waiting = { n: number; userIds: string[]; places: number[] };

/** Such a member alone, with what their own days depend on. */
export type WaitingOwn = Pick<SharedDays, 'zone' | 'week' | 'country'> & {
  userId: string;
  month: string;
  place: number;
  joinedOn: string | null;
  restsUntil: string | null;
  nudgeDay: number | null;
  absences: Absence[];
};

/** The kind of the monthly nudge (messages.ts). */
export const NUDGE = 'nudges.monthly';

/** For so many days somebody is a newcomer, whose own days are looked at. */
export const NEWCOMER_DAYS = 366;

/**
 * Who waits for a month's nudge: members who have none, don't rest and had no conversation yet, a joint one among them. A place is a hash of
 * person and month: nobody is always the last, and nothing is kept.
 */
export const waitingStore = (tx: Tx) => ({
  /**
   * Makes the nudges of those of these calendars who are due like everybody there: no newcomers, without a day of their
   * own, and neither off nor resting on any day of the month. Answers who they are, in the order in which calendars are
   * asked; no more than `limit`. A row for each calendar: as many rows as people would cost more than finding them.
   */
  together: (asked: readonly Asked[], limit: number): Promise<Waiting[]> => tx.$queryRaw`
    WITH due AS (/* planned anew */
      SELECT c.n, c.month, one.user_id, one.place
      FROM jsonb_to_recordset(${JSON.stringify(asked.map((one, n) => ({ ...one, n })))}::jsonb) AS c(n int, zone text,
          week text, country text, month text, first date, last date, "from" float8, "to" float8, after text),
        LATERAL (SELECT p.user_id, h.place FROM people p, LATERAL (SELECT ${PLACE} AS place) h
          WHERE p.member AND p.zone = c.zone AND p.week = c.week AND coalesce(p.country, '') = coalesce(c.country, '')
            AND p.user_id > c.after AND (c."to" - c."from" >= 1 OR h.place >= c."from" AND h.place < c."to") AND ${WAITS}
            AND (p.joined_on IS NULL OR p.joined_on < c.first - ${NEWCOMER_DAYS}::int)
            AND p.nudge_day IS NULL
            AND 0 = (SELECT count(*) FROM rests r WHERE r.user_id = p.user_id AND (r.until IS NULL OR r.until > c.first))
            AND 0 = (SELECT count(*) FROM absences a WHERE a.user_id = p.user_id
              AND a.from_day <= c.last AND (a.until_day IS NULL OR a.until_day >= c.first))
          ORDER BY p.user_id LIMIT ${limit}) one
      ORDER BY c.n, one.user_id LIMIT ${limit}),
    opened AS (INSERT INTO nudges (user_id, month) SELECT user_id, month FROM due ON CONFLICT DO NOTHING)
    SELECT n, array_agg(user_id ORDER BY user_id) AS "userIds", array_agg(place ORDER BY user_id) AS places
    FROM due GROUP BY n ORDER BY n`,

  /** Ids of people whose own days may decide, a page at a time: after this one. */
  withOwnDays: async (at: LookedAt, after: string, limit: number): Promise<string[]> => {
    const rows = await tx.$queryRaw<{ userId: string }[]>`
      SELECT user_id AS "userId" FROM (
        SELECT user_id FROM absences WHERE until_day BETWEEN ${at.endSince}::date AND ${at.endUntil}::date
        UNION SELECT user_id FROM people WHERE member AND joined_on >= ${at.joinedSince}::date
        UNION SELECT user_id FROM people WHERE member AND nudge_day BETWEEN ${at.nudgeDaySince} AND ${at.nudgeDayUntil}
        UNION SELECT user_id FROM rests WHERE until > ${at.endSince}::date AND until <= ${at.resting}::date) own
      WHERE user_id > ${after} ORDER BY user_id LIMIT ${limit}`;
    return rows.map(({ userId }) => userId);
  },

  /** Those of these people who wait, and what their own days depend on. */
  alone: (months: readonly Month[], at: LookedAt, userIds: readonly string[]): Promise<WaitingOwn[]> => tx.$queryRaw`
    SELECT /* planned anew */ p.user_id AS "userId", p.zone, p.week, p.country, c.month, ${PLACE} AS place,
      to_char(p.joined_on, 'YYYY-MM-DD') AS "joinedOn", p.nudge_day AS "nudgeDay",
      (SELECT to_char(r.until, 'YYYY-MM-DD') FROM rests r WHERE r.user_id = p.user_id) AS "restsUntil",
      coalesce((SELECT jsonb_agg(jsonb_build_object('from', a.from_day, 'until', a.until_day))
        FROM absences a WHERE a.user_id = p.user_id), '[]') AS absences
    FROM people p, jsonb_to_recordset(${JSON.stringify(months)}::jsonb) AS c(month text, first date, last date)
    WHERE p.user_id = ANY (${[...userIds]}::text[]) AND p.member AND ${WAITS}
      AND 0 = (SELECT count(*) FROM rests r
        WHERE r.user_id = p.user_id AND (r.until IS NULL OR r.until > ${at.resting}::date))
      AND 0 = (SELECT count(*) FROM absences a WHERE a.user_id = p.user_id
        AND a.from_day <= ${at.awayFrom}::date AND (a.until_day IS NULL OR a.until_day >= ${at.awayUntil}::date))`,
});

export type WaitingStore = ReturnType<typeof waitingStore>;

const PLACE = Prisma.sql`('x' || left(md5(p.user_id || ' ' || c.month), 8))::bit(32)::bigint / 4294967296::float8`;

/** Nobody is asked who was told that they are left in peace, and has done nothing since. */
const WAITS = Prisma.sql`
  0 = (SELECT count(*) FROM nudges n WHERE n.user_id = p.user_id AND (n.month || '' = c.month
    OR n.closing AND NOT n.noticed AND EXISTS (SELECT 1 FROM outbox o
      WHERE o.kind = ${NUDGE} AND o.recipient = n.user_id AND o.subject = n.month AND o.sent_at IS NOT NULL)))
  AND 0 = (SELECT count(*) FROM conversations t WHERE t.user_id = p.user_id AND t.counts
    AND t.held_on BETWEEN c.first AND c.last)
  AND 0 = (SELECT count(*) FROM companions j JOIN conversations t ON t.id = j.conversation_id
    WHERE j.user_id = p.user_id AND j.answer = 'yes' AND t.counts AND t.held_on BETWEEN c.first AND c.last)`;
