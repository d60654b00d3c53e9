import type { Tx } from '../../db/workspace.ts';
import type { Lang } from '../../texts.ts';
import { safeZone } from '../../time.ts';
import type { Person } from './rules.ts';

/** A person as the roster brings them; what Slack didn't tell (a change event without a locale) stays as it was. */
export type Seen = {
  userId: string;
  name: string;
  lang: Lang | null;
  zone: string | null;
  member: boolean;
  admin: boolean;
};

export const personStore = (tx: Tx) => ({
  find: async (userId: string): Promise<Person | undefined> => {
    const row = await tx.person.findFirst({ where: { userId } });
    return row ? { ...row, lang: row.lang as Lang } : undefined;
  },

  /** Writes who was seen, in one statement for a whole page of the roster. `zone` stands in where Slack gave none. */
  see: (people: readonly Seen[], zone: string, now: Date): Promise<number> => tx.$executeRaw`
    INSERT INTO people (user_id, name, lang, zone, member, admin, first_seen_at, seen_at)
    SELECT s."userId", s.name, coalesce(s.lang, p.lang, 'en'), coalesce(s.zone, p.zone, ${zone}), s.member, s.admin,
      ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      AS s("userId" text, name text, lang text, zone text, member boolean, admin boolean)
    LEFT JOIN people p ON p.user_id = s."userId"
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET
      name = excluded.name, lang = excluded.lang, zone = excluded.zone, member = excluded.member, admin = excluded.admin,
      seen_at = excluded.seen_at,
      first_seen_at = CASE WHEN excluded.member AND NOT people.member THEN excluded.first_seen_at ELSE people.first_seen_at END`,

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
    (await tx.person.findMany({ where: { admin: true, member: true } })).map((row) => ({
      ...row,
      lang: row.lang as Lang,
    })),

  /** The zones members live in, and how many in each: few, however many people. */
  zones: (): Promise<{ zone: string; people: number }[]> => tx.$queryRaw`
    SELECT zone, count(*)::int AS people FROM people WHERE member GROUP BY zone`,
});

export type PersonStore = ReturnType<typeof personStore>;

/**
 * Where somebody is and whether they are still a member: what the sender asks before it sends. `houseZone` stands in for
 * a zone this Node doesn't know, which a newer one may have written.
 */
export async function whereabouts(
  tx: Tx,
  userId: string,
  houseZone: string,
): Promise<{ zone: string; member: boolean } | undefined> {
  const person = await personStore(tx).find(userId);
  return person && { zone: safeZone(person.zone, houseZone), member: person.member };
}
