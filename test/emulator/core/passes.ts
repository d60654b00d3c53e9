import { randomUUID } from 'node:crypto';
import { forgetOldest } from './bounded.ts';
import type { World } from './session.ts';

/** Who may open a modal with it, since when (real time), and whether somebody has. */
export type Trigger = { userId: string; madeAt: number; used: boolean };

/** Where an app may answer without a token. `madeAt` is of the turned clock (ms); `ts`: of the message clicked on. */
export type ResponseUrl = { userId: string; channel: string; ts: string | undefined; madeAt: number; uses: number };

const TRIGGER_MS = 3000;
const RESPONSE_URL_MS = 30 * 60_000;
const RESPONSE_URL_USES = 5;

export function newTrigger(world: World, userId: string): string {
  const id = `${Date.now()}.${world.nextId('')}.${randomUUID().replaceAll('-', '')}`;
  world.triggers.set(id, { userId, madeAt: Date.now(), used: false });
  forgetOldest(world.triggers);
  return id;
}

/** Uses up a trigger; answers whose it was, or Slack's word for why not. */
export function useTrigger(world: World, id: string): { userId: string } | { error: string } {
  const trigger = world.triggers.get(id);
  if (!trigger) return { error: 'invalid_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (Date.now() - trigger.madeAt > TRIGGER_MS) return { error: 'expired_trigger_id' };
  trigger.used = true;
  return { userId: trigger.userId };
}

export function newResponseUrl(world: World, url: Omit<ResponseUrl, 'madeAt' | 'uses'>): string {
  const id = randomUUID();
  world.responseUrls.set(id, { ...url, madeAt: world.now().getTime(), uses: 0 });
  forgetOldest(world.responseUrls);
  return `${world.url}/response/${id}`;
}

/** Counts a use; undefined when it is unknown, used up or too old. */
export function useResponseUrl(world: World, id: string): ResponseUrl | undefined {
  const url = world.responseUrls.get(id);
  if (!url || url.uses >= RESPONSE_URL_USES) return undefined;
  if (world.now().getTime() - url.madeAt > RESPONSE_URL_MS) return undefined;
  url.uses += 1;
  return url;
}
