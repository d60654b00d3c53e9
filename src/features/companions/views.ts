import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { dayInWords } from '../../dates.ts';
import { action } from '../../slack/action.ts';
import { type AnyBlock, actions, context, input, MAX, mention, plain, section } from '../../slack/blocks.ts';
import { escape } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { MOST_COMPANIONS } from './rules.ts';
import type { Joint } from './store.ts';
import { say } from './texts.ts';

const ofOne = z.object({ id: z.uuid() });
export const yesButton = action('companions.yes', ofOne);
export const noButton = action('companions.no', ofOne);

/** The question of the form; its answers come back under `companions`. */
export function companionsInput(lang: Lang, named: readonly string[]): InputBlock {
  const t = say(lang);
  return input({
    id: 'companions',
    label: t.label,
    hint: t.hint,
    optional: true,
    element: {
      type: 'multi_users_select',
      action_id: 'companions',
      placeholder: plain(t.placeholder, MAX.placeholder),
      max_selected_items: MOST_COMPANIONS,
      ...(named.length > 0 && { initial_users: [...named] }),
    },
  });
}

/** What colleagues say somebody was at, for that person to confirm; and what they confirmed. */
export function jointHome(lang: Lang, waiting: readonly Joint[], confirmed: readonly Joint[]): AnyBlock[] {
  const t = say(lang);
  const line = (says: typeof t.waits, { author, customer, heldOn }: Joint) =>
    section(says(mention(author), escape(customer), escape(dayInWords(heldOn, lang))));
  const no = (id: string) => noButton.button(t.no, { id });
  return [
    ...(waiting.length > 0 ? [section(t.title)] : []),
    ...waiting.flatMap((one) => [
      line(t.waits, one),
      actions(yesButton.button(t.yes, { id: one.conversationId }, { style: 'primary' }), no(one.conversationId)),
    ]),
    ...(waiting.length > 0 ? [context(t.explain)] : []),
    ...confirmed.flatMap((one) => [line(t.counted, one), actions(no(one.conversationId))]),
  ];
}
