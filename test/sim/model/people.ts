import { USUAL_WEEK } from '../../../src/features/people/days-rules.ts';
import type { SharedDays } from '../../../src/features/people/index.ts';
import type { Stores } from '../stores.ts';
import type { Tables } from './tables.ts';

/** Who is here, in memory. */
export const modelPeople = ({ people, rosters }: Tables): ReturnType<Stores['people']> => ({
  admins: async () => people.where(({ admin, member }) => admin && member),
  find: async (userId) => people.get(userId),
  async see(seen, zone, now) {
    for (const { today, ...one } of seen) {
      const before = people.get(one.userId);
      const comes = !before || (one.member && !before.member);
      people.set(one.userId, {
        ...one,
        lang: one.lang ?? before?.lang ?? 'en',
        zone: one.zone ?? before?.zone ?? zone,
        firstSeenAt: comes ? now : before.firstSeenAt,
        joinedOn: comes ? (one.member && rosters.get(READ) ? today : null) : before.joinedOn,
        week: before?.week ?? USUAL_WEEK,
        country: before?.country ?? null,
        nudgeDay: before?.nudgeDay ?? null,
      });
    }
    return seen.length;
  },
  async rosterRead(at) {
    if (!rosters.get(READ)) rosters.set(READ, at);
  },
  async chooseDays(userId, week, country) {
    const one = people.get(userId);
    if (one) people.set(userId, { ...one, week, country });
  },
  async chooseNudgeDay(userId, nudgeDay) {
    const one = people.get(userId);
    if (one) people.set(userId, { ...one, nudgeDay });
  },
  async calendars() {
    const shared = new Map<string, SharedDays>();
    for (const { zone, week, country } of people.where(({ member }) => member)) {
      const name = `${zone} ${week} ${country}`;
      shared.set(name, { zone, week, country, people: (shared.get(name)?.people ?? 0) + 1 });
    }
    return [...shared.values()];
  },
});

/** The one row that says when the roster was first read whole. */
const READ = 'read';

/** Days off, in memory. */
export const modelAbsences = ({ absences }: Tables): ReturnType<Stores['absences']> => ({
  of: async (userId) =>
    absences
      .where((one) => one.userId === userId)
      .map(({ from, until }) => ({ source: 'own' as const, from, until }))
      .sort((one, other) => (one.from < other.from ? -1 : 1)),
  keepOwn: async (userId, { from, until }) => absences.set(`${userId} ${from}`, { userId, from, until }),
  async endOwn(userId, from, yesterday) {
    const key = `${userId} ${from}`;
    if (from > yesterday) absences.delete(key);
    else if (absences.get(key)) absences.set(key, { userId, from, until: yesterday });
  },
});
