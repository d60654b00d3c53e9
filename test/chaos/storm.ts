import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../emulator/core/index.ts';
import type { Fleet } from './fleet.ts';
import type { Settings } from './settings.ts';

/** What was done to the instances. A kill is one of an instance that was ready while there was something to send. */
export type Storm = {
  kills: number;
  /** Of those, how many struck the instance that had just sent. */
  senderKills: number;
  /** On the embedded database: starts beside a running instance that were refused, and killed ones' locks taken over. */
  refused: number;
  takenOver: number;
};

/** Faults of one post: its answer takes some milliseconds, and is lost by `drop`. */
export function postFaults({ drop, lateCommit }: Pick<Settings, 'drop' | 'lateCommit'>): Fault[] {
  const method = 'chat.postMessage';
  const shades = Array.from({ length: SHADES }, (_, n) => n / (SHADES - 1));
  const lost = shades.map((shade): Fault => {
    const its = { method, odds: drop / SHADES, delayMs: Math.round(SLOWEST_MS * shade) };
    return lateCommit === 0 ? { ...its, loseAnswer: true } : { ...its, lateCommitMs: lateCommit * 1000 * shade };
  });
  return [...(drop > 0 ? lost : []), { method, delayMs: SLOWEST_MS / 2 }];
}

/** So many lengths of what is late or slow, between none and the longest. */
const SHADES = 20;
const SLOWEST_MS = 40;

/** So often the one that sent last is the victim, if it is ready; else any ready one. */
const AT_THE_SENDER = 0.5;
/** Of the messages that are out, as many parts as of the kills; the rest stand only once lost posts are read back. */
const SURE = 0.9;
/** Longer than this, a kill doesn't wait for its part of the messages (milliseconds). */
const LONGEST_WAIT_MS = 15_000;
const MOMENT_MS = 500;
const LOOK_MS = 50;

/**
 * Kills a ready instance at a random moment, again and again, evenly over the `messages` that are to be sent. Ends when
 * there were enough kills, or when there is nothing left to send.
 */
export async function storm(fleet: Fleet, { db, kills }: Settings, messages: number): Promise<Storm> {
  const done: Storm = { kills: 0, senderKills: 0, refused: 0, takenOver: 0 };
  const { standing } = fleet.heard;
  while (done.kills < kills) {
    await until(() => standing.size >= (SURE * messages * done.kills) / kills, LONGEST_WAIT_MS);
    const victim = await fleet.readyOne(Math.random() < AT_THE_SENDER ? fleet.heard.sender : undefined);
    if (db === 'embedded' && isRefused(await fleet.startAnother())) done.refused += 1;
    await pause(Math.random() * MOMENT_MS);
    if (standing.size >= messages) return done;
    if (fleet.heard.sender === victim) done.senderKills += 1;
    await fleet.killAndRestart(victim);
    done.kills += 1;
    if (db === 'embedded') {
      await fleet.readyOne();
      done.takenOver += 1;
    }
  }
  return done;
}

const isRefused = ({ ended, sentence }: { ended: number | string; sentence: string }) =>
  ended === 1 && sentence.includes('is using the embedded database');

/** Waits until it happens, or until it has taken too long. */
export async function until(happens: () => boolean, atMostMs: number) {
  for (let waited = 0; waited < atMostMs && !happens(); waited += LOOK_MS) await pause(LOOK_MS);
}
