import type { Tx } from '../../db/workspace.ts';
import type { NewRow, WantedRows } from '../store.ts';

/** Rows of one statement, which carries them as one JSON parameter. */
const CHUNK = 5_000;

/**
 * What should stand in Slack, in the database. A key is a hash that begins with our own id of the workspace, which nobody
 * else knows: it says nothing, and a row that is made again after a restore has the key under which its message may stand
 * already.
 */
export const wantedRows = (tx: Tx): WantedRows => ({
  async add(rows) {
    let added = 0;
    for (let from = 0; from < rows.length; from += CHUNK) added += await addChunk(tx, rows.slice(from, from + CHUNK));
    return added;
  },
  async change({ kind, subject, recipient = null }) {
    await tx.$executeRaw`
      UPDATE outbox SET wanted = wanted + 1,
        priority = CASE WHEN ts IS NULL THEN priority ELSE 1 END,
        not_before = CASE WHEN state = 'failed' OR ts IS NOT NULL AND state IN ('sent', 'pending') THEN due_at ELSE not_before END,
        attempt = CASE WHEN state = 'failed' THEN 0 ELSE attempt END,
        state = CASE WHEN state = 'failed' AND ts IS NULL AND lease_until IS NOT NULL THEN 'unknown'
          WHEN state IN ('sent', 'failed') THEN 'pending' ELSE state END
      WHERE kind = ${kind} AND subject = ${subject} AND recipient = coalesce(${recipient}, recipient) AND NOT gone`;
  },
  async withdraw({ kind, subject, recipient = null }) {
    await tx.$executeRaw`
      UPDATE outbox SET gone = true, wanted = wanted + 1,
        priority = CASE WHEN ts IS NULL THEN priority ELSE 1 END,
        not_before = CASE WHEN ts IS NOT NULL AND state IN ('sent', 'failed', 'pending') THEN due_at ELSE not_before END,
        last_error = CASE WHEN ts IS NULL AND state IN ('pending', 'held') THEN 'withdrawn' ELSE last_error END,
        state = CASE
          WHEN ts IS NULL AND state IN ('pending', 'held') THEN 'skipped'
          WHEN ts IS NOT NULL AND state IN ('sent', 'failed') THEN 'pending'
          ELSE state END
      WHERE kind = ${kind} AND subject = ${subject} AND recipient = coalesce(${recipient}, recipient) AND NOT gone`;
  },
  async retry(recipient) {
    await tx.$executeRaw`
      UPDATE outbox SET state = 'pending', not_before = due_at WHERE recipient = ${recipient} AND state = 'held'`;
  },
});

async function addChunk(tx: Tx, rows: readonly NewRow[]): Promise<number> {
  const [answer] = await tx.$queryRaw<{ added: number }[]>`
    WITH written AS (
      INSERT INTO outbox (key, kind, recipient, subject, unasked, monthly_habit, priority, due_at, expires_at, not_before)
      SELECT md5(concat_ws(' ', current_setting('mantra.workspace'), kind, recipient, subject))::uuid, kind, recipient, subject, unasked, "monthlyHabit", priority, "dueAt", "expiresAt", "dueAt"
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(kind text, recipient text, subject text,
        unasked boolean, "monthlyHabit" boolean, priority int, "dueAt" timestamptz, "expiresAt" timestamptz)
      ON CONFLICT (workspace_id, kind, recipient, subject) DO UPDATE SET
        gone = false, wanted = outbox.wanted + 1, due_at = excluded.due_at, not_before = excluded.not_before,
        expires_at = excluded.expires_at, attempt = 0,
        state = CASE WHEN outbox.state IN ('sending', 'unknown', 'held') THEN outbox.state
          WHEN outbox.state = 'failed' AND outbox.ts IS NULL AND outbox.lease_until IS NOT NULL THEN 'unknown' ELSE 'pending' END
      WHERE outbox.gone AND NOT outbox.unasked
      RETURNING wanted)
    SELECT count(*) FILTER (WHERE wanted = 1)::int AS added FROM written`;
  return answer?.added ?? 0;
}
