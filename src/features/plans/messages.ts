import type { Tx } from '../../db/workspace.ts';
import { type Kind, type Message, type OutboxRow, postedAt } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import { localDay } from '../../time.ts';
import { DAYTIME, personStore } from '../people/index.ts';
import { isResting, restedMessage, restStore } from '../rests/index.ts';
import { planUntil } from './rules.ts';
import { planOf } from './shown.ts';
import { answeredMessage, dayMessage } from './views.ts';

/** One's own plan, on its day: asked for, so not counted. Its subject is the day that was planned. */
export const planDay: Kind = {
  name: 'plans.today',
  priority: 3,
  unasked: false,
  window: DAYTIME,
  until: planUntil,
  render,
};

/** Made from the plan as it is now: one that was moved or has ended isn't brought up, and where it stands it says so. */
async function render(deps: Deps, tx: Tx, row: OutboxRow): Promise<Message | 'no longer needed'> {
  const person = await personStore(tx).find(row.recipient);
  const plan = person && (await planOf(deps, tx, person));
  if (!person || !plan) return 'no longer needed';
  const stands = row.ts !== null;
  const today = localDay(deps.clock.now(), person.zone);
  const rest = await restStore(tx).find(person.userId);
  if (isResting(rest, today)) return stands ? restedMessage(person.lang, rest, today) : 'no longer needed';
  if (plan.ended || plan.on !== row.subject) return stands ? answeredMessage(plan, person.lang) : 'no longer needed';
  return dayMessage(plan, person.lang, localDay(postedAt(row) ?? deps.clock.now(), person.zone));
}
