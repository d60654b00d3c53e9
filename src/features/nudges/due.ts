import type { Put } from '../../delivery/outbox.ts';
import type { Due } from '../../feature.ts';
import { addDays, dayOf, instantOf, localDay } from '../../time.ts';
import { personStore } from '../people/index.ts';
import { settingStore } from '../settings/index.ts';
import { laterNudge, monthlyNudge } from './messages.ts';
import { hereBefore, isLaterDue, mayBeNudgeDay, NUDGE_TIME, nudgeDue } from './rules.ts';
import { nudgeStore } from './store.ts';

/** The monthly nudge: on each zone's first working day at ten, once an admin has started the nudges. */
export const monthlyDue: Due = {
  name: 'nudges.monthly',
  mayBe: mayBeNudgeDay,
  async rows(_deps, tx, now, limit) {
    const { nudgesStartedAt } = await settingStore(tx).all();
    if (!nudgesStartedAt) return [];
    const zones = await personStore(tx).zones();
    const rows: Put[] = [];
    for (const [due, ofZones] of byDue(zones, now, new Date(nudgesStartedAt))) {
      const [zone = 'UTC'] = ofZones;
      const today = localDay(now, zone);
      const before = hereBefore(due.month, zone);
      const people = await nudgeStore(tx).open({
        zones: ofZones,
        month: due.month,
        hereBefore: before,
        today,
        limit: limit - rows.length,
      });
      rows.push(
        ...people.map((one) => ({
          kind: monthlyNudge,
          recipient: one.userId,
          subject: due.month,
          dueAt: due.dueAt,
          zone: one.zone,
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
  async rows(_deps, tx, now, limit) {
    const { nudgesStartedAt } = await settingStore(tx).all();
    if (!nudgesStartedAt) return [];
    const furthestDay = addDays(localDay(now, 'UTC'), 1);
    const putOff = await nudgeStore(tx).putOff(furthestDay, laterNudge.name, limit);
    return putOff
      .map((one) => ({ ...one, laterOn: dayOf(one.laterOn) }))
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

/** Zones with the same due instant share one query. */
function byDue(zones: readonly string[], now: Date, startedAt: Date) {
  const groups = new Map<string, [{ month: string; dueAt: Date }, string[]]>();
  for (const zone of zones) {
    const due = nudgeDue(now, zone, startedAt);
    if (!due) continue;
    const key = due.dueAt.toISOString();
    const group = groups.get(key) ?? [due, []];
    group[1].push(zone);
    groups.set(key, group);
  }
  return groups.values();
}
