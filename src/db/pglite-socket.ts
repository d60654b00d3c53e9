import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

/** The first byte of messages that only begin a batch: Parse, Bind, Describe, Execute, Close and copy data. */
const BEGINS_A_BATCH = new Set(Buffer.from('PBDECd'));

type Done = (error?: Error | null) => void;

/**
 * Stands in for pg's TCP socket and hands the wire protocol straight to a PGlite in this process.
 * PGlite has one session: two of these at a time would mix their transactions.
 */
export class PGliteSocket extends Duplex {
  readonly #db: PGlite;
  #pending: Buffer = Buffer.alloc(0);
  #started = false;

  constructor(db: PGlite) {
    super({ allowHalfOpen: false });
    this.#db = db;
  }

  // What pg asks of a TCP socket beyond a stream.
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
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done) {
    this.#receive([chunk]).then(() => done(), done);
  }
  override _writev(chunks: { chunk: Buffer }[], done: Done) {
    this.#receive(chunks.map(({ chunk }) => chunk)).then(() => done(), done);
  }
  override _final(done: Done) {
    this.push(null);
    done();
  }

  async #receive(chunks: Buffer[]) {
    await null; // pg notes its active query only after it has written: never answer synchronously
    this.#pending = Buffer.concat([this.#pending, ...chunks]);
    const length = this.#completeBytes();
    if (length === 0) return;
    const messages = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    if (!this.#started) await this.#forgetLastConnection();
    this.#started = true;
    await this.#send(messages, (answer) => this.push(answer));
  }

  /** How many bytes end with a message that closes its batch: PGlite must be given whole batches. */
  #completeBytes(): number {
    // The startup message alone has no type byte before its length.
    if (!this.#started) return this.#pending.length >= 4 ? fits(this.#pending, this.#pending.readInt32BE(0)) : 0;
    let at = 0;
    let complete = 0;
    while (this.#pending.length - at >= 5) {
      const end = at + 1 + this.#pending.readInt32BE(at + 1);
      if (end > this.#pending.length) break;
      if (!BEGINS_A_BATCH.has(this.#pending.readUInt8(at))) complete = end;
      at = end;
    }
    return complete;
  }

  /** A server would start a new session; PGlite keeps its only one, with what the last connection left in it. */
  async #forgetLastConnection() {
    if (this.#db.isInTransaction()) await this.#send(simpleQuery('ROLLBACK'));
    await this.#send(simpleQuery('DISCARD ALL'));
  }

  async #send(messages: Uint8Array, answer: (data: Buffer) => void = () => {}) {
    await this.#db.execProtocolRawStream(new Uint8Array(messages), { onRawData: (data) => answer(Buffer.from(data)) });
  }
}

const fits = ({ length }: Buffer, end: number) => (end <= length ? end : 0);

/** A simple-protocol Query message. */
function simpleQuery(sql: string): Buffer {
  const head = Buffer.from('Q\0\0\0\0');
  const body = Buffer.from(`${sql}\0`);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
