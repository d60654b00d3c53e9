import type { Put } from '../../delivery/outbox.ts';
import type { Due } from '../../feature.ts';
import { localDay, safeZone } from '../../time.ts';
import { loadHolidays, worksOn } from '../people/index.ts';
import { planDay } from './messages.ts';
import { furthestDay, planDueAt } from './rules.ts';
import { planStore } from './store.ts';

/** Plans whose morning has come where their owners are, and on a day on which they work; each comes back once. */
export const planDue: Due = {
  name: 'plans.today',
  mayBe: () => true,
  async rows({ workspace }, tx, now, limit) {
    const waiting = await planStore(tx).waiting(furthestDay(now), limit);
    if (waiting.length === 0) return [];
    const holidays = await loadHolidays();
    const due = waiting
      .map(({ userId, on, zone, week, country, absences }): Put => {
        const works = worksOn({ week, isHoliday: holidays(country ?? workspace.country), absences });
        const known = safeZone(zone, workspace.zone);
        const dueAt = planDueAt(on, known, works);
        return { kind: planDay, recipient: userId, subject: on, dueAt, zone: known, works };
      })
      .filter(({ dueAt }) => dueAt <= now);
    await planStore(tx).asked(
      due.map(({ recipient, dueAt, zone }) => ({ userId: recipient, on: localDay(dueAt, zone) })),
    );
    return due;
  },
};
