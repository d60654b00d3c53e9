import type { ExternalSelect, PlainTextOption } from '@slack/types';
import { MAX, option, plain } from '../../slack/blocks.ts';
import type { Lang } from '../../texts.ts';
import { fold } from '../../words.ts';
import { addValue, tidyName, type Whom } from './rules.ts';
import type { Customer } from './store.ts';
import { say } from './texts.ts';

/** The action_id under which Slack asks for customers while somebody types. */
export const FIND = 'customers.find';

/** A select of customers and kinds of customers that searches while one types, and can add. */
export const customerSelect = (placeholder: string, chosen?: Customer, lang: Lang = 'en'): ExternalSelect => ({
  type: 'external_select',
  action_id: FIND,
  min_query_length: 0,
  placeholder: plain(placeholder, MAX.placeholder),
  ...(chosen && { initial_option: customerOption(chosen, lang) }),
});

/** A customer as one of the options of a select. */
export const customerOption = ({ id, name, sort }: Customer, lang: Lang): PlainTextOption =>
  option(sort === 'kind' ? say(lang).kindOf(name) : name, id);

/** The option of a choice: a name to add, or a customer, where it is still known. */
export const chosenOption = (whom: Whom, known: Customer | undefined, lang: Lang): PlainTextOption | undefined =>
  'add' in whom ? addOption(whom.add, whom.sort, lang) : known && customerOption(known, lang);

/** What was found, and last, where nobody has exactly this name, the two ways to add it. */
export function customerOptions(found: readonly Customer[], typed: string, lang: Lang): PlainTextOption[] {
  const name = tidyName(typed);
  const known = (sort: Customer['sort']) => found.some((one) => one.sort === sort && fold(one.name) === fold(name));
  const add = (['customer', 'kind'] as const)
    .filter((sort) => name !== '' && !known(sort))
    .map((sort) => addOption(name, sort, lang));
  return [...found.slice(0, MAX.options - add.length).map((one) => customerOption(one, lang)), ...add];
}

const addOption = (name: string, sort: Customer['sort'], lang: Lang) => {
  const label = sort === 'kind' ? say(lang).addKind : say(lang).addCustomer;
  return option(label(name), addValue(name, sort));
};
