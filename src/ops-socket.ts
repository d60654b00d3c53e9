import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { faultOf, type Log } from './log.ts';

/** What a script may ask for, by name: it gets the bytes that were sent, and answers line by line. */
export type Jobs = Record<string, (bytes: Buffer, tell: (line: object) => void) => Promise<void>>;

export type OpsSocket = { stop(): Promise<void> };

/** Where operators' scripts find the process that holds the embedded database in this directory. */
export const socketIn = (dataDir: string): string => path.join(dataDir, 'mantra.sock');

/**
 * Lets operators' scripts work while this process holds the embedded database: on a Unix socket that only its owner may
 * open. Where there can be none (a path beyond 107 bytes, a disk without sockets), scripts have to wait for a stop.
 */
export async function startOpsSocket(dataDir: string, jobs: Jobs, most: number, log: Log): Promise<OpsSocket> {
  const place = socketIn(dataDir);
  const server = createServer((request, response) => {
    void answer(request, response, jobs, most).catch((error: unknown) => {
      log.error(faultOf(error), 'an operator’s job failed');
      response.end(lineOf({ ok: false, says: 'That failed on our side; the log says more. Nothing was taken.' }));
    });
  });
  // Whoever left one there is dead: the directory's lock is ours.
  rmSync(place, { force: true });
  const listening = new Promise<void>((resolve, reject) => void server.once('error', reject).listen(place, resolve));
  await listening.then(
    () => chmodSync(place, 0o600),
    (error: unknown) => log.warn(faultOf(error), 'no socket for operators’ scripts'),
  );
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    rmSync(place, { force: true });
  };
  return { stop };
}

async function answer(request: IncomingMessage, response: ServerResponse, jobs: Jobs, most: number): Promise<void> {
  const job = jobs[(request.url ?? '').slice(1)];
  if (!job || request.method !== 'POST') return void response.writeHead(404).end();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    // One byte more is enough for the job to see that it is too much.
    if (size <= most) parts.push(part as Buffer);
    size += (part as Buffer).byteLength;
  }
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  await job(Buffer.concat(parts), (line) => void response.write(lineOf(line)));
  response.end();
}

const lineOf = (line: object) => `${JSON.stringify(line)}\n`;
