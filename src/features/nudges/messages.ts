import type { Tx } from '../../db/workspace.ts';
import type { Kind, Message, OutboxRow } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import { instantOf, localDay } from '../../time.ts';
import { conversationStore } from '../conversations/index.ts';
import { customerStore, type Suggestion } from '../customers/index.ts';
import { addWorkingDays, eligible, type Person, personStore, workingDaysOf } from '../people/index.ts';
import { DAYTIME, nudgeUntil, partOfDay } from './rules.ts';
import { type Nudge, nudgeStore, restStore } from './store.ts';
import { answeredMessage, nudgeMessage } from './views.ts';

/** The question of the month. */
export const monthlyNudge: Kind = {
  name: 'nudges.monthly',
  priority: 4,
  unasked: true,
  monthlyHabit: true,
  window: DAYTIME,
  until: nudgeUntil,
  render: (deps, tx, row) => render(deps, tx, row, 'newMonth'),
};

/** The same question once more, because the person said "next week": asked for, so not counted. */
export const laterNudge: Kind = {
  name: 'nudges.again',
  priority: 3,
  unasked: false,
  window: DAYTIME,
  until: (dueAt, zone, works) => instantOf(addWorkingDays(localDay(dueAt, zone), 1, works), DAYTIME.until, zone),
  render: (deps, tx, row) => render(deps, tx, row, 'again'),
};

/** Made from the state at this moment: who rests, is excused, or has spoken with a customer needs none. */
async function render(
  deps: Deps,
  tx: Tx,
  row: OutboxRow,
  opening: 'newMonth' | 'again',
): Promise<Message | 'no longer needed'> {
  const person = await personStore(tx).find(row.recipient);
  const nudge = await nudgeStore(tx).find(row.recipient, row.subject);
  if (!person || !nudge) return 'no longer needed';
  const stands = row.ts !== null;
  if (stands && nudge.answer) return answeredMessage(person.lang, nudge.answer, nudge.month, nudge.laterOn);
  const today = localDay(deps.clock.now(), person.zone);
  if (!stands && (await isSettled(deps, tx, person, nudge, today))) return 'no longer needed';
  const { suggestion, exhausted } = await suggestionFor(tx, nudge);
  const first = opening === 'newMonth' && (await nudgeStore(tx).isFirst(monthlyNudge.name, person.userId, nudge.month));
  return nudgeMessage({
    lang: person.lang,
    name: person.name,
    month: nudge.month,
    today,
    opening: first ? 'hello' : opening,
    part: partOfDay(saidAt(row) ?? deps.clock.now(), person.zone),
    suggestion,
    exhausted,
  });
}

/** When the message was posted: what greets in the morning still does so when it is edited in the afternoon. */
const saidAt = ({ ts }: OutboxRow) => (ts === null ? undefined : new Date(Number(ts) * 1000));

async function isSettled({ workspace }: Deps, tx: Tx, person: Person, nudge: Nudge, today: string): Promise<boolean> {
  const rest = await restStore(tx).find(person.userId);
  if (rest?.until && rest.until > today) return true;
  const works = await workingDaysOf(tx, person, workspace.country);
  if (!eligible({ ...person, optedOut: rest?.until === null, works }, nudge.month)) return true;
  return (await conversationStore(tx).countOf(person.userId, nudge.month)) > 0;
}

/** The customer this nudge suggests: the one it had, if still there, else the next. */
async function suggestionFor(
  tx: Tx,
  nudge: Nudge,
): Promise<{ suggestion: Suggestion | undefined; exhausted: boolean }> {
  const store = customerStore(tx);
  const had = nudge.customerId ? await store.suggestion(nudge.customerId) : undefined;
  const suggestion = had ?? (await store.suggest(nudge.month, nudge.skipped));
  if (suggestion && suggestion.id !== nudge.customerId)
    await nudgeStore(tx).suggest(nudge.userId, nudge.month, suggestion.id, nudge.skipped);
  return { suggestion, exhausted: !suggestion && nudge.skipped.length > 0 };
}
