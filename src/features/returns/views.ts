import type { Overflow } from '@slack/types';
import { z } from 'zod';
import type { Message } from '../../delivery/outbox.ts';
import type { Use } from '../../feature.ts';
import { action } from '../../slack/action.ts';
import { type AnyBlock, actions, context, section } from '../../slack/blocks.ts';
import { lines } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { pageButton } from '../pages/index.ts';
import { CHOICES, type Rest, restedMessage, restLabel } from '../rests/index.ts';
import { say } from './texts.ts';

/** How many things one message tells; who told much of many customers finds the rest where they look. */
const MOST = 5;

export const menu = action('returns.menu', z.object({ choice: z.enum(['no-more', ...CHOICES]) }));
export const againButton = action('returns.again', z.null());

/** What somebody can choose below a return. */
export type MenuChoice = ReturnType<typeof menu.read>['choice'];

type Used = { lang: Lang; uses: readonly Use[]; resting: Rest | undefined; today: string };

/** What came of what somebody told, thing by thing; while they rest it says so, in the place of the ways to. */
export function usedMessage({ lang, uses, resting, today }: Used): Message {
  const t = say(lang);
  const told = uses.slice(0, MOST);
  const more = uses.length > MOST ? t.more(uses.length - MOST) : undefined;
  const rested = resting && restedMessage(lang, resting, today).text;
  return {
    text: lines(t.title, ...told.map(({ says }) => says), more, rested),
    blocks: [
      section(t.title),
      ...told.map(({ says, customerId }) => section(says, pageButton(customerId, lang))),
      ...(more ? [section(more)] : []),
      context(t.footer),
      rested ? context(rested) : actions(choices(lang)),
    ],
  };
}

/** What stays of it once everything in it was withdrawn. */
export function takenBackMessage(lang: Lang): Message {
  const text = say(lang).takenBack;
  return { text, blocks: [section(text)] };
}

/** What stays of it once its reader wants no more of them. */
export function noMoreMessage(lang: Lang): Message {
  const text = say(lang).noMore;
  return { text, blocks: noMoreBlocks(lang) };
}

/** That somebody hears no more of it, with the way back: in the message and on Home. */
export const noMoreBlocks = (lang: Lang): AnyBlock[] => [
  section(say(lang).noMore, againButton.button(say(lang).again, null)),
];

const choices = (lang: Lang): Overflow =>
  menu.overflow([
    { label: say(lang).stopThese, value: { choice: 'no-more' } },
    ...CHOICES.map((choice) => ({ label: restLabel(choice, lang), value: { choice } })),
  ]);
