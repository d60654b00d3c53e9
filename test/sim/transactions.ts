import type { WorkspaceDb } from '../../src/db/workspace.ts';
import { transactionFault } from './faults.ts';
import type { Machine, Surroundings } from './instance.ts';

/** Milliseconds a transaction takes, there and back. */
const TRANSACTION_MS = 3;

/** Whoever asks the database may die of it. */
type Life = { isDead(): boolean; die(): void };

/** Every transaction waits for its turn, and may go wrong before or after its commit. */
export function throughFaults(around: Surroundings, machine: Machine, { isDead, die }: Life): WorkspaceDb {
  const { timeline, chance, database, weather, away, struck, committed } = around;
  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        const answer = (ms: number, how: () => void) => timeline.in(ms, () => isDead() || how());
        const gone = () => reject(new Error('the connection is gone'));
        timeline.in(chance.between(0, TRANSACTION_MS), async () => {
          if (isDead()) return;
          if (away.database) return answer(chance.between(0, TRANSACTION_MS), gone);
          const fault = transactionFault(chance, weather());
          if (fault) struck(machine, 'transaction', fault);
          const undone = fault?.is === 'undone' || fault?.is === 'dies before commit';
          const outcome = await settled(database.db, work, undone);
          if (outcome.is === 'done') await committed();
          if (fault?.is === 'dies before commit' || fault?.is === 'dies after commit') return die();
          const late = fault?.is === 'answers late' ? fault.ms : chance.between(0, TRANSACTION_MS);
          if (outcome.is === 'failed') return answer(late, () => reject(outcome.error));
          answer(late, outcome.is === 'undone' || fault?.is === 'unheard' ? gone : () => resolve(outcome.result));
        });
      }),
  };
}

/** Made once: an error's stack costs more than a transaction. */
const ROLLBACK = new Error('undone');

type Settled<T> = { is: 'done'; result: T } | { is: 'undone' } | { is: 'failed'; error: unknown };

/** Runs one transaction to its end. */
async function settled<T>(
  db: WorkspaceDb,
  work: Parameters<typeof db.run<T>>[0],
  undone: boolean,
): Promise<Settled<T>> {
  try {
    const result = await db.run(async (tx) => {
      const done = await work(tx);
      if (undone) throw ROLLBACK;
      return done;
    });
    return { is: 'done', result };
  } catch (error) {
    return error === ROLLBACK ? { is: 'undone' } : { is: 'failed', error };
  }
}
