import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import type { TestDatabase } from './database.ts';

/** A database that can be away: it refuses, never answers, or does its work late, until it is well again. */
export type ShakyDatabase = TestDatabase & {
  refuses(): void;
  /** Nothing answers, nothing is done; when it is well again, whoever waited is refused. */
  hangs(): void;
  /** Each transaction waits so many real milliseconds before it begins. */
  slow(ms: number): void;
  /** The `nth` transaction from now, and no other. */
  slowOnce(nth: number, ms: number): void;
  well(): void;
};

export function shaky(database: TestDatabase): ShakyDatabase {
  const waiting = new Set<() => void>();
  let before: () => Promise<unknown> = async () => {};
  const forWorkspace = (workspaceId: string): WorkspaceDb => {
    const { run } = database.forWorkspace(workspaceId);
    return {
      run: async (work) => {
        await before();
        return run(work);
      },
    };
  };
  return {
    ...database,
    forWorkspace,
    refuses() {
      before = () => Promise.reject(new Error('the connection is gone'));
    },
    hangs() {
      before = () => new Promise((_, refuse) => waiting.add(() => refuse(new Error('the connection is gone'))));
    },
    slow(ms) {
      before = () => sleep(ms);
    },
    slowOnce(nth, ms) {
      let begun = 0;
      before = async () => {
        begun += 1;
        if (begun === nth) await sleep(ms);
      };
    },
    well() {
      before = async () => {};
      for (const refuse of waiting) refuse();
      waiting.clear();
    },
  };
}
