import type { Due } from '../../feature.ts';
import { addDays, dayOf, instantOf, localDay, safeZone } from '../../time.ts';
import { laterNudge } from './messages.ts';
import { monthlyRows } from './monthly.ts';
import { isLaterDue } from './rules.ts';
import { NUDGE_TIME } from './spread-rules.ts';
import { DATABASE, type Stores } from './stores.ts';

/**
 * The monthly nudge: on everybody's first working day at ten, once an admin has started the nudges; spread over hours and
 * days where more people are due in an hour than can hear it in one. Whoever is off that day is asked when they are back.
 * What an outage hid is looked for in this month and the one before.
 */
export const monthlyRule = (stores: Stores): Due => ({
  name: 'nudges.monthly',
  mayBe: () => true,
  rows: (deps, tx, now, limit, seen) => monthlyRows({ stores, deps, tx }, { now, since: null, seen }, limit),
  missed: (deps, tx, since, now, limit, seen) => monthlyRows({ stores, deps, tx }, { now, since, seen }, limit),
});

/** Nudges that were put off to a day that has come. */
export const laterRule = ({ settings, nudges }: Stores): Due => ({
  name: 'nudges.again',
  mayBe: () => true,
  async rows({ workspace }, tx, now, limit) {
    const { nudgesStartedAt } = await settings(tx).all();
    if (!nudgesStartedAt) return [];
    const furthestDay = addDays(localDay(now, 'UTC'), 1);
    const putOff = await nudges(tx).putOff(furthestDay, laterNudge.name, limit);
    return putOff
      .map((one) => ({ ...one, laterOn: dayOf(one.laterOn), zone: safeZone(one.zone, workspace.zone) }))
      .filter(({ laterOn, zone }) => isLaterDue(laterOn, now, zone))
      .map(({ userId, zone, laterOn }) => ({
        kind: laterNudge,
        recipient: userId,
        subject: laterOn,
        dueAt: instantOf(laterOn, NUDGE_TIME, zone),
        zone,
      }));
  },
});

export const monthlyDue = monthlyRule(DATABASE);
export const laterDue = laterRule(DATABASE);
