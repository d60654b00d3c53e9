import type { Tx } from '../../db/workspace.ts';
import type { Kind, Message, OutboxRow } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import type { Use } from '../../feature.ts';
import { localDay, monthOf } from '../../time.ts';
import { DAYTIME, isExcused, type Person, personStore, workingDaysOf } from '../people/index.ts';
import { isResting, restStore } from '../rests/index.ts';
import { settingStore } from '../settings/index.ts';
import { returnUntil, toldSince } from './rules.ts';
import { returnStore } from './store.ts';
import { noMoreMessage, takenBackMessage, usedMessage } from './views.ts';

/** What came of what somebody told, bundled, at most once a month and only where there is something. Its subject is the month. */
export const usedKind: Kind = {
  name: 'returns.used',
  priority: 5,
  unasked: true,
  window: DAYTIME,
  until: returnUntil,
  render,
};

/** Made from the state at this moment: what was withdrawn meanwhile isn't told, and goes where it was. */
async function render(deps: Deps, tx: Tx, row: OutboxRow): Promise<Message | 'no longer needed'> {
  const person = await personStore(tx).find(row.recipient);
  if (!person) return 'no longer needed';
  const { lang, userId, zone } = person;
  const stands = row.ts !== null;
  if (await returnStore(tx).isUnwanted(userId)) return stands ? noMoreMessage(lang) : 'no longer needed';
  const today = localDay(deps.clock.now(), zone);
  const rest = await restStore(tx).find(userId);
  const resting = isResting(rest, today) ? rest : undefined;
  if (!stands && (resting || (await isInPeace(deps, tx, person, today)))) return 'no longer needed';
  const uses = await usesFor(deps, tx, person, row);
  if (uses.length === 0) return stands ? takenBackMessage(lang) : 'no longer needed';
  return usedMessage({ lang, uses, resting, today });
}

/** Whether somebody hears nothing unasked: they are left in peace or excused this month, or an admin stopped it all. */
async function isInPeace({ workspace }: Deps, tx: Tx, person: Person, today: string): Promise<boolean> {
  const { nudgesStartedAt } = await settingStore(tx).all();
  if (!nudgesStartedAt || (await restStore(tx).isQuiet(person.userId))) return true;
  return isExcused(monthOf(today), await workingDaysOf(tx, person, workspace.country));
}

/** What came of it since the last return that reached them, up to when this one was due, the newest first. */
async function usesFor(deps: Deps, tx: Tx, person: Person, { dueAt }: OutboxRow): Promise<Use[]> {
  const earliest = toldSince(dueAt);
  const told = await returnStore(tx).lastTold(usedKind.name, person.userId, dueAt);
  const span = { since: told && told > earliest ? told : earliest, until: dueAt };
  const uses: Use[] = [];
  for (const { becameOf } of deps.features) uses.push(...((await becameOf?.(deps, tx, person, span)) ?? []));
  return uses.toSorted((one, other) => other.at.getTime() - one.at.getTime());
}
