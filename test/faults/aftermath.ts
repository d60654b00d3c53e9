import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/db/open.ts';
import type { Tx } from '../../src/db/workspace.ts';
import { isPerson } from '../../src/delivery/verdict.ts';
import { figuresOf, readRows } from '../chaos/figures.ts';
import { keptNotes } from '../chaos/writers.ts';
import { newest } from '../support/form.ts';
import { noLog } from '../support/no-log.ts';
import { type Scene, SENDER } from './scene.ts';
import { dueBy } from './stream.ts';
import { until } from './waiting.ts';

/** What is left when all faults of an act are over, held against what should be. */
export type Aftermath = {
  /** The most copies of one message in a direct message. */
  mostCopies: number;
  /** Messages that were due and aren't closed, are closed as failed or expired, or stand elsewhere than the database says. */
  open: number;
  lost: number;
  misplaced: number;
  /** Conversations whose form closed, and those of them that aren't kept exactly once. */
  saved: number;
  notKeptOnce: number;
  /** Whether due = sent + failed + skipped + expired + open. */
  law: boolean;
  /** Instances that didn't stop by themselves when they were asked to. */
  endedBadly: number;
};

/** So long after the last fault everything is closed (seconds): a claim runs out, its post is read back. */
const CLOSED = 90;

/** A post whose answer was lost stands in Slack that much earlier than in the database, which can't be asked meanwhile (seconds). */
const LOST = SENDER.claimSeconds + SENDER.quarantineSeconds + 5;

/** Waits until everything that is due is closed, stops the instances, and counts. */
export async function aftermathOf(scene: Scene): Promise<Aftermath> {
  const { slack, clock, instances, saved, db } = scene;
  const due = clock.now();
  const isClosed = async () => (db ? (await db.run((tx) => countOpen(tx, due))) === 0 : haveHeard(scene, due));
  // What isn't closed by then is counted.
  await until('everything that was due is closed', isClosed, CLOSED).catch(() => {});
  if (!db) await pause(LOST * 1_000);
  const ends = await Promise.all(instances.map((one) => one.stop()));
  const { rows, counts, open, kept } = await inside(scene, async (tx) => ({
    ...(await readRows(tx)),
    open: await countOpen(tx, due),
    kept: await keptNotes(tx),
  }));
  // What was withdrawn counts as sent, and stands nowhere.
  const posted = rows.filter(({ state, ts }) => state !== 'sent' || ts !== null);
  const { mostCopies, misplaced, law } = figuresOf(slack.dump(), { rows: posted, counts }, []);
  return {
    ...{ mostCopies, misplaced, law, open },
    lost: rows.filter(({ recipient, state }) => isPerson(recipient) && ['failed', 'expired'].includes(state)).length,
    saved: saved.size,
    notKeptOnce: [...saved].filter((note) => kept.get(note) !== 1).length,
    endedBadly: ends.filter((end) => end !== 0).length,
  };
}

/** The embedded database can't be asked while its instance is at work; Slack can. */
const haveHeard = ({ slack, nudged }: Scene, due: Date) =>
  dueBy(nudged, due).every((userId) => newest(slack.as(userId)) !== undefined);

const countOpen = (tx: Tx, due: Date): Promise<number> =>
  tx.outbox.count({ where: { dueAt: { lte: due }, state: { in: ['pending', 'sending', 'unknown', 'held'] } } });

/** The embedded database can be looked into when its instance has stopped. */
async function inside<T>({ db, dataDir }: Scene, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db) return db.run(work);
  const database = await openDatabase({ dataDir, log: noLog });
  const [workspace] = await database.workspaces.list();
  return database
    .forWorkspace(workspace?.id ?? 'none')
    .run(work)
    .finally(() => database.close());
}
