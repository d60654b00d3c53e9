import { randomUUID } from 'node:crypto';
import { forgetOldest } from './bounded.ts';
import type { World } from './session.ts';

/** Who may open a modal with it, in which conversation, since when (real time), and whether somebody has. */
export type Trigger = { userId: string; channel: string | undefined; madeAt: number; used: boolean };

/** Where an app may answer without a token. `madeAt` is of the turned clock (ms); `ts`: of the message clicked on. */
export type ResponseUrl = { userId: string; channel: string; ts: string | undefined; madeAt: number; uses: number };

/** What the app is known by when it is installed. */
export type Client = { id: string; secret: string };

/** What somebody has allowed, until the app fetches its token. `madeAt`: real ms; `wasAsked`: the link named the address. */
export type Grant = { userId: string; scopes: string[]; redirectUri: string; wasAsked: boolean; madeAt: number };

const TRIGGER_MS = 3000;
const RESPONSE_URL_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;
/** Real (docs.slack.dev/authentication/installing-with-oauth). */
const GRANT_MS = 10 * 60_000;

/** A pass to open one modal for somebody; `channel` is where they are looking. */
export function newTrigger(world: World, userId: string, channel?: string): string {
  const id = `${Date.now()}.${world.nextId('')}.${randomUUID().replaceAll('-', '')}`;
  world.triggers.set(id, { userId, channel, madeAt: Date.now(), used: false });
  forgetOldest(world.triggers);
  return id;
}

/** Uses up a trigger; answers whose it was, or Slack's word for why not. */
export function useTrigger(world: World, id: string): Trigger | { error: string } {
  const trigger = world.triggers.get(id);
  if (!trigger) return { error: 'invalid_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (Date.now() - trigger.madeAt > TRIGGER_MS) return { error: 'expired_trigger_id' };
  trigger.used = true;
  return trigger;
}

/** An address where the app may answer without a token. */
export function newResponseUrl(world: World, url: Omit<ResponseUrl, 'madeAt' | 'uses'>): string {
  const id = randomUUID();
  world.responseUrls.set(id, { ...url, madeAt: world.now().getTime(), uses: 0 });
  forgetOldest(world.responseUrls);
  return `${world.url}/response/${id}`;
}

/** Counts a use, or answers Slack's word for why not; it isn't documented, apps in the open tell of both. */
export function useResponseUrl(world: World, id: string): ResponseUrl | { error: string } {
  const url = world.responseUrls.get(id);
  if (!url || url.uses >= RESPONSE_URL_USES) return { error: 'used_url' };
  if (world.now().getTime() - url.madeAt > RESPONSE_URL_MS) return { error: 'Expired url' };
  url.uses += 1;
  return url;
}

/** A code that gets the app its token, once. */
export function newGrant(world: World, grant: Omit<Grant, 'madeAt'>): string {
  const code = `${Date.now()}.${randomUUID().replaceAll('-', '')}`;
  world.grants.set(code, { ...grant, madeAt: Date.now() });
  forgetOldest(world.grants);
  return code;
}

/** Uses up a code; undefined when it is unknown, used or too old. */
export function useGrant(world: World, code: string): Grant | undefined {
  const grant = world.grants.get(code);
  world.grants.delete(code);
  return grant && Date.now() - grant.madeAt <= GRANT_MS ? grant : undefined;
}
