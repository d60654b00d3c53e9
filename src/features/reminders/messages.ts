import type { Tx } from '../../db/workspace.ts';
import { type Kind, type Message, type OutboxRow, postedAt } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import { localDay, monthOf, safeZone } from '../../time.ts';
import { customerStore } from '../customers/index.ts';
import { answeredWith, isSettled, monthlyNudge, nudgeStore, spokenMessage } from '../nudges/index.ts';
import { DAYTIME, type Person, personStore, usualDaysOf } from '../people/index.ts';
import { isDone, isOpen, plannedLines, planOf, whatFor } from '../plans/index.ts';
import { isLast, isWeekLeft, REMINDERS, type Reminder, remindUntil } from './rules.ts';
import { reminderStore } from './store.ts';
import { reminderMessage } from './views.ts';

/** At most two after a nudge, for whoever has neither spoken with a customer nor a plan to. */
export const reminderKind: Kind = {
  name: 'reminders.again',
  priority: 4,
  unasked: true,
  monthlyHabit: true,
  window: DAYTIME,
  until: remindUntil,
  render,
};

/** Which reminder of a month a row is. */
export const subjectOf = (month: string, reminder: Reminder) => `${month}:${reminder}`;

/** Made from the state at this moment: who rests, is excused, has a plan or has spoken needs none, nor a month that is over. */
async function render(deps: Deps, tx: Tx, row: OutboxRow): Promise<Message | 'no longer needed'> {
  const month = monthOf(row.subject);
  const reminder = REMINDERS.find((one) => row.subject === subjectOf(month, one));
  const person = await personStore(tx).find(row.recipient);
  const nudge = await nudgeStore(tx).find(row.recipient, month);
  if (!person || !nudge || !reminder) return 'no longer needed';
  const today = localDay(deps.clock.now(), person.zone);
  const stands = row.ts !== null;
  const answered = await answeredWith(tx, person, nudge, today, today);
  if (answered) return stands ? answered : 'no longer needed';
  const plan = await planOf(deps, tx, person);
  const planned = plan && isOpen(plan, today) ? plan : undefined;
  const isOver = monthOf(today) !== month || planned !== undefined;
  if (!stands && (isOver || (await isSettled(deps, tx, person, nudge, today)))) return 'no longer needed';
  const { lang } = person;
  if (stands && plan && isDone(plan, month)) return spokenMessage(lang, month);
  const leftOpen = plan?.ended === null && !planned && monthOf(plan.on) === month ? plan : undefined;
  return reminderMessage({
    ...{ lang, month },
    left: leftOf(reminder, localDay(postedAt(row) ?? deps.clock.now(), person.zone)),
    isLast: await isLastOf(deps, tx, person, month, reminder),
    suggestion: nudge.customerId ? await customerStore(tx).suggestion(nudge.customerId) : undefined,
    wanted: leftOpen && { on: leftOpen.on, what: whatFor(leftOpen, lang) },
    planned: planned && plannedLines(planned, lang),
  });
}

const leftOf = (reminder: Reminder, today: string) =>
  reminder === 'middle' ? 'much' : isWeekLeft(today) ? 'week' : 'little';

async function isLastOf({ workspace }: Deps, tx: Tx, person: Person, month: string, reminder: Reminder) {
  const nudgedAt = await reminderStore(tx).nudgedAt(monthlyNudge.name, person.userId, month);
  const works = await usualDaysOf(person, workspace.country); // as when it became due: days off don't move a reminder
  const calendar = { zone: safeZone(person.zone, workspace.zone), works };
  return nudgedAt === undefined || isLast(reminder, month, nudgedAt, calendar);
}
