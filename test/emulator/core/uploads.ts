import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { answer, type Obstacles, type Reply } from './api/answer.ts';
import { forgetOldest } from './bounded.ts';
import { fill, LARGEST_FILE } from './files.ts';
import { refuse, type World } from './session.ts';

/** An address that takes the bytes of one file, once. */
export function newUpload(world: World, fileId: string): string {
  const ticket = randomUUID();
  world.uploads.set(ticket, fileId);
  forgetOldest(world.uploads);
  return `${world.url}/upload/v1/${ticket}`;
}

/** Takes the bytes that are posted to such an address, as they are or as the first part of a form. */
export async function uploadOver(
  world: World,
  obstacles: Obstacles,
  request: IncomingMessage,
  ticket: string,
): Promise<Reply> {
  const bytes = await bytesIn(request);
  const file = world.state.files[world.uploads.get(ticket) ?? ''];
  const work = () => {
    if (!file) return refused(world, 404, 'unknown upload_url');
    if (!bytes) return refused(world, 400, 'invalid form data');
    if (bytes.byteLength > LARGEST_FILE) return refused(world, 413, 'too large');
    world.uploads.delete(ticket);
    fill(world, file, bytes);
    return { status: 200, headers: {}, body: `OK - ${bytes.byteLength}` };
  };
  const args = { file: file?.id, name: file?.name, bytes: bytes?.byteLength };
  return answer(world, obstacles, { name: 'upload_url', args, isAbout: () => false, work });
}

function refused(world: World, status: number, error: string) {
  refuse(world, 'upload_url', error, []);
  return { status, headers: {}, body: error };
}

/** Undefined where it is a form that can't be read. */
async function bytesIn(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined);
  if (!form) return undefined;
  const [part = ''] = form.values();
  return typeof part === 'string' ? Buffer.from(part) : new Uint8Array(await part.arrayBuffer());
}
