import { setTimeout as pause } from 'node:timers/promises';
import type { Slack, Visitor } from '../../emulator/core/index.ts';

/** From typing a command to seeing its form (milliseconds), one person after the other. */
export type Openings = { took: number[]; failed: number };

/** Slack takes a trigger for so long (milliseconds). */
const TRIGGER_MS = 3_000;

/**
 * Has these people open the log in turn, so many times. Each closes the form again; an opening that isn't acknowledged, or
 * shows no form while Slack would take it, has failed.
 */
export async function openForms(slack: Slack, people: readonly string[], times: number): Promise<Openings> {
  const openings: Openings = { took: [], failed: 0 };
  for (let n = 0; n < times; n += 1) {
    const visitor = slack.as(people[n % people.length] ?? '');
    const began = performance.now();
    const opened = untilOpen(slack, visitor);
    const { acked } = await visitor.types('/customer log They order on Thursdays');
    const at = await opened;
    if (acked && at !== undefined) openings.took.push(at - began);
    else openings.failed += 1;
    if (visitor.modal) await visitor.closes({ all: true });
  }
  return openings;
}

/** When somebody sees a form, on this process's own clock; undefined: not in time. */
async function untilOpen(slack: Slack, visitor: Visitor): Promise<number | undefined> {
  const late = new AbortController();
  const open = new Promise<number>((resolve) => {
    const stop = slack.onChange(() => {
      if (!visitor.modal) return;
      stop();
      resolve(performance.now());
    });
    late.signal.addEventListener('abort', stop);
  });
  const first = await Promise.race([
    open,
    pause(TRIGGER_MS, undefined, { signal: late.signal }).catch(() => undefined),
  ]);
  late.abort();
  return first;
}
