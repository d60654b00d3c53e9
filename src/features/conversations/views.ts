import type { ConfirmationDialog, SectionBlock } from '@slack/types';
import { dateInWords, dayInWords, monthInWords } from '../../dates.ts';
import type { Message } from '../../delivery/outbox.ts';
import { actions, channelLink, context, cut, mention, plain, quoted, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn, md, quote } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { monthOf } from '../../time.ts';
import { editButton, withdrawButton } from './form.ts';
import type { Readers } from './rules.ts';
import type { Conversation } from './store.ts';
import type { Heard } from './store-heard.ts';
import { say } from './texts.ts';

/** What its author gets after saving: that it counts, their own words, who may read it. */
export function savedMessage(
  conversation: Conversation,
  lang: Lang,
  storiesChannel: string | null,
  today: string,
): Message {
  const counted = countedLine(conversation, lang, today);
  const readBy = readByLine(conversation.readers, storiesChannel, lang);
  return {
    text: lines(counted, quote(conversation.learned), readBy),
    blocks: [...quoted(counted, conversation.learned), context(readBy), ownButtons(conversation.id, lang)],
  };
}

/** A conversation its author shares with everybody: the customer's words first, a name only where the author chose so. */
export function storyMessage({ by, heldOn, customer, learned, kind }: Heard, lang: Lang): Message {
  const t = say(lang);
  const sharedBy = by ? t.storyBy(mention(by)) : t.storyUnnamed;
  const day = escape(dateInWords(heldOn, lang));
  const title = md`*${escape(customer.name)}*`;
  return {
    text: lines(title, quote(learned)),
    blocks: [...quoted(title, learned), context(t.storyLine(escape(t.kinds[kind]), day, sharedBy))],
  };
}

/** How much of a text a list shows, in characters; the whole stands in the form behind "Edit". */
const GLANCE = 300;

/** One conversation among its author's own: with whom, when, how, who may read it, and the first of its words. */
export function ownLine({ customer, heldOn, kind, readers, learned }: Conversation, lang: Lang): SectionBlock {
  const t = say(lang);
  const day = escape(dayInWords(heldOn, lang));
  const title = t.line(escape(customer.name), day, escape(t.kinds[kind]), escape(t.readersShort[readers]));
  return section(lines(title, quote(cut(learned, GLANCE))));
}

/** How they talked, as one reads it. */
export const kindInWords = (kind: Conversation['kind'], lang: Lang): string => say(lang).kinds[kind];

/** What is kept as a code, as its author reads it; empty where nothing was chosen. */
export function inWords({ kind, readers, initiative, level }: Conversation, lang: Lang) {
  const t = say(lang);
  return {
    how: t.kinds[kind],
    readers: t.readersShort[readers],
    initiative: initiative ? t.initiatives[initiative] : '',
    level: level ? t.levels[level] : '',
  };
}

/** "Edit" and "Withdraw" below one's own conversation. */
export const ownButtons = (id: string, lang: Lang) =>
  actions(
    editButton.button(say(lang).edit, { id }),
    withdrawButton.button(say(lang).withdraw, { id }, { confirm: withdrawDialog(lang) }),
  );

/** What Slack asks before a conversation is withdrawn. */
export function withdrawDialog(lang: Lang): ConfirmationDialog {
  const t = say(lang);
  return {
    title: plain(t.withdrawTitle, 100),
    text: plain(t.withdrawAsk, 300),
    confirm: plain(t.withdraw, 30),
    deny: plain(t.keep, 30),
  };
}

function countedLine({ counts, kind, customer, heldOn }: Conversation, lang: Lang, today: string): Mrkdwn {
  const t = say(lang);
  const name = escape(customer.name);
  if (counts) return t.saved(name, escape(monthInWords(monthOf(heldOn), lang, today)));
  return kind === 'practical' ? t.savedPractical(name) : t.savedUncounted(name, escape(t.kinds[kind]));
}

function readByLine(readers: Readers, storiesChannel: string | null, lang: Lang): Mrkdwn {
  const t = say(lang);
  if (readers === 'colleagues' || readers === 'me') return t.readBy[readers];
  const channel = storiesChannel ? channelLink(storiesChannel) : md``;
  return readers === 'story' ? t.readInStory(channel) : t.readInStoryNamed(channel);
}
