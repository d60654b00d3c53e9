import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { dayInWords } from '../../dates.ts';
import { action } from '../../slack/action.ts';
import { type AnyBlock, actions, context, input, MAX, mention, plain, section } from '../../slack/blocks.ts';
import { escape, type Mrkdwn } from '../../slack/escape.ts';
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

/** What colleagues say somebody was at, for that person to confirm. */
export function waitingBlocks(lang: Lang, waiting: readonly Joint[]): AnyBlock[] {
  const t = say(lang);
  return [
    section(t.title),
    ...waiting.flatMap((one) => [
      lineOf(t.waits, one, lang),
      actions(yesButton.button(t.yes, { id: one.conversationId }), notMe(one, lang)),
    ]),
    context(t.explain),
  ];
}

/** What somebody confirmed, with the way back. */
export const jointBlocks = (lang: Lang, confirmed: readonly Joint[]): AnyBlock[] =>
  confirmed.flatMap((one) => [lineOf(say(lang).counted, one, lang), actions(notMe(one, lang))]);

const notMe = ({ conversationId }: Joint, lang: Lang) => noButton.button(say(lang).no, { id: conversationId });

type Line = (author: Mrkdwn, customer: Mrkdwn, day: Mrkdwn) => Mrkdwn;

const lineOf = (says: Line, { author, customer, heldOn }: Joint, lang: Lang) =>
  section(says(mention(author), escape(customer), escape(dayInWords(heldOn, lang))));
