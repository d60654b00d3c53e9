import type { Tx } from '../../db/workspace.ts';
import { type Kind, type Message, type OutboxRow, postedAt } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import { localDay, monthOf } from '../../time.ts';
import { conversationStore } from '../conversations/index.ts';
import { customerStore, type Suggestion, suggestTo } from '../customers/index.ts';
import {
  DAYTIME,
  daytimeEnds,
  eligible,
  type Person,
  personStore,
  usualDaysOf,
  workingDaysOf,
} from '../people/index.ts';
import { isDone, isOpen, plannedLines, planOf } from '../plans/index.ts';
import { isResting, restedMessage, restStore } from '../rests/index.ts';
import { isAmongFirst, notBefore, nudgeUntil, partOfDay } from './rules.ts';
import { type Nudge, nudgeStore, spreadStore } from './store.ts';
import { NUDGE } from './store-due.ts';
import { backMessage, closingMessage, laterMessage, nudgeMessage, type Opening, spokenMessage } from './views.ts';

/** The question of the month; or, where nobody noticed the last ones, that there will be no more for now. */
export const monthlyNudge: Kind = {
  name: NUDGE,
  priority: 4,
  unasked: true,
  monthlyHabit: true,
  window: DAYTIME,
  until: nudgeUntil,
  render: (deps, tx, row) => render(deps, tx, row, 'newMonth'),
};

/** The same question once more, because the person said "next week": asked for, so not counted. Its subject is the day. */
export const laterNudge: Kind = {
  name: 'nudges.again',
  priority: 3,
  unasked: false,
  window: DAYTIME,
  until: (dueAt, zone, works) => daytimeEnds(dueAt, 1, zone, works),
  render: (deps, tx, row) => render(deps, tx, row, 'again'),
};

/** After so many that went unnoticed, the next one is the last for now. */
const UNNOTICED = 3;

/** Made from the state at this moment: who rests, is excused, or has spoken with a customer needs none. */
async function render(
  deps: Deps,
  tx: Tx,
  row: OutboxRow,
  opening: 'newMonth' | 'again',
): Promise<Message | 'no longer needed'> {
  const person = await personStore(tx).find(row.recipient);
  const nudge = await nudgeStore(tx).find(row.recipient, monthOf(row.subject));
  if (!person || !nudge) return 'no longer needed';
  const today = localDay(deps.clock.now(), person.zone);
  const answered = row.ts === null ? undefined : await answeredWith(tx, person, nudge, row.subject, today);
  if (answered) return answered;
  if (row.ts === null && (await isSettled(deps, tx, person, nudge, today))) return 'no longer needed';
  const { lang, name } = person;
  // What greets in the morning still does so when it is edited in the afternoon.
  const saidAt = postedAt(row) ?? deps.clock.now();
  const part = partOfDay(saidAt, person.zone);
  if (opening === 'newMonth' && (await isClosing(tx, nudge, row))) {
    await nudgeStore(tx).close(person.userId, nudge.month);
    const isBack = row.ts !== null && nudge.noticed;
    return isBack ? backMessage(lang, monthOf(today)) : closingMessage({ lang, name, part });
  }
  const { month } = nudge;
  const plan = await planOf(deps, tx, person);
  if (row.ts !== null && plan && isDone(plan, month)) return spokenMessage(lang, month);
  const { suggestion, exhausted } = await suggestionFor(tx, nudge);
  const begins = opening === 'again' ? opening : await openingFor(deps, tx, person, month, saidAt);
  const planned = plan && isOpen(plan, today) ? plannedLines(plan, lang) : undefined;
  return nudgeMessage({ lang, name, month, today, opening: begins, part, suggestion, exhausted, planned });
}

/**
 * What became of a month's question, where its reader has said so: they rest, or it comes again on a day after `said`, the
 * day or month this message is for.
 */
export async function answeredWith(
  tx: Tx,
  { userId, lang }: Person,
  { answer, laterOn }: Pick<Nudge, 'answer' | 'laterOn'>,
  said: string,
  today: string,
): Promise<Message | undefined> {
  const rest = await restStore(tx).find(userId);
  if (isResting(rest, today)) return restedMessage(lang, rest, today);
  const isLater = answer === 'later' && (laterOn === null || laterOn > said);
  return isLater ? laterMessage(lang, laterOn) : undefined;
}

const isClosing = async (tx: Tx, { userId, month, closing }: Nudge, { ts }: OutboxRow): Promise<boolean> =>
  closing || (ts === null && nudgeStore(tx).wentUnnoticed(monthlyNudge.name, userId, month, UNNOTICED));

async function openingFor({ workspace }: Deps, tx: Tx, person: Person, month: string, saidAt: Date): Promise<Opening> {
  const { userId, nudgeDay, zone } = person;
  if (await nudgeStore(tx).isFirst(monthlyNudge.name, userId, month)) return 'hello';
  const works = await usualDaysOf(person, workspace.country);
  const days = await spreadStore(tx).atLeast(month, 0);
  if (!isAmongFirst(localDay(saidAt, zone), notBefore(month, nudgeDay, null), works, days)) return 'back';
  return nudgeDay === null ? 'newMonth' : 'ownDay';
}

/** Whether somebody needs no question of a month: they rest, are excused, or have spoken with a customer in it. */
export async function isSettled(
  { workspace }: Deps,
  tx: Tx,
  person: Person,
  { month }: Pick<Nudge, 'month'>,
  today: string,
): Promise<boolean> {
  const rest = await restStore(tx).find(person.userId);
  if (rest?.until && rest.until > today) return true;
  const works = await workingDaysOf(tx, person, workspace.country);
  if (!eligible({ ...person, optedOut: rest?.until === null, works }, month)) return true;
  return (await conversationStore(tx).countOf(person.userId, month)) > 0;
}

/** The customer this nudge suggests: the one it had, if still there, else the next. */
async function suggestionFor(
  tx: Tx,
  nudge: Nudge,
): Promise<{ suggestion: Suggestion | undefined; exhausted: boolean }> {
  const had = nudge.customerId ? await customerStore(tx).suggestion(nudge.customerId) : undefined;
  const suggestion = had ?? (await suggestTo(tx, nudge.userId, nudge.month, nudge.skipped));
  if (suggestion && suggestion.id !== nudge.customerId)
    await nudgeStore(tx).suggest(nudge.userId, nudge.month, suggestion.id, nudge.skipped);
  return { suggestion, exhausted: !suggestion && nudge.skipped.length > 0 };
}
