import type { Button } from '@slack/types';
import { z } from 'zod';
import { dateInWords } from '../../dates.ts';
import type { Message } from '../../delivery/outbox.ts';
import { action } from '../../slack/action.ts';
import { type AnyBlock, actions, context, cut, plain, quoted, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn, quote } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { say } from './texts.ts';
import { typedText } from './typed.ts';

/** What a text can be that no habit takes yet. */
/** What a text can be put aside as: habits that don't take it yet. */
export const ASIDE = ['complaint', 'question', 'decision'] as const;
/** One of them. */
export type Aside = (typeof ASIDE)[number];

/** Its id is older than what it does now: buttons with it stand in people's conversations. */
export const asideButton = action('drafts.not-yet', z.object({ what: z.enum(ASIDE), from: typedText }));
export const discardButton = action('drafts.discard', z.object({ id: z.uuid() }));

/** How many characters of each text Home shows. */
const GLANCE = 300;

/** "What is it?" with a button for everything it can be; the text, where it isn't in sight already. */
export function menuMessage(buttons: Button[], says: Mrkdwn, shown = ''): Message {
  const words = shown ? quoted(says, shown) : [section(says)];
  return { text: says, blocks: [...words, ...(buttons.length > 0 ? [actions(...buttons)] : [])] };
}

type Kept = { id: string; what: Aside; text: string; buttons: readonly Button[] };

/** That it can't be passed on yet, and where the text is. */
export function asideMessage(lang: Lang, { id, what, text, buttons }: Kept): Message {
  const t = say(lang);
  return {
    text: lines(t.notYet[what], t.keptAtHome),
    blocks: [...quoted(t.notYet[what], text), context(t.keptAtHome), actions(...buttons, throwAway(id, lang))],
  };
}

/** What somebody put aside, for their own eyes; `more` is how many there are besides. */
export function asideBlocks(lang: Lang, kept: readonly (Kept & { keptOn: string })[], more: number): AnyBlock[] {
  const t = say(lang);
  return [
    section(t.keptTitle),
    ...kept.flatMap(({ id, what, text, keptOn, buttons }) => [
      section(lines(t.keptLine(t.keptWhat[what], escape(dateInWords(keptOn, lang))), quote(cut(text, GLANCE)))),
      // Home has one button that stands out, and it isn't here.
      actions(...buttons.map(({ style: _loud, ...quiet }) => quiet), throwAway(id, lang)),
    ]),
    ...(more > 0 ? [context(t.keptMore(more))] : []),
    context(t.keptFor),
  ];
}

function throwAway(id: string, lang: Lang): Button {
  const t = say(lang);
  const confirm = {
    title: plain(t.throwAwayTitle, 100),
    text: plain(t.throwAwayAsk, 300),
    confirm: plain(t.throwAway, 30),
    deny: plain(t.keepIt, 30),
  };
  return discardButton.button(t.throwAway, { id }, { confirm });
}
