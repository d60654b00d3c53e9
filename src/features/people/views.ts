import type { Checkboxes } from '@slack/types';
import { z } from 'zod';
import { atStart, dateInWords, weekdayInWords } from '../../dates.ts';
import { action } from '../../slack/action.ts';
import { type AnyBlock, context, input, MAX, option, plain, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import type { Absence } from './days-rules.ts';
import { say } from './texts.ts';
import { runsIn } from './week-rules.ts';

export const DAYS_FORM = 'people.days';
export const COUNTRIES = 'people.countries';

/** The option that leaves the holidays to the house. */
export const LIKE_HOUSE = 'house';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Opens one's own days, from Home. */
export const daysButton = action('people.open', z.null());

/** What somebody is shown of their own days. */
type Days = {
  lang: Lang;
  week: string;
  /** What the country of their holidays is called. */
  countryName: string;
  /** Days off they gave themselves that aren't over. */
  off: readonly Absence[];
};

/** One's own days on Home; `status`: away by their status in Slack. */
export function daysHome(days: Days & { status: Absence | undefined }): AnyBlock[] {
  const t = say(days.lang);
  const works = t.homeWorks(escape(weekInWords(days.week, days.lang)), escape(days.countryName));
  const off = days.off.map((each) => inWords(each, days.lang)).join(', ');
  return [
    section(
      lines(t.homeTitle, works, off ? t.homeOff(escape(off)) : undefined, statusLine(days.status, days.lang)),
      daysButton.button(t.open, null),
    ),
    context(t.homeFooter),
  ];
}

/** The form for one's own days. `own`: their own country, if they chose one, else the house's holds. */
export function daysView(days: Days & { own: string | null; houseCountryName: string }): Modal {
  const t = say(days.lang);
  const date = (id: string) => ({ type: 'datepicker' as const, action_id: id });
  return modalView({
    id: DAYS_FORM,
    title: t.title,
    submit: t.save,
    close: t.cancel,
    blocks: [
      context(t.intro),
      input({ id: 'week', label: t.week, hint: t.weekHint, element: weekChoice(days) }),
      input({ id: 'country', label: t.country, hint: t.countryHint, element: countrySelect(days) }),
      ...(days.off.length > 0
        ? [input({ id: 'known', label: t.known, hint: t.knownHint, optional: true, element: knownChoice(days) })]
        : []),
      input({ id: 'from', label: t.from, optional: true, element: date('from') }),
      input({ id: 'until', label: t.until, hint: t.untilHint, optional: true, element: date('until') }),
    ],
  });
}

/** The option with which somebody's holidays are the house's. */
export const likeHouse = (houseCountryName: string, lang: Lang) =>
  option(say(lang).likeHouse(houseCountryName), LIKE_HOUSE);

function weekChoice({ week, lang }: Days): Checkboxes {
  const options = WEEKDAYS.map((day) => option(atStart(weekdayInWords(day, lang)), String(day)));
  return {
    type: 'checkboxes',
    action_id: 'week',
    options,
    initial_options: options.filter(({ value = '' }) => week.includes(value)),
  };
}

const countrySelect = ({ own, countryName, houseCountryName, lang }: Parameters<typeof daysView>[0]) => ({
  type: 'external_select' as const,
  action_id: COUNTRIES,
  min_query_length: 0,
  placeholder: plain(say(lang).countryPlaceholder, MAX.placeholder),
  initial_option: own === null ? likeHouse(houseCountryName, lang) : option(countryName, own),
});

function knownChoice({ off, lang }: Days): Checkboxes {
  const options = off.map((each) => option(inWords(each, lang), each.from));
  return { type: 'checkboxes', action_id: 'known', options, initial_options: options };
}

function statusLine(status: Absence | undefined, lang: Lang): Mrkdwn | undefined {
  const t = say(lang);
  if (!status) return undefined;
  return status.until ? t.homeStatusUntil(escape(dateInWords(status.until, lang))) : t.homeStatus;
}

const inWords = ({ from, until }: Absence, lang: Lang): string =>
  until === null || until === from
    ? dateInWords(from, lang)
    : say(lang).range(dateInWords(from, lang), dateInWords(until, lang));

/** "Monday to Friday"; "Monday, Tuesday and Thursday". */
function weekInWords(week: string, lang: Lang): string {
  const t = say(lang);
  const parts = runsIn(week).map(({ from, until }) =>
    from === until ? weekdayInWords(from, lang) : t.range(weekdayInWords(from, lang), weekdayInWords(until, lang)),
  );
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? t.list(parts.slice(0, -1).join(', '), last) : last;
}
