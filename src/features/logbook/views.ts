import { monthInWords } from '../../dates.ts';
import { type AnyBlock, actions, context, divider, input, MAX, plain, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { type Joint, jointBlocks } from '../companions/index.ts';
import { type Conversation, logButton, ownButtons, ownLine, withdrawDialog } from '../conversations/index.ts';
import { type Customer, customerSelect } from '../customers/index.ts';
import {
  editButton,
  exportButton,
  MOST_TYPED,
  openButton,
  type Place,
  searchForm,
  turnButton,
  withdrawButton,
} from './page.ts';
import { type Habit, PER_PAGE } from './rules.ts';
import { say } from './texts.ts';

/** The action_id under which Slack asks whom somebody spoke with. */
export const FIND = 'logbook.customers';

/** How somebody's habit stands; `minutes` null: they gave none. */
export type Mine = { month: string; count: number; isExcused: boolean; habit: Habit; minutes: number | null };

type AtHome = Mine & {
  lang: Lang;
  latest: readonly Conversation[];
  joint: readonly Joint[];
  storyWaits: boolean;
};

/** My habit and my latest conversations: for Home, for one pair of eyes. */
export function homeBlocks({ lang, latest, joint, storyWaits, ...mine }: AtHome): AnyBlock[] {
  const t = say(lang);
  const all = latest.length > 0 ? [openButton.button(t.all, null), exportButton.button(t.takeAlong, null)] : [];
  return [
    section(habitLines(mine, lang)),
    actions(logButton.button(t.log, { from: null }, { style: 'primary' }), ...all),
    ...(storyWaits ? [section(t.storyWaits)] : []),
    ...(latest.length > 0 ? [section(t.latest)] : []),
    ...latest.flatMap((one) => [ownLine(one, lang), ownButtons(one.id, lang)]),
    ...jointBlocks(lang, joint),
    context(t.onlyYou),
  ];
}

/** What stands on a page: `total` is how many there are on all pages. */
export type Shown = {
  lang: Lang;
  at: Place;
  here: readonly Conversation[];
  total: number;
  customer: Customer | undefined;
};

/** One's own conversations, a page of them, with what they were looked for by. */
export function pageView(shown: Shown, mine: Mine): Modal {
  const { lang, at } = shown;
  const t = say(lang);
  return modalView({
    id: searchForm.id,
    title: t.title,
    submit: t.search,
    close: t.close,
    blocks: [
      section(habitLines(mine, lang)),
      input({
        id: 'word',
        label: t.word,
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: 'word',
          max_length: MOST_TYPED,
          placeholder: plain(t.wordPlaceholder, MAX.placeholder),
          ...(at.word && { initial_value: at.word }),
        },
      }),
      input({
        id: 'customer',
        label: t.customer,
        optional: true,
        element: { ...customerSelect(t.customerPlaceholder, shown.customer, lang), action_id: FIND },
      }),
      divider(),
      section(headline(shown)),
      ...shown.here.flatMap((one) => [ownLine(one, lang), buttons(one.id, at, lang)]),
      ...turning(shown),
      ...(shown.total > 0 ? [actions(exportButton.button(t.takeAlong, null))] : []),
      context(t.onlyYou),
    ],
  });
}

function habitLines({ month, count, isExcused, habit, minutes }: Mine, lang: Lang): Mrkdwn {
  const t = say(lang);
  const name = escape(monthInWords(month, lang));
  const months = habit.of > 1 && habit.spoken > 0;
  return lines(
    t.myMonth(name),
    count === 0 ? (isExcused ? t.excused(name) : t.notSpoken(name)) : t.spoken(count, name),
    months ? t.habit(habit.spoken, habit.of) : undefined,
    months && habit.away ? t.awayLeftOut : undefined,
    minutes === null ? undefined : t.minutes(minutes),
  );
}

function headline({ lang, at, total }: Shown): Mrkdwn {
  const t = say(lang);
  const searched = at.word !== '' || at.customerId !== null;
  if (total === 0) return searched ? t.noneFound : t.none;
  return searched ? t.found(total) : t.everything(total);
}

const buttons = (id: string, at: Place, lang: Lang) =>
  actions(
    editButton.button(say(lang).edit, { id, at }),
    withdrawButton.button(say(lang).withdraw, { id, at }, { confirm: withdrawDialog(lang) }),
  );

function turning({ lang, at, total }: Shown): AnyBlock[] {
  const t = say(lang);
  const to = (page: number, label: string) => turnButton.button(label, { ...at, page }, { key: String(page) });
  const newer = at.page > 0 ? [to(at.page - 1, t.newer)] : [];
  const older = (at.page + 1) * PER_PAGE < total ? [to(at.page + 1, t.older)] : [];
  return newer.length + older.length > 0 ? [actions(...newer, ...older)] : [];
}
