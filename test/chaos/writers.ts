import { setTimeout as pause } from 'node:timers/promises';
import type { Tx } from '../../src/db/workspace.ts';
import type { Slack, Visitor } from '../emulator/core/index.ts';
import { fillsIn } from '../support/form.ts';
import { until } from './storm.ts';

/** People who log one conversation after the other, each with a note of its own. */
export type Writers = {
  /** Notes whose form closed: their authors were told that they are saved. */
  closed: Set<string>;
  /** How often a form said that it wasn't saved, or nothing at all, and its author pressed Save again. */
  again: number;
  /** Lets them finish what they are at. */
  stop(): Promise<void>;
};

/** Somebody who isn't answered gives up and begins anew (milliseconds). */
const PATIENCE_MS = 5_000;
const PRESSES = 20;
const BETWEEN_PRESSES_MS = 500;

/** Sets these people to work. Whatever goes wrong for them, they try again. */
export function startWriters(slack: Slack, userIds: readonly string[]): Writers {
  const writers = { closed: new Set<string>(), again: 0 };
  let over = false;

  async function write(userId: string) {
    const visitor = slack.as(userId);
    for (let n = 0; !over; n += 1) {
      const note = `Note ${n} of ${userId}`;
      await pause(Math.random() * BETWEEN_PRESSES_MS);
      if (await isSaved(visitor, note).catch(() => false)) writers.closed.add(note);
    }
  }

  async function isSaved(visitor: Visitor, note: string): Promise<boolean> {
    if (visitor.modal) await visitor.closes({ all: true });
    await visitor.types(`/customer log ${note}`);
    await until(() => visitor.modal !== undefined, PATIENCE_MS);
    await fillsIn(visitor, { lang: 'en', customer: 'Bakkerij Zuid', how: 'Event' });
    for (let press = 0; press < PRESSES; press += 1) {
      const { acked, modal } = await visitor.submits();
      if (acked && !modal) return true;
      writers.again += 1;
      await pause(BETWEEN_PRESSES_MS);
    }
    return false;
  }

  const atWork = Promise.all(userIds.map(write));
  return Object.assign(writers, {
    async stop() {
      over = true;
      await atWork;
    },
  });
}

/** How often each note was kept. */
export async function keptNotes(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.conversation.groupBy({ by: ['learned'], _count: { _all: true } });
  return new Map(rows.map(({ learned, _count }) => [learned, _count._all]));
}
