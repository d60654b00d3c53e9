import { conversationStore } from '../../src/features/conversations/index.ts';
import { customerStore } from '../../src/features/customers/index.ts';
import { restStore } from '../../src/features/rests/index.ts';
import { systemIds } from '../../src/ids.ts';
import { localDay, monthOf } from '../../src/time.ts';
import type { House } from '../support/house.ts';
import { type Colleague, CROWD } from './crowd.ts';
import type { Post } from './posts.ts';

/** How many messages of a month somebody waits for before they speak with a customer. */
const AFTER = { 'at once': 1, 'when reminded': 2, never: Number.POSITIVE_INFINITY } as const;

/**
 * Lets the crowd answer what has come, in one transaction: their conversations, without the form that ten others fill in,
 * and that they did something.
 */
export function talksOf(house: House): (news: readonly Post[]) => Promise<void> {
  const crowd = new Map<string, Colleague>(CROWD.map((one) => [one.seed.id, one]));
  const heard = new Map<string, number>();
  return async (news) => {
    const talking = news.flatMap(({ at, to: userId }) => {
      const one = crowd.get(userId);
      if (!one) return [];
      const day = localDay(at, one.seed.tz);
      const month = `${userId} ${monthOf(day)}`;
      const many = (heard.get(month) ?? 0) + 1;
      heard.set(month, many);
      return many === AFTER[one.habit] ? [{ userId, day }] : [];
    });
    if (talking.length > 0) await house.db.run((tx) => talk(tx, talking, house.clock.now()));
  };
}

async function talk(
  tx: Parameters<typeof restStore>[0],
  talking: readonly { userId: string; day: string }[],
  at: Date,
) {
  const name = { name: 'Een klant', sort: 'kind', id: systemIds.uuid(), by: 'UNOOR', at } as const;
  const { id: customerId } = await customerStore(tx).findOrAdd(name);
  for (const { userId, day: heldOn } of talking) {
    const said = { kind: 'call', learned: 'Niets nieuws.', readers: 'colleagues', counts: true } as const;
    const more = { need: null, said: null, initiative: null, level: null, minutes: null, topic: null };
    await conversationStore(tx).add(systemIds.uuid(), userId, { customerId, heldOn, ...said, ...more }, at);
    await restStore(tx).acted(userId);
  }
}
