import { laterNudge, monthlyNudge } from '../../src/features/nudges/messages.ts';
import { laterDay } from '../../src/features/nudges/rules.ts';
import type { Person } from '../../src/features/people/index.ts';
import { addMonths, firstOfMonth, localDay, monthOf } from '../../src/time.ts';
import type { Deed, Household } from './household.ts';
import { worksOf } from './working-days.ts';

/** Somebody answers this month's nudge, if they have one. */
function answering(answer: 'later' | 'not-this-month' | 'stop') {
  return ({ database: { stores } }: Household, one: Person, now: Date): Deed => ({
    says: `${one.userId} answers: ${answer}`,
    async of({ outbox, workspace }, tx) {
      const month = monthOf(localDay(now, one.zone));
      const nudge = await stores.nudges(tx).find(one.userId, month);
      if (!nudge) return;
      const works = worksOf(one, await stores.absences(tx).of(one.userId), workspace.country);
      const laterOn = answer === 'later' ? laterDay(localDay(now, one.zone), works) : null;
      await stores.nudges(tx).answer(one.userId, month, answer, laterOn);
      const until = answer === 'stop' ? null : firstOfMonth(addMonths(month, 1));
      if (answer !== 'later') await stores.rests(tx).rest(one.userId, { until }, now);
      await outbox.change(tx, { kind: monthlyNudge, subject: month, recipient: one.userId });
      if (nudge.laterOn !== null)
        await outbox.change(tx, { kind: laterNudge, subject: nudge.laterOn, recipient: one.userId });
    },
  });
}

/** "Next week". */
export function putOff(house: Household, one: Person, now: Date) {
  return answering('later')(house, one, now);
}

/** "Not this month". */
export function skipMonth(house: Household, one: Person, now: Date) {
  return answering('not-this-month')(house, one, now);
}

/** "No more of these". */
export function stop(house: Household, one: Person, now: Date) {
  return answering('stop')(house, one, now);
}

/** Whoever rests does so no longer. */
export function comeBack({ database: { stores } }: Household, one: Person): Deed {
  return { says: `${one.userId} comes back`, of: (_deps, tx) => stores.rests(tx).comeBack(one.userId) };
}
