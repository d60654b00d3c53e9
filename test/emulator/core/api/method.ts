import type { World } from '../session.ts';
import type { JsonObject } from '../shapes.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;
type ValueOf<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

/** The SDK's arguments of a method as they come over the wire: any of them may be missing. */
export type Given<Arguments> = { [K in KeysOf<Arguments> & string]?: ValueOf<Arguments, K> };

/** The SDK's response of a method, without its catch-all for unknown fields. */
export type Answer<Response> = {
  [K in keyof Response as string extends K ? never : K]?: Response[K];
};

/** Slack says no: HTTP 200 with `ok: false`. */
export class Refused extends Error {
  override name = 'Refused';
  readonly error: string;
  readonly messages: string[];
  readonly more: JsonObject;

  constructor(error: string, messages: string[] = [], more: JsonObject = {}) {
    super(error);
    this.error = error;
    this.messages = messages;
    this.more = more;
  }
}

/** One Web API method. `scopes`: one of them is needed; a method may ask for more once it knows the conversation. */
export type Method = {
  /** `none`: whoever asks proves in another way who they are. */
  token: 'bot' | 'app' | 'none';
  scopes: readonly string[];
  run(world: World, args: JsonObject): object;
};

/** A method by the SDK’s own types of its arguments and its response. */
export const method = <Arguments, Response>(
  scopes: readonly string[],
  run: (world: World, args: Given<Arguments>) => Answer<Response>,
  token: Method['token'] = 'bot',
): Method => ({ token, scopes, run: (world, args) => run(world, args as Given<Arguments>) });

/** What the app may do: all that it needs, and what else it asks for as far as that was granted. */
export function grantedScopes({ manifest, withoutScopes }: World): string[] {
  const { bot = [], bot_optional = [] } = manifest.oauth_config?.scopes ?? {};
  return [...bot, ...bot_optional.filter((scope) => !withoutScopes.includes(scope))];
}

/** One of these scopes must be in the manifest. */
export function needScope(world: World, ...scopes: readonly string[]) {
  const provided = grantedScopes(world);
  if (scopes.length === 0 || scopes.some((scope) => provided.includes(scope))) return;
  throw new Refused('missing_scope', [], { needed: scopes.join(','), provided: provided.join(',') });
}

/** Slack’s refusal of a call without a field that it needs. */
export const missing = (field: string) =>
  new Refused('invalid_arguments', [`[ERROR] missing required field: ${field}`]);

const CURSOR = /^offset:(\d+)$/;

/** One page of a list, and the cursor of the next, empty at the end. `limit` 0 or absent: `usual`. */
export function page<T>(all: readonly T[], { cursor, limit }: { cursor?: unknown; limit?: unknown }, usual: number) {
  const size = Number(limit) || usual;
  if (size < 1 || size > 1000) throw new Refused('invalid_limit');
  const start = cursor ? startOf(String(cursor), all.length) : 0;
  const end = start + size;
  const next = end < all.length ? Buffer.from(`offset:${end}`).toString('base64') : '';
  return { items: all.slice(start, end), next_cursor: next };
}

function startOf(cursor: string, length: number): number {
  const [, offset] = CURSOR.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (offset === undefined || Number(offset) > length) throw new Refused('invalid_cursor');
  return Number(offset);
}
