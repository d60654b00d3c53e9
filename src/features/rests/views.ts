import type { Overflow, StaticSelect } from '@slack/types';
import { z } from 'zod';
import { dayInWords, monthInWords, ordinalInWords } from '../../dates.ts';
import type { Message } from '../../delivery/outbox.ts';
import { action } from '../../slack/action.ts';
import { type AnyBlock, context, input, option, section } from '../../slack/blocks.ts';
import { escape } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { monthOf } from '../../time.ts';
import { NUDGE_DAYS, type Rest, startOfNextMonth } from './rules.ts';
import { say } from './texts.ts';

export const FORM = 'rests.form';

/** Every way to rest, and the reason of it all. */
export const CHOICES = ['not-this-month', 'pause', 'stop', 'why'] as const;
/** One of them. */
export type Choice = (typeof CHOICES)[number];

export const restMenu = action('rests.choose', z.object({ choice: z.enum(CHOICES) }));
export const comeBackButton = action('rests.come-back', z.null());

/** How a way to rest is called. */
export const restLabel = (choice: Choice, lang: Lang): string => say(lang).menu[choice];

/** The ⋯ menu of a message, and of Home. */
export const restChoices = (lang: Lang): Overflow =>
  restMenu.overflow(CHOICES.map((choice) => ({ label: restLabel(choice, lang), value: { choice } })));

/** What stays of a message once its reader rests. `today`: their own day. */
export function restedMessage(lang: Lang, { until }: Rest, today: string): Message {
  const t = say(lang);
  const text =
    until === null
      ? t.stopped
      : until === startOfNextMonth(today)
        ? t.notThisMonth(escape(monthInWords(monthOf(until), lang)))
        : t.paused(escape(dayInWords(until, lang)));
  return { text, blocks: [section(text)] };
}

/** How somebody's nudges stand: in peace, or when they come. */
export type Rhythm = { rest: Rest | undefined; quiet: boolean; nudgeDay: number | null };

/** The same on Home, with the way out or the way back. */
export function restHome(lang: Lang, { rest, quiet, nudgeDay }: Rhythm): AnyBlock[] {
  const t = say(lang);
  const back = comeBackButton.button(t.comeBack, null);
  if (rest) return [section(rest.until ? t.home.until(escape(dayInWords(rest.until, lang))) : t.home.stopped, back)];
  if (quiet) return [section(t.home.quiet, back)];
  const usual = nudgeDay === null ? t.home.usual : t.home.ownDay(escape(ordinalInWords(nudgeDay, lang)));
  return [section(usual, restChoices(lang))];
}

/** The form for a pause, and for one's own day of the month. */
export function restView(lang: Lang, { rest, nudgeDay }: Rhythm): Modal {
  const t = say(lang);
  return modalView({
    id: FORM,
    title: t.title,
    submit: t.save,
    close: t.cancel,
    blocks: [
      ...(rest?.until === null ? [context(t.untilStopped)] : []),
      input({
        id: 'until',
        label: t.until,
        hint: t.untilHint,
        optional: true,
        element: { type: 'datepicker', action_id: 'until', ...(rest?.until && { initial_date: rest.until }) },
      }),
      input({ id: 'day', label: t.day, hint: t.dayHint, element: daySelect(lang, nudgeDay) }),
    ],
  });
}

/** The option for whoever wants to be asked like everybody. */
export const USUAL_DAY = 'usual';

function daySelect(lang: Lang, nudgeDay: number | null): StaticSelect {
  const t = say(lang);
  const days = Array.from({ length: NUDGE_DAYS.until - NUDGE_DAYS.from + 1 }, (_, n) => NUDGE_DAYS.from + n);
  const options = [
    option(t.usualDay, USUAL_DAY),
    ...days.map((day) => option(t.fromThe(ordinalInWords(day, lang)), String(day))),
  ];
  const chosen = options.find(({ value }) => value === String(nudgeDay ?? USUAL_DAY));
  return { type: 'static_select', action_id: 'day', options, ...(chosen && { initial_option: chosen }) };
}
