import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { readJson } from './json.ts';
import type { JsonObject } from './types.ts';
import { isObject } from './validate/spec.ts';

/** What a request asks for; or Slack's word for a body that it can't read. */
export type Arguments = { args: JsonObject } | { error: string };

/** Arguments stand in the address, or in the body in one of three ways (docs.slack.dev/apis/web-api). */
export async function argumentsOf(request: IncomingMessage): Promise<Arguments> {
  const inAddress = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  const body = await buffer(request);
  if (body.byteLength === 0) return { args: inAddress };
  const given = request.headers['content-type'];
  if (!given) return { error: 'missing_post_type' };
  const [type = ''] = given.split(';');
  const read = READERS.get(type.trim().toLowerCase());
  if (!read) return { error: 'invalid_post_type' };
  const inBody = await read(body, given);
  return typeof inBody === 'string' ? { error: inBody } : { args: { ...inAddress, ...inBody } };
}

type Read = (body: Buffer, contentType: string) => JsonObject | string | Promise<JsonObject | string>;

/** By the type of a body. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['application/json', inJson],
  ['application/x-www-form-urlencoded', (body) => Object.fromEntries(new URLSearchParams(body.toString()))],
  ['multipart/form-data', inParts],
  ['text/plain', () => ({})],
]);

/** What is null isn't given. */
function inJson(body: Buffer): JsonObject | string {
  try {
    const json = readJson(body.toString());
    if (!isObject(json)) return 'json_not_object';
    return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
  } catch {
    return 'invalid_json';
  }
}

/** Parts that hold files are for methods that aren't here. */
async function inParts(body: Buffer, contentType: string): Promise<JsonObject | string> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    return Object.fromEntries([...form].filter((field): field is [string, string] => typeof field[1] === 'string'));
  } catch {
    return 'invalid_form_data';
  }
}
