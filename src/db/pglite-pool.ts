import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { PGliteSocket } from './pglite-socket.ts';

/** A pg.Pool of one connection over PGlite, so that everything above it is the code that talks to a server. */
export const pglitePool = (db: PGlite): pg.Pool =>
  new pg.Pool({
    stream: () => new PGliteSocket(db),
    host: 'pglite',
    user: 'postgres',
    password: 'x',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
  });
