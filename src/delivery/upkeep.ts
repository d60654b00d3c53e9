import { plus } from '../time.ts';
import type { DeliveryStore } from './store.ts';

/** Settles what time has settled; repeatable. Answers how many rows it touched. */
export async function upkeep(store: DeliveryStore, now: Date, quarantineSeconds: number): Promise<number> {
  const recovered = await store.recover(now, plus(now, { seconds: quarantineSeconds }));
  const expired = await store.expire(now);
  const asked = await store.askAgain(now);
  return recovered + expired + asked;
}
