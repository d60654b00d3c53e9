import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** A simple-protocol Query message. */
function simpleQuery(sql: string): Uint8Array {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.from([0x51, 0, 0, 0, 0]);
  head.writeInt32BE(body.length + 4, 1);
  return new Uint8Array(Buffer.concat([head, body]));
}

/** Stands in for pg's TCP socket and hands the wire protocol straight to a PGlite in this process. */
class PGliteSocket extends Duplex {
  readonly #db: PGlite;
  #pending: Buffer = Buffer.alloc(0);
  #started = false;

  constructor(db: PGlite) {
    super({ allowHalfOpen: false });
    this.#db = db;
  }
  connect() {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay() {
    return this;
  }
  setKeepAlive() {
    return this;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }
  override _read() {}
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (e?: Error | null) => void) {
    void this.#run([chunk], done);
  }
  override _writev(chunks: { chunk: Buffer }[], done: (e?: Error | null) => void) {
    void this.#run(
      chunks.map((c) => c.chunk),
      done,
    );
  }
  override _final(done: (e?: Error | null) => void) {
    this.push(null);
    done();
  }

  async #run(chunks: Buffer[], done: (e?: Error | null) => void) {
    try {
      await null; // pg notes its active query only after it has written: never answer synchronously
      this.#pending = Buffer.concat([this.#pending, ...chunks]);
      // Hold Parse/Bind/Describe/Execute/Close (and copy data) back until the message that closes their batch is there.
      let at = 0;
      let ready = 0;
      while (this.#pending.length - at >= 5) {
        const size = this.#started ? 1 + this.#pending.readInt32BE(at + 1) : this.#pending.readInt32BE(at);
        if (this.#pending.length - at < size) break;
        const type = this.#started ? String.fromCharCode(this.#pending[at]!) : 'startup';
        at += size;
        if (type === 'startup') {
          // A new connection to the only session PGlite has: drop what the last one left, as a server would.
          this.#started = true;
          if (this.#db.isInTransaction()) await this.#send(simpleQuery('ROLLBACK'));
          await this.#send(simpleQuery('DISCARD ALL'));
          ready = at;
          break;
        }
        if (!'PBDECd'.includes(type)) ready = at;
      }
      if (ready > 0) {
        const message = new Uint8Array(this.#pending.subarray(0, ready));
        this.#pending = this.#pending.subarray(ready);
        await this.#send(message, (data) => this.push(data));
      }
      done();
    } catch (e) {
      done(e as Error);
    }
  }
  async #send(message: Uint8Array, answer: (data: Buffer) => void = () => {}) {
    await this.#db.execProtocolRawStream(message, { onRawData: (data) => answer(Buffer.from(data)) });
  }
}

/** A pg.Pool of one connection over PGlite, so that everything above it is the code that talks to a server. */
export function pglitePool(db: PGlite): pg.Pool {
  return new pg.Pool({
    stream: () => new PGliteSocket(db) as never,
    host: 'pglite',
    user: 'postgres',
    password: 'x',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
  });
}
