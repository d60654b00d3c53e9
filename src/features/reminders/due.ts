import type { Put } from '../../delivery/outbox.ts';
import type { Due, Seen } from '../../feature.ts';
import { firstOfMonth, lastOfMonth, localDay, monthOf } from '../../time.ts';
import { type Calendar, calendarName, calendarsOf, monthlyNudge, type SharedCalendar } from '../nudges/index.ts';
import { personStore } from '../people/index.ts';
import { settingStore } from '../settings/index.ts';
import { reminderKind, subjectOf } from './messages.ts';
import {
  DAYS_APART,
  isEvening,
  type NudgedDays,
  nudgedDays,
  nudgedOn,
  REMINDERS,
  type Reminder,
  remindedAt,
} from './rules.ts';
import { type Asked, reminderStore } from './store.ts';

const KINDS = { nudge: monthlyNudge.name, reminder: reminderKind.name, apart: DAYS_APART };

/**
 * Who was nudged this month, and has neither spoken with a customer nor a plan to: twice at most, by their own nudge.
 *
 * There is no `missed`: whether somebody was to be reminded is known only at that moment, by what they had planned and
 * logged until then, and a reminder that an outage swallowed is nobody's loss. The guarantee is about the nudge, whose
 * outages are counted (nudges/due.ts).
 */
export const remindersDue: Due = {
  name: 'reminders.again',
  mayBe: () => true,
  async rows(deps, tx, now, limit, seen) {
    const { nudgesStartedAt } = await settingStore(tx).all();
    if (!nudgesStartedAt) return [];
    const { all } = await calendarsOf({ people: personStore }, deps, tx, now);
    const calendars = new Map(all.map((shared) => [calendarName(shared.stored), shared]));
    const asked = all.flatMap((shared) => askedOf(shared, now, seen));
    const waiting = asked.length > 0 ? await reminderStore(tx).waiting(asked, KINDS, limit) : [];
    if (waiting.length < limit) for (const one of asked) seen.note(partOf(one), one.to.getTime());
    return waiting.flatMap(({ userId, month, reminder, nudgedAt, ...stored }): Put[] => {
      const calendar = calendars.get(calendarName(stored))?.calendar;
      const dueAt = calendar && remindedAt(reminder, month, nudgedAt, calendar);
      return dueAt
        ? [{ kind: reminderKind, recipient: userId, subject: subjectOf(month, reminder), dueAt, ...calendar }]
        : [];
    });
  },
};

/** The nudges of a calendar whose reminders are due, but for those that a look before this one has seen to. */
function askedOf({ stored, calendar }: SharedCalendar, now: Date, seen: Seen): Asked[] {
  const today = localDay(now, calendar.zone);
  const month = monthOf(today);
  return REMINDERS.flatMap((reminder) => {
    const found = daysOf(calendar, reminder, today, isEvening(now, calendar.zone));
    if (!found) return [];
    const nudged = nudgedOn(found, now, calendar.zone);
    const days = { month, first: firstOfMonth(month), last: lastOfMonth(month), today };
    const asked = { ...stored, ...days, reminder, ...nudged };
    const from = new Date(Math.max(nudged.from.getTime(), seen.upTo(partOf(asked)) ?? 0));
    return from < asked.to ? [{ ...asked, from }] : [];
  });
}

const known = new WeakMap<Calendar, Map<string, NudgedDays | undefined>>();

/** The same all day, and asked for every minute, of hundreds of calendars. */
function daysOf(calendar: Calendar, reminder: Reminder, today: string, evening: boolean): NudgedDays | undefined {
  const days = known.get(calendar) ?? new Map<string, NudgedDays | undefined>();
  known.set(calendar, days);
  const key = `${reminder} ${today} ${evening}`;
  if (!days.has(key)) days.set(key, nudgedDays(reminder, today, evening, calendar));
  return days.get(key);
}

const partOf = (one: Asked) => `${one.month} ${one.reminder} ${calendarName(one)}`;
