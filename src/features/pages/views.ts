import type { Button } from '@slack/types';
import { type AnyBlock, actions, context, divider, header, section } from '../../slack/blocks.ts';
import { escape } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { type Heard, heardLine, isGlance, logButton, wholeBlocks } from '../conversations/index.ts';
import { type Facts, factsButton, factsLine } from '../customers/index.ts';
import { talkWith } from '../plans/index.ts';
import { addButton, openButton, type Place, readButton, turnButton } from './page.ts';
import { say } from './texts.ts';

/** The callback_id of what is only read: nothing is filled in, so nothing is submitted. */
const READ = 'pages.page';

/** A customer's page as it is shown. `today` is the reader's; `hasOlder`: there is more than stands on it. */
export type Shown = {
  lang: Lang;
  today: string;
  at: Place;
  facts: Facts;
  heard: readonly Heard[];
  hasOlder: boolean;
};

/** Who they are, what one can do next, and what they told us, newest first. */
export function pageView(shown: Shown): Modal {
  const { lang, facts, heard } = shown;
  const t = say(lang);
  return view(lang, [
    header(facts.name),
    ...factBlocks(facts, lang),
    actions(...nextSteps(facts, lang)),
    divider(),
    section(heard.length > 0 || shown.at.page > 0 ? t.learned : t.nothing),
    ...heard.map((one) => lineOf(one, shown)),
    ...turning(shown),
    context(t.whoSees),
  ]);
}

/** All of what somebody told, on top of the page. */
export const wholeView = (heard: Heard, lang: Lang, today: string): Modal =>
  view(lang, [header(heard.customer.name), ...wholeBlocks(heard, lang, today)]);

/** One line of what was told, with the way to all of it where it shows only the beginning. */
const lineWith = (heard: Heard, lang: Lang, today: string, of: 'customer' | 'all') =>
  heardLine(heard, { lang, today, of }, isGlance(heard) ? undefined : readOn(heard, lang));

/** The same among what was told of everybody: with the customer, and without a name, also of those who gave theirs. */
export const unnamedLine = (heard: Heard, lang: Lang, today: string) => lineWith(heard, lang, today, 'all');

const lineOf = (heard: Heard, { lang, today }: Shown) => lineWith(heard, lang, today, 'customer');

const readOn = ({ id }: Heard, lang: Lang) => readButton.button(say(lang).readOn, { id });

/** What the directory knows of them. */
function factBlocks(facts: Facts, lang: Lang): AnyBlock[] {
  const t = say(lang);
  const known = facts.sort === 'kind' ? t.kindOf : factsLine(facts, lang);
  return [...(known ? [context(known)] : []), ...(facts.doNotContact ? [section(t.doNotContact)] : [])];
}

/** To whoever doesn't want to be approached no plan is offered. */
function nextSteps({ id, doNotContact }: Facts, lang: Lang): Button[] {
  const spoke = logButton.button(say(lang).spoke, { from: null, customerId: id });
  return [...(doNotContact ? [] : [talkWith(lang, id)]), spoke, factsButton(id, lang)];
}

function turning({ lang, at, hasOlder }: Shown): AnyBlock[] {
  const t = say(lang);
  const to = (page: number, label: string) => turnButton.button(label, { ...at, page }, { key: String(page) });
  const newer = at.page > 0 ? [to(at.page - 1, t.newer)] : [];
  const older = hasOlder ? [to(at.page + 1, t.older)] : [];
  return newer.length + older.length > 0 ? [actions(...newer, ...older)] : [];
}

/** The way to a customer's page, from wherever they are named. */
export const pageButton = (customerId: string, lang: Lang, { label = say(lang).open, key = '' } = {}): Button =>
  openButton.button(label, { customerId }, { key });

/** Nobody of that name: what one can do about it. */
export const nobodyView = (lang: Lang, name: string): Modal =>
  view(lang, [section(say(lang).nobody(escape(name))), actions(addButton.button(say(lang).add(name), { name }))]);

const view = (lang: Lang, blocks: AnyBlock[]): Modal =>
  modalView({ id: READ, title: say(lang).title, close: say(lang).close, blocks });
