import { type AnyBlock, context, input, section } from '../../slack/blocks.ts';
import { escape } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { type Customer, customerSelect, type Suggestion } from '../customers/index.ts';
import { silenceLine } from '../nudges/index.ts';
import { turnButton, whoForm } from './page.ts';
import { say } from './texts.ts';

/** The action_id under which Slack asks whose page somebody means, while they type. */
export const FIND = 'pages.find';

/** Whose page? Chosen from everybody, or one of a few ideas with the reason for each. */
export function whoView(lang: Lang, ideas: readonly Suggestion[], today: string): Modal {
  const t = say(lang);
  const line = (one: Suggestion) => t.idea(escape(one.name), silenceLine(one, lang, today));
  return asking(lang, [
    section(ideas.length > 0 ? t.ideas : t.noIdeas),
    ...ideas.map((one) => section(line(one), open(one.id, lang))),
  ]);
}

/** Several fit what was typed; `more`: there are others besides. */
export function severalView(lang: Lang, typed: string, found: readonly Customer[], more: boolean): Modal {
  const t = say(lang);
  const line = ({ name, sort }: Customer) => (sort === 'kind' ? t.namedKind : t.named)(escape(name));
  return asking(lang, [
    section(t.several(escape(typed))),
    ...found.map((one) => section(line(one), open(one.id, lang))),
    ...(more ? [context(t.moreOfThem)] : []),
  ]);
}

const open = (customerId: string, lang: Lang) => turnButton.button(say(lang).open, { customerId, page: 0 });

function asking(lang: Lang, below: AnyBlock[]): Modal {
  const t = say(lang);
  const element = { ...customerSelect(t.whomPlaceholder), action_id: FIND };
  return modalView({
    id: whoForm.id,
    title: t.whoTitle,
    submit: t.look,
    close: t.close,
    blocks: [input({ id: 'whom', label: t.whom, element }), ...below],
  });
}
