import type { MultiSelect, Select as SingleSelect } from '@slack/types';
import { usePlace } from '../blocks/place.ts';
import type { Choice, PageConversation } from '../contract.ts';
import { type Reading, useReading } from '../text/reading.ts';
import { type Item, itemOf, useChosen } from './chosen.ts';
import { Combobox } from './combobox.tsx';
import { fitting } from './fitting.ts';
import type { ElementProps } from './naming.ts';

type AnySelect = SingleSelect | MultiSelect;

/** So many may be chosen where an element doesn't say. */
const NO_LIMIT = 1000;
/** An external select waits this long for the next key before it asks the app (real milliseconds). */
const PATIENCE_MS = 200;

/** Every select menu of Block Kit, single and multiple. */
export function Select({
  element,
  blockId,
  naming,
  clearable = false,
}: ElementProps<AnySelect> & { clearable?: boolean }) {
  const place = usePlace();
  const reading = useReading();
  const several = element.type.startsWith('multi_');
  const { chosen, choose } = useChosen(element, blockId, several);
  const external = element.type.endsWith('external_select');
  const find = external
    ? async (typed: string) => (await place.search(blockId, element, typed)).map(itemOfChoice)
    : (typed: string) => Promise.resolve(fitting(itemsFor(element, reading), typed));
  return (
    <Combobox
      naming={naming}
      placeholder={element.placeholder?.text ?? 'Choose'}
      chosen={chosen.map((item) => named(item, reading))}
      find={find}
      choose={(items) => void choose(items)}
      most={several ? ('max_selected_items' in element && element.max_selected_items) || NO_LIMIT : 1}
      clearable={clearable}
      leastTyped={external ? (('min_query_length' in element ? element.min_query_length : undefined) ?? 3) : 0}
      patience={external ? PATIENCE_MS : 0}
    />
  );
}

const itemOfChoice = ({ text, value, description, group }: Choice): Item => ({ text, value, description, group });

function itemsFor(element: AnySelect, { people, conversations }: Reading): Item[] {
  if (element.type === 'static_select' || element.type === 'multi_static_select') {
    const grouped = element.option_groups?.flatMap(({ label, options }) =>
      options.map((option) => ({ ...itemOf(option), group: label.text })),
    );
    return grouped ?? element.options?.map(itemOf) ?? [];
  }
  if (element.type.endsWith('users_select')) {
    return people.map(({ id, name, title }) => ({ value: id, text: name, description: title }));
  }
  const channels = conversations.filter(({ kind }) => kind === 'public' || kind === 'private');
  const those = element.type.endsWith('channels_select') ? channels.filter(({ kind }) => kind === 'public') : channels;
  return those.map(({ id, name }: PageConversation) => ({ value: id, text: `#${name}` }));
}

/** People and channels are chosen by id and read by name. */
function named(item: Item, { person, conversation }: Reading): Item {
  if (item.text !== item.value) return item;
  const channel = conversation(item.value)?.name;
  return { ...item, text: person(item.value)?.name ?? (channel ? `#${channel}` : item.text) };
}
