import type { Tx } from '../../db/workspace.ts';
import type { Person as PersonRow } from '../../generated/prisma/client.ts';
import type { Lang } from '../../texts.ts';
import { dayOf } from '../../time.ts';
import type { Person } from './rules.ts';

/** A person as the roster brings them; what Slack didn't tell (a change event without a locale) stays as it was. */
export type Seen = {
  userId: string;
  name: string;
  lang: Lang | null;
  zone: string | null;
  member: boolean;
  admin: boolean;
  /** The day it is where they are. */
  today: string;
};

/** A zone, a week and a country, and how many members have all three. */
export type SharedDays = Pick<Person, 'zone' | 'week' | 'country'> & { people: number };

export const personStore = (tx: Tx) => ({
  find: async (userId: string): Promise<Person | undefined> => {
    const row = await tx.person.findFirst({ where: { userId } });
    return row ? personIn(row) : undefined;
  },

  /**
   * Writes who was seen, in one statement for a whole page of the roster. `zone` stands in where Slack gave none. Whoever
   * becomes a member once the roster has been read whole has joined on that day.
   */
  see: (people: readonly Seen[], zone: string, now: Date): Promise<number> => tx.$executeRaw`
    INSERT INTO people (user_id, name, lang, zone, member, admin, first_seen_at, seen_at, joined_on)
    SELECT s."userId", s.name, coalesce(s.lang, p.lang, 'en'), coalesce(s.zone, p.zone, ${zone}), s.member, s.admin,
      ${now}::timestamptz, ${now}::timestamptz, CASE WHEN s.member AND EXISTS (SELECT 1 FROM rosters) THEN s.today END
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      AS s("userId" text, name text, lang text, zone text, member boolean, admin boolean, today date)
    LEFT JOIN people p ON p.user_id = s."userId"
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET
      name = excluded.name, lang = excluded.lang, zone = excluded.zone, member = excluded.member, admin = excluded.admin,
      seen_at = excluded.seen_at,
      first_seen_at = CASE WHEN excluded.member AND NOT people.member THEN excluded.first_seen_at ELSE people.first_seen_at END,
      joined_on = CASE WHEN excluded.member AND NOT people.member THEN excluded.joined_on ELSE people.joined_on END`,

  /** The roster has been read to its last page. The first time is kept. */
  rosterRead: (at: Date): Promise<unknown> => tx.roster.createMany({ data: { readAt: at }, skipDuplicates: true }),

  /** Which weekdays somebody works, and where their holidays are; null: where the house is. */
  chooseDays: (userId: string, week: string, country: string | null): Promise<unknown> =>
    tx.person.updateMany({ where: { userId }, data: { week, country } }),

  /** From which day of the month on they are asked; null: like everybody. */
  chooseNudgeDay: (userId: string, nudgeDay: number | null): Promise<unknown> =>
    tx.person.updateMany({ where: { userId }, data: { nudgeDay } }),

  /** Whoever the whole roster no longer names has left. */
  leaveUnseen: (since: Date) =>
    tx.person.updateMany({ where: { seenAt: { lt: since }, member: true }, data: { member: false, admin: false } }),

  /** Most members' zone and language: the house's first values. */
  majority: async (): Promise<{ zone: string; lang: Lang } | undefined> => {
    const [row] = await tx.$queryRaw<{ zone: string; lang: Lang }[]>`
      SELECT mode() WITHIN GROUP (ORDER BY zone) AS zone, mode() WITHIN GROUP (ORDER BY lang) AS lang
      FROM people WHERE member HAVING count(*) > 0`;
    return row;
  },

  admins: async (): Promise<Person[]> =>
    (await tx.person.findMany({ where: { admin: true, member: true } })).map(personIn),

  /** What members share that decides when they are reached, and how many share it: few, however many people. */
  calendars: (): Promise<SharedDays[]> => tx.$queryRaw`
    SELECT zone, week, country, count(*)::int AS people FROM people WHERE member GROUP BY zone, week, country`,
});

export type PersonStore = ReturnType<typeof personStore>;

const personIn = (row: PersonRow): Person => ({
  ...row,
  lang: row.lang as Lang,
  joinedOn: row.joinedOn && dayOf(row.joinedOn),
});
