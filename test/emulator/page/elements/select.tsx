import type { MultiSelect, Select as SingleSelect } from '@slack/types';
import { useMemo } from 'preact/hooks';
import { usePlace } from '../blocks/place.ts';
import type { Container } from '../contract.ts';
import { useReading } from '../text/reading.ts';
import { wordsOf } from '../text/words.ts';
import { itemsFor, named, searched } from './choices.ts';
import { type Item, useChosen } from './chosen.ts';
import { Combobox } from './combobox.tsx';
import { fitting } from './fitting.ts';
import type { ElementProps } from './naming.ts';

/** An external select waits this long for the next key before it asks the app (real milliseconds). */
const PATIENCE_MS = 200;
/** Slack's own, where an external select doesn't say. */
const SHORTEST_QUERY = 3;

type SelectProps = ElementProps<SingleSelect | MultiSelect> & { clearable?: boolean };

/** Every select menu of Block Kit, single and multiple. */
export function Select({ element, blockId, naming, clearable = false }: SelectProps) {
  const place = usePlace();
  const reading = useReading();
  const several = element.type.startsWith('multi_');
  const { chosen, choose } = useChosen(element, blockId, several);
  const external = element.type === 'external_select' || element.type === 'multi_external_select';
  const offered = useMemo(() => itemsFor(element, reading), [element, reading]);
  const find = external
    ? async (typed: string) => (await place.search(blockId, element, typed)).map(searched)
    : (typed: string) => Promise.resolve(fitting(offered, typed));
  const shown = chosen.length > 0 ? chosen : currentConversation(element, place.container);
  return (
    <Combobox
      naming={naming}
      placeholder={element.placeholder ? wordsOf(element.placeholder) : 'Choose'}
      chosen={shown.map((item) => named(item, reading))}
      find={find}
      choose={(items) => void choose(items)}
      several={several}
      {...('max_selected_items' in element && element.max_selected_items && { most: element.max_selected_items })}
      clearable={clearable}
      leastTyped={external ? (element.min_query_length ?? SHORTEST_QUERY) : 0}
      patience={external ? PATIENCE_MS : 0}
    />
  );
}

/** In a message the conversation it stands in can be the first choice; in a view Slack has chosen it already. */
function currentConversation(element: SelectProps['element'], container: Container): Item[] {
  const asked = 'default_to_current_conversation' in element && element.default_to_current_conversation;
  return asked && container.kind === 'message' ? [{ value: container.channel, text: container.channel }] : [];
}
