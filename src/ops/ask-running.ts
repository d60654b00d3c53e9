import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { socketIn } from '../ops-socket.ts';

/** What connecting says where nobody is there. */
const NOBODY = ['ENOENT', 'ECONNREFUSED'];

/** Has the running product do a job, and hears from it line by line. False: none runs here. */
export async function askRunning<Line>(
  dataDir: string,
  job: string,
  bytes: Buffer,
  hear: (line: Line) => void,
): Promise<boolean> {
  const answer = await answerTo(socketIn(dataDir), job, bytes).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && NOBODY.includes(String(error.code))) return undefined;
    throw error;
  });
  if (!answer) return false;
  for await (const line of createInterface(answer)) hear(JSON.parse(line) as Line);
  return true;
}

const answerTo = (socketPath: string, job: string, bytes: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request({ socketPath, path: `/${job}`, method: 'POST' }, resolve)
      .on('error', reject)
      .end(bytes);
  });
