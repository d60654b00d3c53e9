import type { Tx } from '../db/workspace.ts';

/**
 * What became of everything that was ever due: due = sent + failed + skipped + expired + open, always. `held` and
 * `unknown` are part of open.
 */
export type Counts = {
  due: number;
  sent: number;
  failed: number;
  skipped: number;
  expired: number;
  open: number;
  held: number;
  unknown: number;
};

/** Counts one workspace's outbox by what became of its rows. What stood and was withdrawn again counts as sent. */
export async function countOutbox(tx: Tx): Promise<Counts> {
  const states = await tx.outbox.groupBy({ by: ['state'], _count: { _all: true } });
  const of = (...names: string[]) =>
    states.filter(({ state }) => names.includes(state)).reduce((sum, { _count }) => sum + _count._all, 0);
  return {
    due: await tx.outbox.count(),
    sent: of('sent'),
    failed: of('failed'),
    skipped: of('skipped'),
    expired: of('expired'),
    open: of('pending', 'sending', 'unknown', 'held'),
    held: of('held'),
    unknown: of('unknown'),
  };
}
