import type { SectionBlock } from '@slack/types';
import type { Tx } from '../../db/workspace.ts';
import { section } from '../../slack/blocks.ts';
import { escape } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { firstOfMonth } from '../../time.ts';
import { settingStore } from '../settings/index.ts';
import { type Cap, type Hesitation, periodOf } from './approach-rules.ts';
import { factsButton } from './facts-views.ts';
import type { Customer, Suggestion } from './store.ts';
import { approachStore } from './store-approach.ts';
import { say } from './texts.ts';

/** At how many customers one look for a suggestion takes: others may be deciding about the first. */
const AT_ONCE = 10;

/**
 * The customer to suggest to somebody in a month, from the most fitting on; undefined: there is none who may be
 * approached. Whoever keeps the suggestion in this same transaction has the place: no two take the last one.
 */
export async function suggestTo(
  tx: Tx,
  userId: string,
  month: string,
  except: readonly string[],
): Promise<Suggestion | undefined> {
  const approach = { userId, again: false, ...inPeriod(firstOfMonth(month), await capOf(tx)) };
  const store = approachStore(tx);
  for (const one of await store.candidates(approach, except, AT_ONCE))
    if ((await store.isFree(one.id)) && !(await store.hesitation(one.id, approach))) return one;
  return undefined;
}

/** So many customers whom somebody may approach in a month, the most fitting first. To read only: nobody has a place. */
export async function ideasFor(tx: Tx, userId: string, month: string, n: number): Promise<Suggestion[]> {
  const approach = { userId, again: false, ...inPeriod(firstOfMonth(month), await capOf(tx)) };
  return approachStore(tx).candidates(approach, [], n);
}

/** Whom somebody approaches on which day. */
type Asked = { customer: Customer; userId: string; on: string };

/** What speaks against approaching a customer on a day, with the way to what is known of them; undefined: nothing. */
export async function warningFor(
  tx: Tx,
  { customer, userId, on }: Asked,
  lang: Lang,
): Promise<SectionBlock | undefined> {
  if (customer.sort === 'kind') return undefined;
  const cap = await capOf(tx);
  const hesitation = await approachStore(tx).hesitation(customer.id, { userId, again: true, ...inPeriod(on, cap) });
  return hesitation && warning(customer, hesitation, cap, lang);
}

/** The block_id of a warning names its customer: whoever saves below it has read it. */
const warned = ({ id }: Customer) => `warned.${id}`;

/** Whether an open form warns of this customer already. */
export const hasWarned = (blocks: readonly { block_id?: string }[], customer: Customer): boolean =>
  blocks.some(({ block_id }) => block_id === warned(customer));

function warning(customer: Customer, hesitation: Hesitation, { per }: Cap, lang: Lang): SectionBlock {
  const t = say(lang);
  const name = escape(customer.name);
  const says = hesitation === 'enough' ? t.enough(name, t.periods[per]) : t.ratherNot(name);
  return { ...section(says, factsButton(customer.id, lang)), block_id: warned(customer) };
}

const inPeriod = (day: string, { times, per }: Cap) => ({ times, period: periodOf(day, per) });

async function capOf(tx: Tx): Promise<Cap> {
  const { approachCap: times, approachPeriod: per } = await settingStore(tx).all();
  return { times, per };
}
