import { atStart, dayInWords, monthInWords } from '../../dates.ts';
import type { Message } from '../../delivery/outbox.ts';
import { actions, context, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { addMonths } from '../../time.ts';
import { logButton } from '../conversations/index.ts';
import type { Suggestion } from '../customers/index.ts';
import { alreadyLabel, nudgeChoices } from '../nudges/index.ts';
import { changePlan, pickMoment } from '../plans/index.ts';
import { say } from './texts.ts';

type Told = {
  lang: Lang;
  month: string;
  /** What is left of the month when it is said. */
  left: 'much' | 'week' | 'little';
  isLast: boolean;
  suggestion: Suggestion | undefined;
  /** What they meant to do on a day, and left open. */
  wanted: { on: string; what: Mrkdwn } | undefined;
  /** What they have planned since. */
  planned: Mrkdwn | undefined;
};

/** Softer than the nudge: what is left of the month, what they had meant to do, and, at the end, that it is the end. */
export function reminderMessage(told: Told): Message {
  const { lang, month, suggestion, planned } = told;
  const t = say(lang);
  const next = escape(monthInWords(addMonths(month, 1), lang));
  const closing = told.isLast ? lines(t.startsFresh(next), t.theLast) : undefined;
  const text = lines(openingOf(told), planned ?? ideaOf(told), planned ? undefined : closing);
  const customerId = suggestion?.id;
  const already = logButton.button(alreadyLabel(lang), { from: null, ...(customerId && { customerId }) });
  const moment = planned ? changePlan(lang) : pickMoment(lang, customerId);
  return {
    text,
    blocks: [section(text), actions(moment, already, nudgeChoices(month, lang)), context(t.footer)],
  };
}

function openingOf({ lang, month, left }: Told): Mrkdwn {
  const t = say(lang);
  const name = monthInWords(month, lang);
  if (left === 'week') return t.weekLeft(escape(name));
  return (left === 'little' ? t.almostOver : t.notOver)(escape(atStart(name)));
}

function ideaOf({ lang, wanted, suggestion }: Told): Mrkdwn | undefined {
  const t = say(lang);
  if (wanted) return t.wanted(escape(dayInWords(wanted.on, lang)), wanted.what);
  return suggestion && t.idea(escape(suggestion.name));
}
