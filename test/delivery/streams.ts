import type { Tx } from '../../src/db/workspace.ts';
import type { Kind } from '../../src/delivery/outbox.ts';
import type { ReadyRows, Row } from '../../src/delivery/store.ts';
import { verdictOn } from '../../src/delivery/verdict.ts';
import type { Deps } from '../../src/deps.ts';
import type { WorkingDays } from '../../src/features/people/index.ts';
import { plus } from '../../src/time.ts';
import { say } from './scene.ts';

/** Something that falls due for one person. */
export type Event = { kind: Kind; dueAt: Date };

/** What became of it, and when. */
export type Fate = Event & { is: 'sent' | 'skipped' | 'expired'; at: Date };

/** Somebody's own calendar. */
export type Life = { zone: string; works: WorkingDays };

const RECIPIENT = 'U0ANNA';
/** What has no end may wait for so long (days), or it would for ever; what has one waits no longer than that. */
const LONGEST = 60;

/** Lets the verdict decide about everything that falls due for one person, in the order in which the sender claims. */
export async function livesThrough(deps: Deps, tx: Tx, life: Life, events: readonly Event[]): Promise<Fate[]> {
  let waiting = events.map((event, n) => ({ event, row: rowOf(event, life, n) }));
  const fates: Fate[] = [];
  const store: Pick<ReadyRows, 'whereabouts' | 'unaskedSince'> = {
    whereabouts: async () => ({ ...life, member: true }),
    unaskedSince: async (since) =>
      fates
        .filter(({ is, at, kind }) => is === 'sent' && kind.unasked && at >= since)
        .map(({ at, kind }) => ({ sentAt: at, leaseUntil: null, monthlyHabit: kind.monthlyHabit ?? false })),
  };
  while (waiting.length > 0) {
    const [next] = waiting.toSorted(inTurn);
    if (!next) break;
    const { event, row } = next;
    const at = row.notBefore;
    if (at > (row.expiresAt ?? plus(event.dueAt, { days: LONGEST })))
      throw new Error(`${event.kind.name} waits for ever`);
    const verdict = await verdictOn({ deps, tx, store }, row, event.kind, at);
    waiting = waiting.filter((one) => one !== next);
    if (verdict.is === 'later') {
      const { expiresAt } = verdict;
      const notBefore = expiresAt && expiresAt < verdict.at ? expiresAt : verdict.at;
      waiting.push({ event, row: { ...row, notBefore, expiresAt } });
    } else if (verdict.is !== 'as-is') fates.push({ ...event, is: verdict.is === 'send' ? 'sent' : verdict.is, at });
  }
  return fates;
}

type Waiting = { event: Event; row: Row };

/** By moment; at one moment by priority, then by age, as the sender claims. */
const inTurn = ({ row: one }: Waiting, { row: other }: Waiting): number =>
  one.notBefore.getTime() - other.notBefore.getTime() ||
  one.priority - other.priority ||
  one.dueAt.getTime() - other.dueAt.getTime();

const rowOf = ({ kind, dueAt }: Event, { zone, works }: Life, n: number): Row => ({
  key: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  ...{ kind: kind.name, recipient: RECIPIENT, subject: String(n), unasked: kind.unasked, priority: kind.priority },
  ...{ monthlyHabit: kind.monthlyHabit ?? false, dueAt, expiresAt: kind.until(dueAt, zone, works), notBefore: dueAt },
  ...{ wanted: 1, shown: 0, claimed: 0, gone: false, state: 'pending', channel: null, ts: null, fence: null },
  ...{ leaseUntil: null, settlesAt: null, attempt: 0, lastError: null, sentAt: null },
});

/** The same kind, which always has something to say. */
export const talkative = (kind: Kind): Kind => ({ ...kind, render: async () => say(kind.name) });
