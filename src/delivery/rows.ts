import type { Tx, WorkspaceDb } from '../db/workspace.ts';
import type { Outbox, Put, Which } from './outbox.ts';
import { sqlStore } from './sql/index.ts';
import type { About, DeliveryStore, NewRow } from './store.ts';

/** One workspace's outbox, and the way its sender learns that there is something in it. */
export type WatchedOutbox = Outbox & {
  /** The same database; once a transaction that touched the outbox is committed, whoever listens is told. */
  watch(db: WorkspaceDb): WorkspaceDb;
  onRows(listener: () => void): void;
};

/** The outbox of a workspace. */
export function createOutbox(storeOf = sqlStore): WatchedOutbox {
  const touched = new WeakSet<Tx>();
  const listeners: (() => void)[] = [];
  const touching =
    <A, T>(write: (store: DeliveryStore, what: A) => Promise<T>) =>
    (tx: Tx, what: A) => {
      touched.add(tx);
      return write(storeOf(tx), what);
    };
  return {
    put: touching(put),
    change: touching((store, which: Which) => store.change(about(which))),
    withdraw: touching((store, which: Which) => store.withdraw(about(which))),
    retry: touching((store, recipient: string) => store.retry(recipient)),
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

const put = (store: DeliveryStore, rows: readonly Put[]) => store.add(distinct(rows.map(columns)));

/** One statement can't write a row twice: a mistake of one rule would keep all its rows out. The first one counts. */
function distinct(rows: readonly NewRow[]): NewRow[] {
  const messages = new Map<string, NewRow>();
  for (const row of rows) {
    const message = `${row.kind} ${row.recipient} ${row.subject}`;
    if (!messages.has(message)) messages.set(message, row);
  }
  return [...messages.values()];
}

const columns = ({ kind, recipient, subject, dueAt, zone, works = () => true }: Put): NewRow => ({
  kind: kind.name,
  recipient,
  subject,
  unasked: kind.unasked,
  monthlyHabit: kind.monthlyHabit ?? false,
  priority: kind.priority,
  dueAt,
  expiresAt: kind.until(dueAt, zone, works),
});

const about = ({ kind, subject, recipient }: Which): About => ({ kind: kind.name, subject, recipient });
