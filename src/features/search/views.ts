import type { InputBlock } from '@slack/types';
import { type AnyBlock, actions, context, divider, input, MAX, option, plain, section } from '../../slack/blocks.ts';
import { escape, type Mrkdwn } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import type { Heard } from '../conversations/index.ts';
import { type Customer, customerSelect } from '../customers/index.ts';
import { pageButton, unnamedLine } from '../pages/index.ts';
import { exportButton, MOST_TYPED, type Place, searchForm, turnButton } from './page.ts';
import { PERIODS } from './rules.ts';
import { DEEPEST } from './store.ts';
import { say } from './texts.ts';

/** The action_id under which Slack asks for customers while somebody types. */
export const FIND = 'search.customers';

/** What stands on the page. `today` is the reader's. */
export type Shown = {
  lang: Lang;
  today: string;
  at: Place;
  heard: readonly Heard[];
  hasOlder: boolean;
  /** It looked no further back than the latest so many. */
  isCut: boolean;
  customer: Customer | undefined;
  topics: readonly string[];
  /** Customers whose name is what was typed. */
  called: readonly Customer[];
};

/** What customers told us, a page of it, with what it was looked for by. */
export function searchView(shown: Shown): Modal {
  const { lang, today, heard } = shown;
  const t = say(lang);
  return modalView({
    id: searchForm.id,
    title: t.title,
    submit: t.search,
    close: t.close,
    blocks: [
      ...questions(shown),
      divider(),
      ...calledBlocks(shown),
      section(headline(shown)),
      ...heard.map((one) => unnamedLine(one, lang, today)),
      ...(shown.isCut ? [context(t.cut(escape(DEEPEST.toLocaleString(lang))))] : []),
      ...below(shown),
      context(t.whoSees),
    ],
  });
}

function questions({ lang, at, customer, topics }: Shown): InputBlock[] {
  const t = say(lang);
  const periods = PERIODS.map((one) => option(t.periods[one], one));
  const words = {
    type: 'plain_text_input',
    action_id: 'words',
    max_length: MOST_TYPED,
    placeholder: plain(t.wordsPlaceholder, MAX.placeholder),
    ...(at.words && { initial_value: at.words }),
  } as const;
  const whom = { ...customerSelect(t.customerPlaceholder, customer, lang), action_id: FIND };
  const offered = [...new Set(at.topic ? [...topics, at.topic] : topics)].map((topic) => option(topic, topic));
  const topic = choice('topic', t.topicPlaceholder, offered, at.topic);
  return [
    input({ id: 'words', label: t.words, optional: true, element: words }),
    input({ id: 'customer', label: t.customer, optional: true, element: whom }),
    ...(offered.length > 0 ? [input({ id: 'topic', label: t.topic, optional: true, element: topic })] : []),
    input({
      id: 'period',
      label: t.period,
      optional: true,
      element: choice('period', t.periodPlaceholder, periods, at.period),
    }),
  ];
}

function choice(id: string, placeholder: string, options: ReturnType<typeof option>[], chosen: string | null) {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select' as const,
    action_id: id,
    placeholder: plain(placeholder, MAX.placeholder),
    options,
    ...(initial && { initial_option: initial }),
  };
}

function calledBlocks({ lang, called }: Shown): AnyBlock[] {
  if (called.length === 0) return [];
  const buttons = called.map(({ id, name }) => pageButton(id, lang, { label: name, key: id }));
  return [section(say(lang).called), actions(...buttons)];
}

function headline({ lang, at, heard }: Shown): Mrkdwn {
  const t = say(lang);
  const isSearched = at.words !== '' || at.customerId !== null || at.topic !== null || at.period !== null;
  if (heard.length === 0 && at.page === 0) return isSearched ? t.nothing : t.none;
  if (at.page > 0) return t.onPage(at.page + 1);
  return isSearched ? t.found : t.latest;
}

function below({ lang, at, heard, hasOlder }: Shown): AnyBlock[] {
  const t = say(lang);
  const to = (page: number, label: string) => turnButton.button(label, { ...at, page }, { key: String(page) });
  const buttons = [
    ...(at.page > 0 ? [to(at.page - 1, t.newer)] : []),
    ...(hasOlder ? [to(at.page + 1, t.older)] : []),
    ...(heard.length > 0 ? [exportButton.button(t.takeAlong, at)] : []),
  ];
  return buttons.length > 0 ? [actions(...buttons)] : [];
}
