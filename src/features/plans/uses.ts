import type { BecameOf } from '../../feature.ts';
import { escape } from '../../slack/escape.ts';
import { heardStore } from '../conversations/index.ts';
import { planStore } from './store.ts';
import { say } from './texts.ts';

/** A colleague read what we know of a customer and means to talk with them: said without who, and without their words. */
export const meantSince: BecameOf = async (_deps, tx, { userId, lang }, span) => {
  const told = new Map((await heardStore(tx).customersToldBy(userId)).map((one) => [one.id, one]));
  const prompted = told.size > 0 ? await planStore(tx).prompted([...told.keys()], userId, span) : [];
  return prompted.flatMap(({ customerId, promptedAt }) => {
    const customer = told.get(customerId);
    if (!customer || customer.toldAt >= promptedAt) return [];
    return [{ customerId, at: promptedAt, says: say(lang).meansTo(escape(customer.name)) }];
  });
};
