import type { Clock } from '../clock.ts';
import type { Tx, WorkspaceDb } from '../db/workspace.ts';
import { type Duration, plus } from '../time.ts';

/**
 * How many rows of a kind are in a state. `sound`: those whose columns bear the state out. What was sent was posted once,
 * what failed or was skipped says why, what expired had an end, what is on its way has a lease.
 */
export type Tally = { kind: string; state: string; rows: number; sound: number };

/**
 * What became of everything that was ever due: due = sent + failed + skipped + expired + open, always. `held` and
 * `unknown` are part of open. A row that contradicts itself is due and nothing else.
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

/** Counts one workspace's outbox by kind and state, in one statement: two would see two moments. */
export const tallyOutbox = (tx: Tx): Promise<Tally[]> => tx.$queryRaw<Tally[]>`
  SELECT kind, state, count(*)::int AS rows, (count(*) FILTER (WHERE CASE
      WHEN state = 'sent' THEN sent_at IS NOT NULL
      WHEN state IN ('failed', 'skipped') THEN last_error IS NOT NULL
      WHEN state = 'expired' THEN expires_at IS NOT NULL
      WHEN state = 'sending' THEN lease_until IS NOT NULL
      ELSE true END))::int AS sound
  FROM outbox GROUP BY kind, state`;

/** What the tally says of the counting law. What stood and was withdrawn again counts as sent. */
export function countsOf(tally: readonly Tally[]): Counts {
  const of = (...names: string[]) =>
    tally.filter(({ state }) => names.includes(state)).reduce((sum, { sound }) => sum + sound, 0);
  return {
    due: tally.reduce((sum, { rows }) => sum + rows, 0),
    sent: of('sent'),
    failed: of('failed'),
    skipped: of('skipped'),
    expired: of('expired'),
    open: of('pending', 'sending', 'unknown', 'held'),
    held: of('held'),
    unknown: of('unknown'),
  };
}

/** The counts of one workspace. */
export const countOutbox = async (tx: Tx): Promise<Counts> => countsOf(await tallyOutbox(tx));

/** Whether every row that was ever due is accounted for. */
export const lawHolds = ({ due, sent, failed, skipped, expired, open }: Counts): boolean =>
  due === sent + failed + skipped + expired + open;

/** The last count of a workspace, made anew only where it is older than somebody wants: it reads the whole outbox. */
export type Counting = {
  /** Fails where the database doesn't answer. */
  noOlderThan(age: Duration): Promise<readonly Tally[]>;
  /** Undefined: not counted yet. */
  last(): readonly Tally[] | undefined;
};

/** Counts this workspace when asked. */
export function createCounting(db: WorkspaceDb, clock: Clock): Counting {
  let counted: { at: Date; tally: readonly Tally[] } | undefined;
  return {
    async noOlderThan(age) {
      const now = clock.now();
      if (!counted || plus(counted.at, age) <= now) counted = { at: now, tally: await db.run(tallyOutbox) };
      return counted.tally;
    },
    last: () => counted?.tally,
  };
}
