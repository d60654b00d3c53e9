import type { Tx, WorkspaceDb } from '../db/workspace.ts';
import type { Outbox, Put, Which } from './outbox.ts';

/** One workspace's outbox, and the way its sender learns that there is something in it. */
export type WatchedOutbox = Outbox & {
  /** The same database; once a transaction that touched the outbox is committed, whoever listens is told. */
  watch(db: WorkspaceDb): WorkspaceDb;
  onRows(listener: () => void): void;
};

/** Rows of one statement, which carries them as one JSON parameter. */
const CHUNK = 1_000;

/**
 * The outbox. A key is a hash that begins with our own id of the workspace, which nobody else knows: it says nothing, and a
 * row that is made again after a restore has the key under which its message may stand already.
 */
export function createOutbox(): WatchedOutbox {
  const touched = new WeakSet<Tx>();
  const listeners: (() => void)[] = [];
  const touching =
    <A extends unknown[], T>(write: (tx: Tx, ...args: A) => Promise<T>) =>
    (tx: Tx, ...args: A) => {
      touched.add(tx);
      return write(tx, ...args);
    };
  return {
    put: touching((tx, rows: readonly Put[]) => put(tx, rows)),
    change: touching(change),
    withdraw: touching(withdraw),
    retry: touching(retry),
    onRows: (listener) => void listeners.push(listener),
    watch: (db) => ({
      async run(work) {
        let used: Tx | undefined;
        const result = await db.run((tx) => {
          used = tx;
          return work(tx);
        });
        if (used && touched.has(used)) for (const tell of listeners) tell();
        return result;
      },
    }),
  };
}

async function put(tx: Tx, rows: readonly Put[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK).map(columns);
    const [answer] = await tx.$queryRaw<{ added: number }[]>`
      WITH written AS (
        INSERT INTO outbox (key, kind, recipient, subject, unasked, monthly_habit, priority, due_at, expires_at, not_before)
        SELECT md5(concat_ws(' ', current_setting('mantra.workspace'), kind, recipient, subject))::uuid, kind, recipient, subject, unasked, "monthlyHabit", priority, "dueAt", "expiresAt", "dueAt"
        FROM jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) AS r(kind text, recipient text, subject text,
          unasked boolean, "monthlyHabit" boolean, priority int, "dueAt" timestamptz, "expiresAt" timestamptz)
        ON CONFLICT (workspace_id, kind, recipient, subject) DO UPDATE SET
          gone = false, wanted = outbox.wanted + 1, due_at = excluded.due_at, not_before = excluded.not_before,
          expires_at = excluded.expires_at, attempt = 0,
          state = CASE WHEN outbox.state IN ('sending', 'unknown', 'held') THEN outbox.state ELSE 'pending' END
        WHERE outbox.gone AND NOT outbox.unasked
        RETURNING wanted)
      SELECT count(*) FILTER (WHERE wanted = 1)::int AS added FROM written`;
    added += answer?.added ?? 0;
  }
  return added;
}

const columns = ({ kind, recipient, subject, dueAt, zone }: Put) => ({
  kind: kind.name,
  recipient,
  subject,
  unasked: kind.unasked,
  monthlyHabit: kind.monthlyHabit ?? false,
  priority: kind.priority,
  dueAt,
  expiresAt: kind.until(dueAt, zone),
});

/**
 * What was sent, or failed, goes out again, at once and before all else. What waits will be made from the new state
 * anyway; what is on its way learns from `wanted` that it is old when it arrives; what was skipped stays unsaid.
 */
async function change(tx: Tx, { kind, subject, ...to }: Which): Promise<void> {
  await tx.$executeRaw`
    UPDATE outbox SET wanted = wanted + 1,
      priority = CASE WHEN ts IS NULL THEN priority ELSE 1 END,
      not_before = CASE WHEN state = 'failed' OR ts IS NOT NULL AND state IN ('sent', 'pending') THEN due_at ELSE not_before END,
      attempt = CASE WHEN state = 'failed' THEN 0 ELSE attempt END,
      state = CASE WHEN state IN ('sent', 'failed') THEN 'pending' ELSE state END
    WHERE kind = ${kind.name} AND subject = ${subject} AND recipient = coalesce(${to.recipient ?? null}, recipient) AND NOT gone`;
}

/** What stands is deleted, at once and before all else; what was never posted is skipped; what is on its way comes after. */
async function withdraw(tx: Tx, { kind, subject, ...to }: Which): Promise<void> {
  await tx.$executeRaw`
    UPDATE outbox SET gone = true, wanted = wanted + 1,
      priority = CASE WHEN ts IS NULL THEN priority ELSE 1 END,
      not_before = CASE WHEN ts IS NOT NULL AND state IN ('sent', 'failed', 'pending') THEN due_at ELSE not_before END,
      last_error = CASE WHEN ts IS NULL AND state IN ('pending', 'held') THEN 'withdrawn' ELSE last_error END,
      state = CASE
        WHEN ts IS NULL AND state IN ('pending', 'held') THEN 'skipped'
        WHEN ts IS NOT NULL AND state IN ('sent', 'failed') THEN 'pending'
        ELSE state END
    WHERE kind = ${kind.name} AND subject = ${subject} AND recipient = coalesce(${to.recipient ?? null}, recipient) AND NOT gone`;
}

async function retry(tx: Tx, recipient: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE outbox SET state = 'pending', not_before = due_at WHERE recipient = ${recipient} AND state = 'held'`;
}
