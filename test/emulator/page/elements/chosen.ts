import type { TextObject } from '@slack/types';
import { useEffect, useState } from 'preact/hooks';
import { type Place, usePlace, valueAt } from '../blocks/place.ts';
import type { InputValue } from '../contract.ts';
import { wordsOf } from '../text/words.ts';

/** One thing that can be chosen: what is told to the app, and what a person reads. */
export type Item = {
  value: string;
  text: string;
  description?: string | undefined;
  group?: string | undefined;
  /** A person's or an app's face beside it. */
  face?: { name: string; color: string; app: boolean } | undefined;
};

type Option = { text: TextObject; value?: string; description?: TextObject };

/** An option of the app as something to choose. */
export const itemOf = ({ text, value = '', description }: Option): Item => ({
  value,
  text: wordsOf(text),
  description: description && wordsOf(description),
});

/** Every way in which an element can say what is chosen at first. */
type Initial = {
  initial_option?: Option;
  initial_options?: Option[];
  initial_user?: string;
  initial_users?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
};

type Choosable = Initial & { type: string; action_id?: string };

/** What is chosen in an element: as Slack has it, else as the element begins. Ids have themselves as text. */
function chosenOf(element: Choosable, now: InputValue | undefined): Item[] {
  if (now) {
    const options = now.selected_options ?? (now.selected_option ? [now.selected_option] : []);
    const ids = [
      ...(now.selected_users ?? now.selected_conversations ?? now.selected_channels ?? []),
      now.selected_user ?? now.selected_conversation ?? now.selected_channel,
      now.selected_date ?? now.selected_time ?? now.selected_date_time?.toString(),
    ];
    return [...options.map(itemOf), ...plainItems(ids)];
  }
  const options = element.initial_options ?? (element.initial_option ? [element.initial_option] : []);
  const ids = [
    ...(element.initial_users ?? element.initial_conversations ?? element.initial_channels ?? []),
    element.initial_user ?? element.initial_conversation ?? element.initial_channel,
    element.initial_date ?? element.initial_time ?? element.initial_date_time?.toString(),
  ];
  return [...options.map(itemOf), ...plainItems(ids)];
}

const plainItems = (ids: (string | null | undefined)[]): Item[] =>
  ids.flatMap((id) => (id ? [{ value: id, text: id }] : []));

/** What is chosen, and how to choose something else. The new choice is seen at once; a refused confirm dialog takes it back. */
export function useChosen(element: Choosable, blockId: string, multiple = false) {
  const place: Place = usePlace();
  const known = chosenOf(element, valueAt(place, blockId, element));
  const [mine, setMine] = useState<Item[] | undefined>();
  const fingerprint = JSON.stringify(known);
  // What Slack knows overrules ours as soon as it changes.
  useEffect(() => setMine(undefined), [fingerprint]);

  const choose = async (items: Item[]) => {
    setMine(items);
    const values = items.map(({ value }) => value);
    const done = await place.act(blockId, element, multiple ? values : values[0]);
    if (!done) setMine(undefined);
  };
  return { chosen: mine ?? known, choose };
}
