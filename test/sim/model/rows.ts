import type { Row, RowChanges } from '../../../src/delivery/store.ts';
import type { Table } from './tables.ts';

/** States of a row that is under a claim. */
export const UNDER_CLAIM = ['sending', 'unknown'];

/** An UPDATE: answers how many rows it touched. */
export function change(outbox: Table<Row>, fits: (row: Row) => boolean, to: RowChanges | ((row: Row) => Partial<Row>)) {
  const touched = outbox.where(fits);
  for (const row of touched) {
    const changed = { ...row, ...(typeof to === 'function' ? to(row) : to) };
    if (changed.key !== row.key) outbox.delete(row.key);
    outbox.set(changed.key, changed);
  }
  return touched.length;
}

/** What rows are ordered by. */
export type Order = (row: Row) => number | string;
export const priority: Order = (row) => row.priority;
export const notBefore: Order = (row) => row.notBefore.getTime();
export const dueAt: Order = (row) => row.dueAt.getTime();
export const key: Order = (row) => row.key;

/** ORDER BY. */
export const inOrder =
  (...by: Order[]) =>
  (one: Row, other: Row) => {
    for (const of of by) {
      if (of(one) < of(other)) return -1;
      if (of(one) > of(other)) return 1;
    }
    return 0;
  };
