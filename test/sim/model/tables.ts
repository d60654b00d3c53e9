import type { Row, SenderRow } from '../../../src/delivery/store.ts';
import type { Conversation } from '../../../src/features/conversations/index.ts';
import type { Nudge } from '../../../src/features/nudges/store.ts';
import type { Absence, Person } from '../../../src/features/people/index.ts';
import type { Settings } from '../../../src/features/settings/index.ts';

/** Rows of one sort by their key. A row is never changed, only put in the place of another. */
export type Table<T> = {
  get(key: string): T | undefined;
  set(key: string, row: T): void;
  delete(key: string): void;
  all(): Iterable<T>;
  where(fits: (row: T) => boolean): T[];
};

/** Somebody's rest: until a day, or, without one, until they come back. */
export type Rest = { userId: string; until: string | null };

/** Days off that somebody gave themselves. */
export type DaysOff = Absence & { userId: string };

/** A closed week. */
export type Week = { week: string; conversations: number };

/** Over how many days a month's nudges are spread. */
export type Spread = { month: string; days: number };

/** Everything one workspace remembers. */
export type Tables = {
  people: Table<Person>;
  absences: Table<DaysOff>;
  rosters: Table<Date>;
  settings: Table<Settings>;
  nudges: Table<Nudge>;
  rests: Table<Rest>;
  conversations: Table<Conversation>;
  weeks: Table<Week>;
  spreads: Table<Spread>;
  asked: Table<Date>;
  senders: Table<SenderRow>;
  outbox: Table<Row>;
};

/** Rows in memory, with one transaction at a time. */
export type Memory = {
  tables: Tables;
  /** Rows of the outbox that were written since this was last asked. */
  written(): Row[];
  begin(): void;
  commit(): void;
  /** As if the transaction had never begun. */
  abort(): void;
  /** A copy of everything, for `restore`. */
  backup(): Backup;
  restore(backup: Backup): void;
};

export type Backup = readonly (readonly [keyof Tables, ReadonlyMap<string, unknown>])[];

/** Empty tables. */
export function createMemory(): Memory {
  let undo: (() => void)[] = [];
  let touched = new Set<string>();
  const maps = new Map<keyof Tables, Map<string, unknown>>();

  function table<T>(name: keyof Tables): Table<T> {
    const rows = new Map<string, T>();
    maps.set(name, rows);
    const keep = (key: string) => {
      const before = rows.get(key);
      undo.push(() => (before === undefined ? rows.delete(key) : rows.set(key, before)));
    };
    return {
      get: (key) => rows.get(key),
      set(key, row) {
        keep(key);
        rows.set(key, row);
      },
      delete(key) {
        keep(key);
        rows.delete(key);
      },
      all: () => rows.values(),
      where: (fits) => [...rows.values()].filter(fits),
    };
  }

  const outbox = table<Row>('outbox');
  function write(key: string, row: Row) {
    touched.add(key);
    outbox.set(key, row);
  }
  return {
    tables: {
      people: table('people'),
      absences: table('absences'),
      rosters: table('rosters'),
      settings: table('settings'),
      nudges: table('nudges'),
      rests: table('rests'),
      conversations: table('conversations'),
      weeks: table('weeks'),
      spreads: table('spreads'),
      asked: table('asked'),
      senders: table('senders'),
      outbox: { ...outbox, set: write },
    },
    written() {
      const keys = touched;
      touched = new Set();
      return [...keys].flatMap((key) => outbox.get(key) ?? []);
    },
    begin() {
      undo = [];
    },
    commit() {
      undo = [];
    },
    abort() {
      for (const back of undo.reverse()) back();
      undo = [];
    },
    backup: () => [...maps].map(([name, rows]) => [name, new Map(rows)] as const),
    restore(backup) {
      for (const [name, kept] of backup) {
        const rows = maps.get(name);
        rows?.clear();
        for (const [key, row] of kept) rows?.set(key, row);
      }
    },
  };
}
