import type { Tx } from '../../src/db/workspace.ts';
import { createOutbox } from '../../src/delivery/rows.ts';
import { monthlyNudge } from '../../src/features/nudges/messages.ts';
import { plus } from '../../src/time.ts';
import { DUE, ZONE } from '../chaos/company.ts';

/** Seconds between one nudge that is due and the next. */
const APART = 2;
const MONTH = '2026-12';

/** Makes one nudge due every two seconds, as the month's rule would where everybody had a ten o'clock of their own; none for `spared`. */
export async function spreadNudges(tx: Tx, userIds: readonly string[], spared: readonly string[]): Promise<void> {
  const everybody = [...userIds, ...spared, NOBODY_ELSE];
  await tx.nudge.createMany({ data: everybody.map((userId) => ({ userId, month: MONTH })) });
  const rows = userIds.map((recipient, n) => ({
    kind: monthlyNudge,
    recipient,
    subject: MONTH,
    dueAt: plus(DUE, { seconds: n * APART }),
    zone: ZONE,
  }));
  await createOutbox().put(tx, rows);
}

/** Those of them whose nudge was due by this moment. */
export const dueBy = (userIds: Iterable<string>, at: Date): string[] =>
  [...userIds].slice(0, 1 + Math.floor((at.getTime() - DUE.getTime()) / 1_000 / APART));

/** The admin. */
const NOBODY_ELSE = 'UNOOR';
