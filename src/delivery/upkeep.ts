import type { Tx } from '../db/workspace.ts';
import { plus } from '../time.ts';

/** Settles what time has settled; repeatable. Answers how many rows it touched. */
export async function upkeep(tx: Tx, now: Date, quarantineSeconds: number): Promise<number> {
  const recovered = await recover(tx, now, plus(now, { seconds: quarantineSeconds }));
  const expired = await tx.$executeRaw`
    UPDATE outbox SET state = 'expired'
    WHERE state IN ('pending', 'held') AND ts IS NULL AND expires_at <= ${now}::timestamptz`;
  const asked = await tx.$executeRaw`
    UPDATE outbox SET state = 'pending' WHERE state = 'held' AND not_before <= ${now}::timestamptz`;
  return recovered + expired + asked;
}

/**
 * Claims whose sender went away in the middle. A post may have been seen, so it waits until it can be read back; an edit
 * is repeated at once, and again when the lost one can't come any more.
 */
const recover = (tx: Tx, now: Date, settled: Date) => tx.$executeRaw`
  UPDATE outbox SET last_error = 'claim ran out',
    state = CASE WHEN ts IS NULL THEN 'unknown' ELSE 'pending' END,
    not_before = CASE WHEN ts IS NULL THEN ${settled}::timestamptz ELSE due_at END,
    settles_at = CASE WHEN ts IS NULL THEN settles_at ELSE ${settled}::timestamptz END
  WHERE state = 'sending' AND lease_until <= ${now}::timestamptz`;

/**
 * When there is something to do next; null: nothing is open. It is past where something is ready, or is ready but can't
 * go yet. The one question an idle sender asks, so it reads the head of the index of each state and priority.
 */
export async function nextLook(tx: Tx): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(at) AS at FROM (
      SELECT first.at
      FROM unnest(ARRAY['pending', 'unknown', 'held']) AS open(state), generate_series(1, 5) AS of(priority),
        LATERAL (SELECT not_before AS at FROM outbox WHERE outbox.state = open.state AND outbox.priority = of.priority
          ORDER BY not_before LIMIT 1) AS first
      UNION ALL SELECT min(lease_until) FROM outbox WHERE state = 'sending') AS next`;
  return row?.at ?? null;
}
