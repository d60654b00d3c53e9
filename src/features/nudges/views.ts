import type { Button, Overflow } from '@slack/types';
import { z } from 'zod';
import { dayInWords, monthInWords } from '../../dates.ts';
import type { Message } from '../../delivery/outbox.ts';
import { action } from '../../slack/action.ts';
import { type AnyBlock, actions, confirmation, context, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { addMonths, monthOf } from '../../time.ts';
import { logButton } from '../conversations/index.ts';
import type { Suggestion } from '../customers/index.ts';
import { changePlan, pickMoment } from '../plans/index.ts';
import { CHOICES, restChoices, restLabel } from '../rests/index.ts';
import { say } from './texts.ts';

/** What somebody can answer to a nudge besides talking with a customer. */
export type Answer = 'later' | 'not-this-month' | 'stop';

const month = z.string().regex(/^\d{4}-\d{2}$/);

export const anotherButton = action('nudges.another', z.object({ month }));
export const restMenu = action('nudges.rest', z.object({ month, answer: z.enum(['later', ...CHOICES]) }));
export const comeBackButton = action('nudges.come-back', z.null());
export const startButton = action('nudges.start', z.null());
export const holdButton = action('nudges.hold', z.null());

/** How a nudge begins. */
export type Opening = 'hello' | 'newMonth' | 'ownDay' | 'back' | 'again';

type Asked = {
  lang: Lang;
  name: string;
  month: string;
  today: string;
  opening: Opening;
  /** Of the day on which it is said. */
  part: 'morning' | 'afternoon';
  suggestion: Suggestion | undefined;
  /** Every customer there is to suggest has been passed over. */
  exhausted: boolean;
  /** What they mean to do, where they have said so. */
  planned: Mrkdwn | undefined;
};

/** The question of the month, with one idea and every way out. */
export function nudgeMessage(asked: Asked): Message {
  const { lang, month } = asked;
  const t = say(lang);
  const name = escape(firstName(asked.name));
  const opening = asked.opening === 'hello' ? t.hello(name) : t[asked.opening](t.greeting[asked.part](name));
  const question = t.question(escape(monthInWords(month, lang)));
  const below = asked.planned ?? ideaLine(asked);
  return {
    text: lines(opening, question, below),
    blocks: [
      section(lines(opening, question)),
      section(below),
      actions(...buttonsFor(asked), nudgeChoices(month, lang)),
      context(t.footer),
    ],
  };
}

/** A plan first; to somebody who has one, no other customer is offered. */
function buttonsFor({ lang, month, suggestion, planned }: Asked): Button[] {
  const t = say(lang);
  const customerId = suggestion?.id;
  const already = logButton.button(t.already, { from: null, ...(!planned && customerId && { customerId }) });
  if (planned) return [changePlan(lang), already];
  const another = suggestion ? [anotherButton.button(t.another, { month })] : [];
  return [pickMoment(lang, customerId), already, ...another];
}

/** What stays of a nudge that is asked again on a day; null: with the next month's. */
export function laterMessage(lang: Lang, laterOn: string | null): Message {
  const t = say(lang);
  const text = t.later(laterOn ? t.on(escape(dayInWords(laterOn, lang))) : t.nextMonth);
  return { text, blocks: [section(text)] };
}

/** What stays of a question once its reader has done what they planned. */
export function spokenMessage(lang: Lang, month: string): Message {
  const text = say(lang).spoken(escape(monthInWords(month, lang)));
  return { text, blocks: [section(text)] };
}

/** The last message for now, to somebody whom three have not reached. */
export function closingMessage({ lang, name, part }: Pick<Asked, 'lang' | 'name' | 'part'>): Message {
  const t = say(lang);
  const text = t.closing(t.greeting[part](escape(firstName(name))));
  return { text, blocks: [section(text), actions(comeBackButton.button(t.goOn, null), restChoices(lang))] };
}

/** What stays of it once they are back, in a month in which they aren't asked any more. */
export function backMessage(lang: Lang, thisMonth: string): Message {
  const text = say(lang).nextOne(escape(monthInWords(addMonths(thisMonth, 1), lang)));
  return { text, blocks: [section(text)] };
}

/** "Next week", and every way to rest. */
export const nudgeChoices = (month: string, lang: Lang): Overflow =>
  restMenu.overflow([
    { label: say(lang).nextWeek, value: { month, answer: 'later' } },
    ...CHOICES.map((answer) => ({ label: restLabel(answer, lang), value: { month, answer } })),
  ]);

/** How one says that one has spoken with a customer already. */
export const alreadyLabel = (lang: Lang): string => say(lang).already;

type Started = { day: string; first: string; today: string } | null;

/** The admin's switch: silent until it is pressed. */
export function switchBlocks(lang: Lang, started: Started): AnyBlock[] {
  const t = say(lang);
  if (!started) {
    const confirm = confirmation(t.startTitle, t.startAsk, t.startYes, t.startNo);
    return [
      section(lines(t.settingsTitle, t.silent)),
      actions(startButton.button(t.start, null, { style: 'primary', confirm })),
    ];
  }
  const day = escape(dayInWords(started.day, lang));
  const state =
    started.first > started.today ? t.started(day, escape(dayInWords(started.first, lang))) : t.startedLong(day);
  const confirm = confirmation(t.holdTitle, t.holdAsk, t.holdYes, t.startNo);
  return [section(lines(t.settingsTitle, state)), actions(holdButton.button(t.hold, null, { confirm }))];
}

function ideaLine({ lang, suggestion, exhausted, month, today }: Asked): Mrkdwn {
  const t = say(lang);
  if (!suggestion) return exhausted ? t.noOther : t.enough;
  return t.idea(escape(suggestion.name), silenceOf(suggestion, lang, month, today));
}

/** How long ago anybody spoke with a customer. */
export const silenceLine = (suggestion: Suggestion, lang: Lang, today: string): Mrkdwn =>
  silenceOf(suggestion, lang, monthOf(today), today);

/** "Since" wants a whole month of silence in between. */
function silenceOf({ lastSpokenOn }: Suggestion, lang: Lang, month: string, today: string): Mrkdwn {
  const t = say(lang);
  if (!lastSpokenOn) return t.neverSpoken;
  const last = monthOf(lastSpokenOn);
  if (last === month) return t.thisMonth;
  const name = escape(monthInWords(last, lang, today));
  return addMonths(last, 1) === month ? t.lastIn(name) : t.silentSince(name);
}

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;
