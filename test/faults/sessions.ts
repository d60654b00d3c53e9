import pg from 'pg';
import type { Cluster } from '../chaos/cluster.ts';
import type { Scene } from './scene.ts';

/** The server of an act that has one. */
export function clusterOf({ cluster }: Scene): Cluster {
  if (!cluster) throw new Error('this act has no server');
  return cluster;
}

/** Has the server do one thing, by a way on which nothing goes wrong. */
export async function asks(scene: Scene, sql: string): Promise<void> {
  const client = await session(scene);
  await client.query(sql).finally(() => client.end());
}

const OTHERS = "pid <> pg_backend_pid() AND backend_type = 'client backend'";

/** The server ends all connections but the one that asks it to. */
export const endAll = (scene: Scene): Promise<void> =>
  asks(scene, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OTHERS}`);

/** Takes a lock in a transaction that goes on until the answer is called. */
export async function lock(scene: Scene, sql: string): Promise<() => Promise<void>> {
  const client = await session(scene);
  await client.query('BEGIN');
  await client.query(sql);
  return () => client.end();
}

/** Takes every connection the server has to give; the answer gives them back. */
export async function takeAll(scene: Scene): Promise<() => Promise<void>> {
  const taken: pg.Client[] = [];
  for (let one = await tried(scene); one; one = await tried(scene)) taken.push(one);
  return async () => {
    for (const one of taken) await one.end();
  };
}

const tried = (scene: Scene): Promise<pg.Client | undefined> => session(scene).catch(() => undefined);

async function session(scene: Scene): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: clusterOf(scene).url });
  // The server may end it, as it does everybody else's.
  client.on('error', () => {});
  await client.connect();
  return client;
}
