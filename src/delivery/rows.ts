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

function put(store: DeliveryStore, rows: readonly Put[]) {
  const endOf = knownEnds();
  return store.add(distinct(rows.map((row) => columns(row, endOf(row)))));
}

const EVERY_DAY = () => true;

/** When rows end: worked out once for the thousands that are due at one moment in one calendar. */
function knownEnds(): (row: Put) => Date | null {
  const known = new Map<unknown, Map<string, Date | null>>();
  return ({ kind, dueAt, zone, works = EVERY_DAY }) => {
    const ends = known.get(works) ?? new Map<string, Date | null>();
    known.set(works, ends);
    const name = `${kind.name} ${zone} ${dueAt.getTime()}`;
    const end = ends.get(name);
    if (end !== undefined) return end;
    const found = kind.until(dueAt, zone, works);
    ends.set(name, found);
    return found;
  };
}

/** One statement can't write a row twice: a mistake of one rule would keep all its rows out. The first one counts. */
function distinct(rows: readonly NewRow[]): NewRow[] {
  const messages = new Map<string, NewRow>();
  for (const row of rows) {
    const message = `${row.kind} ${row.recipient} ${row.subject}`;
    if (!messages.has(message)) messages.set(message, row);
  }
  return [...messages.values()];
}

const columns = ({ kind, recipient, subject, dueAt }: Put, expiresAt: Date | null): NewRow => ({
  kind: kind.name,
  recipient,
  subject,
  unasked: kind.unasked,
  monthlyHabit: kind.monthlyHabit ?? false,
  priority: kind.priority,
  dueAt,
  expiresAt,
});

const about = ({ kind, subject, recipient }: Which): About => ({ kind: kind.name, subject, recipient });
