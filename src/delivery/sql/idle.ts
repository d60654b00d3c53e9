import type { Tx } from '../../db/workspace.ts';
import type { IdleRows } from '../store.ts';

/** What time settles, in the database. */
export const idleRows = (tx: Tx): IdleRows => ({
  recover: (now, settled) => tx.$executeRaw`
    UPDATE outbox SET last_error = 'claim ran out',
      state = CASE WHEN ts IS NULL THEN 'unknown' ELSE 'pending' END,
      not_before = CASE WHEN ts IS NULL THEN ${settled}::timestamptz ELSE due_at END,
      settles_at = CASE WHEN ts IS NULL THEN settles_at ELSE ${settled}::timestamptz END
    WHERE state = 'sending' AND lease_until <= ${now}::timestamptz`,
  expire: (now) => tx.$executeRaw`
    UPDATE outbox SET state = 'expired', last_error = coalesce(last_error, 'too late')
    WHERE state IN ('pending', 'held') AND ts IS NULL AND expires_at <= ${now}::timestamptz`,
  askAgain: (now) => tx.$executeRaw`
    UPDATE outbox SET state = 'pending' WHERE state = 'held' AND not_before <= ${now}::timestamptz`,
  /** The one question an idle sender asks, so it reads the head of the index of each state and priority. */
  async nextLook() {
    const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
      SELECT min(at) AS at FROM (
        SELECT first.at
        FROM unnest(ARRAY['pending', 'unknown', 'held']) AS open(state), generate_series(1, 5) AS of(priority),
          LATERAL (SELECT not_before AS at FROM outbox WHERE outbox.state = open.state AND outbox.priority = of.priority
            ORDER BY not_before LIMIT 1) AS first
        UNION ALL SELECT min(lease_until) FROM outbox WHERE state = 'sending') AS next`;
    return row?.at ?? null;
  },
});
