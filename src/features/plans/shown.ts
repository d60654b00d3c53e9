import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { customerStore } from '../customers/index.ts';
import { type Person, workingDayFrom, workingDaysOf } from '../people/index.ts';
import { planStore } from './store.ts';
import type { Shown } from './views.ts';

/** Somebody's plan, open or not, with the name of its customer and the day on which it comes back. */
export async function planOf({ workspace }: Deps, tx: Tx, person: Person): Promise<Shown | undefined> {
  const plan = await planStore(tx).find(person.userId);
  if (!plan) return undefined;
  const customer = plan.customerId ? await customerStore(tx).find(plan.customerId) : undefined;
  const works = await workingDaysOf(tx, person, workspace.country);
  return { ...plan, customerName: customer?.name, comesBackOn: workingDayFrom(plan.on, works) };
}
