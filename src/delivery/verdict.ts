import type { Tx } from '../db/workspace.ts';
import type { Deps } from '../deps.ts';
import { houseDays } from '../features/people/index.ts';
import { instantOf, localDay, plus } from '../time.ts';
import { countsFrom, fits } from './budget.ts';
import type { Kind, Message } from './outbox.ts';
import type { ReadyRows, Row } from './store.ts';
import { opensAt, opensNextDay } from './window.ts';

/** Whoever is off for days may be back before they thought. */
const LOOK_AGAIN = { days: 1 };

/** What a decision is made from: the house, one transaction, and what its store knows of the recipient. */
type Facts = { deps: Deps; tx: Tx; store: Reader };

type Reader = Pick<ReadyRows, 'whereabouts' | 'unaskedSince'>;

/** What should happen to a row whose turn it is. */
export type Verdict =
  | { is: 'send'; what: 'post' | 'edit'; message: Message }
  | { is: 'send'; what: 'delete' }
  /** It will not be posted: nobody needs it any more, or its budget is used up. */
  | { is: 'skipped'; why: string }
  | { is: 'expired' }
  /** Its window is closed or today's budget used up. Its end may have moved: whoever is off meanwhile has it later. */
  | { is: 'later'; at: Date; expiresAt: Date | null }
  /** It stands, and its habit has nothing to add: it stays as it is. */
  | { is: 'as-is' };

/** A habit failed to make its message. `cause` is its error. */
export class RenderFault extends Error {
  override name = 'RenderFault';
  readonly key: string;

  constructor(key: string, cause: unknown) {
    super('a message could not be made', { cause });
    this.key = key;
  }
}

/** Users' ids begin with U or W, channels' with C or G. */
export const isPerson = (recipient: string): boolean => /^[UW]/.test(recipient);

/** Decides in the claiming transaction, from the state at that moment. Throws RenderFault. */
export async function verdictOn(facts: Facts, row: Row, kind: Kind, now: Date): Promise<Verdict> {
  if (row.gone) return row.ts === null ? { is: 'skipped', why: 'withdrawn' } : { is: 'send', what: 'delete' };
  const obstacle = row.ts === null ? await obstacleTo(facts, row, kind, now) : undefined;
  if (obstacle) return obstacle;
  const message = await kind.render(facts.deps, facts.tx, row).catch((cause: unknown) => {
    throw new RenderFault(row.key, cause);
  });
  if (message !== 'no longer needed') return { is: 'send', what: row.ts === null ? 'post' : 'edit', message };
  return row.ts === null ? { is: 'skipped', why: 'no longer needed' } : { is: 'as-is' };
}

async function obstacleTo({ deps, store }: Facts, row: Row, kind: Kind, now: Date): Promise<Verdict | undefined> {
  const { workspace } = deps;
  const person = isPerson(row.recipient) ? await store.whereabouts(row.recipient, workspace) : undefined;
  const zone = person?.zone ?? workspace.zone;
  const works = person?.works ?? (await houseDays(workspace.country));
  const expiresAt = row.expiresAt && kind.until(row.dueAt, zone, works);
  if (expiresAt && expiresAt <= now) return { is: 'expired' };
  if (isPerson(row.recipient) && !person?.member) return { is: 'skipped', why: 'not a member' };
  const opens = opensAt(kind.window, now, zone, works);
  if (opens > now) return { is: 'later', at: sooner(opens, plus(now, LOOK_AGAIN)), expiresAt };
  if (!kind.unasked || (await fitsBudget(store, row, zone, now))) return undefined;
  const at = opensNextDay(kind.window, now, zone, works);
  if (expiresAt && expiresAt <= at) return { is: 'skipped', why: 'budget' };
  return { is: 'later', at: sooner(at, plus(now, LOOK_AGAIN)), expiresAt };
}

const sooner = (one: Date, other: Date) => (one < other ? one : other);

/** What may have reached the person counts as if it had: it is counted at the end of its claim, a minute late at most. */
async function fitsBudget(store: Reader, row: Row, zone: string, now: Date): Promise<boolean> {
  const day = localDay(now, zone);
  const since = instantOf(countsFrom(day), '00:00', zone);
  const got = await store.unaskedSince(since, row);
  const days = got.map(({ sentAt, leaseUntil, monthlyHabit }) => ({
    day: localDay(sentAt ?? leaseUntil ?? now, zone),
    monthlyHabit,
  }));
  return fits(days, { day, monthlyHabit: row.monthlyHabit });
}
