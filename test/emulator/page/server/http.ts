import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that can't be answered as it was asked; its words are shown on the page. */
export class RequestError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** No page needs more than this to say what it wants (bytes). */
const MOST = 1_000_000;

/** The whole body; more than `most` bytes are refused. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new RequestError(413, 'That is too much at once.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBytes(request, MOST);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new RequestError(400, 'That is not JSON.');
  }
}

/** The page may load nothing but itself; style attributes carry avatar colours and places of menus. */
const POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

/** Answers, and says that the request was taken. */
export function send(response: ServerResponse, status: number, body: string, type: string): true {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'content-security-policy': POLICY });
  response.end(body);
  return true;
}
