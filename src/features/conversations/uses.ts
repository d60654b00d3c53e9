import { dayInWords } from '../../dates.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { BecameOf } from '../../feature.ts';
import { type News, tell } from '../../news.ts';
import { cut } from '../../slack/blocks.ts';
import { escape, lines, quote } from '../../slack/escape.ts';
import { heardStore } from './store-heard.ts';
import { say } from './texts.ts';

/** How many customers are looked at for one person, and how many of a customer's latest tellers are told. */
const MOST_CUSTOMERS = 10;
const MOST_TELLERS = 20;

/** How much of a colleague's words is quoted, in characters; the customer's page has all of them. */
const GLANCE = 300;

/** A colleague has talked with the same customer since, and what they learned. */
export const spokenSince: BecameOf = async (_deps, tx, { userId, lang }, span) => {
  const t = say(lang);
  const heard = await heardStore(tx).sinceTheyTold(userId, span, MOST_CUSTOMERS);
  return heard.map(({ customer, heldOn, learned, savedAt }) => ({
    customerId: customer.id,
    at: savedAt,
    says: lines(t.spokeToo(escape(customer.name), escape(dayInWords(heldOn, lang))), quote(cut(learned, GLANCE))),
  }));
};

/** Whoever told something of a customer before can hear that a colleague has talked with them since. */
export async function tellEarlier(deps: Deps, tx: Tx, news: News) {
  if (news.is === 'logged' && (await heardStore(tx).hasTold(news.userId, news.customerId)))
    await tellTellers(deps, tx, news.customerId, news.userId);
}

/** Something came of what colleagues of somebody told of a customer. */
export async function tellTellers(deps: Deps, tx: Tx, customerId: string, userId: string) {
  const userIds = await heardStore(tx).tellersOf(customerId, userId, MOST_TELLERS);
  if (userIds.length > 0) await tell(deps, tx, { is: 'used', userIds });
}
