import { DEFAULT_OPTIONS } from '../../delivery/options.ts';
import type { Put } from '../../delivery/outbox.ts';
import type { Due } from '../../feature.ts';
import { addDays, dayOf, instantOf, localDay, monthOf, safeZone } from '../../time.ts';
import { personStore } from '../people/index.ts';
import { settingStore } from '../settings/index.ts';
import { laterNudge, monthlyNudge } from './messages.ts';
import { hereBefore, isLaterDue, mayBeNudgeDay, type NudgeDue, nudgeDue } from './rules.ts';
import { type Crowd, daysToSpread, momentOf, NUDGE_TIME } from './spread-rules.ts';
import { nudgeStore } from './store.ts';

/** Rows that can go out within an hour. */
const PER_HOUR = DEFAULT_OPTIONS.ceiling * 3_600;

/**
 * The monthly nudge: on each zone's first working day at ten, once an admin has started the nudges; spread over hours
 * and days where more people are due in an hour than can hear it in one.
 */
export const monthlyDue: Due = {
  name: 'nudges.monthly',
  mayBe: mayBeNudgeDay,
  async rows({ workspace }, tx, now, limit) {
    const { nudgesStartedAt } = await settingStore(tx).all();
    if (!nudgesStartedAt) return [];
    const known = (zone = workspace.zone) => safeZone(zone, workspace.zone);
    const zones = await personStore(tx).zones();
    const rows: Put[] = [];
    for (const [{ days, ...due }, ofZones] of byDue(zones, known, now, new Date(nudgesStartedAt))) {
      const zone = known(ofZones[0]);
      const today = localDay(now, zone);
      const before = hereBefore(due.month, zone);
      const people = await nudgeStore(tx).open({
        zones: ofZones,
        ...due,
        hereBefore: before,
        today,
        limit: limit - rows.length,
      });
      rows.push(
        ...people.map((one) => ({
          kind: monthlyNudge,
          recipient: one.userId,
          subject: due.month,
          dueAt: momentOf(due.month, known(one.zone), days, one.place),
          zone: known(one.zone),
        })),
      );
      if (rows.length >= limit) break;
    }
    return rows;
  },
};

/** Nudges that were put off to a day that has come. */
export const laterDue: Due = {
  name: 'nudges.again',
  mayBe: () => true,
  async rows({ workspace }, tx, now, limit) {
    const { nudgesStartedAt } = await settingStore(tx).all();
    if (!nudgesStartedAt) return [];
    const furthestDay = addDays(localDay(now, 'UTC'), 1);
    const putOff = await nudgeStore(tx).putOff(furthestDay, laterNudge.name, limit);
    return putOff
      .map((one) => ({ ...one, laterOn: dayOf(one.laterOn), zone: safeZone(one.zone, workspace.zone) }))
      .filter(({ laterOn, zone }) => isLaterDue(laterOn, now, zone))
      .map(({ userId, month, zone, laterOn }) => ({
        kind: laterNudge,
        recipient: userId,
        subject: month,
        dueAt: instantOf(laterOn, NUDGE_TIME, zone),
        zone,
      }));
  },
};

/** Zones in which the same people are due share one query; they stand in it as the database has them. */
function byDue(stored: readonly Crowd[], known: (zone: string) => string, now: Date, startedAt: Date) {
  const crowds = stored.map(({ zone, people }) => ({ zone: known(zone), people }));
  const groups = new Map<string, [NudgeDue & { days: number }, string[]]>();
  for (const { zone: storedZone } of stored) {
    const zone = known(storedZone);
    const days = daysToSpread(crowds, monthOf(localDay(now, zone)), PER_HOUR);
    const due = nudgeDue(now, zone, startedAt, days);
    if (!due) continue;
    const key = `${due.dueAt.toISOString()} ${due.from} ${due.to}`;
    const group = groups.get(key) ?? [{ ...due, days }, []];
    group[1].push(storedZone);
    groups.set(key, group);
  }
  return groups.values();
}
