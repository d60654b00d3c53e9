import type pg from 'pg';
import type { Log } from '../log.ts';

/** What PostgreSQL says of a write where it takes none: since a failover, the server at the other end is a copy. */
const READ_ONLY = '25006';

/**
 * Gives up connections over which the server took no write, once they are handed back: they lead to the old server for as
 * long as they stand, and a new one to the server that took over.
 */
export function giveUpReadOnly(pool: pg.Pool, log: Log): void {
  const leadNowhere = new WeakSet<pg.Client>();
  pool.on('connect', (client) => {
    client.connection.on('errorMessage', ({ code }: { code?: string }) => {
      if (code === READ_ONLY) leadNowhere.add(client);
    });
  });
  pool.on('release', (_error, client) => {
    if (!leadNowhere.has(client)) return;
    log.warn({ code: READ_ONLY }, 'the database takes no writes over this connection: it is given up');
    void client.end(); // the pool keeps none that is ending
  });
}
