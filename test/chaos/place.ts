import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase } from '../../src/db/open.ts';
import type { Tx } from '../../src/db/workspace.ts';
import { removeAtExit } from '../support/at-exit.ts';
import { noLog } from '../support/no-log.ts';
import { startCluster } from './cluster.ts';
import type { Settings } from './settings.ts';

/** Where the instances keep their rows. */
export type Place = {
  /** What tells an instance where that is. */
  env: Record<string, string>;
  /** Whether it can be looked at while instances are at work; the embedded database has one process. */
  shared: boolean;
  open(): Promise<Database>;
  /** Looks into the one workspace there is. */
  inside<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  remove(): void;
};

/** A PostgreSQL of its own, or a directory for the embedded database; gone with this process, if not before. */
export async function findPlace(db: Settings['db']): Promise<Place> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mantra-chaos-'));
  const cluster = db === 'pg' ? await startCluster() : undefined;
  const open = () => openDatabase({ dataDir, log: noLog, ...(cluster && { url: cluster.url }) });
  return {
    env: { DATA_DIR: dataDir, ...(cluster && { DATABASE_URL: cluster.url }) },
    shared: cluster !== undefined,
    open,
    async inside(work) {
      const database = await open();
      const [workspace] = await database.workspaces.list();
      return database
        .forWorkspace(workspace?.id ?? 'none')
        .run(work)
        .finally(() => database.close());
    },
    remove: removeAtExit(() => {
      cluster?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }),
  };
}
