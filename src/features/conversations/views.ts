import { dateInWords, dayInWords, monthInWords } from '../../dates.ts';
import type { Message } from '../../delivery/outbox.ts';
import { type AnyBlock, actions, channelLink, context, mention, plain, quoted, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn, md, quote } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { monthOf } from '../../time.ts';
import { editButton, logButton, withdrawButton } from './form.ts';
import type { Readers } from './rules.ts';
import type { Conversation } from './store.ts';
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
export function storyMessage(conversation: Conversation, lang: Lang): Message {
  const t = say(lang);
  const by = conversation.readers === 'story_named' ? t.storyBy(mention(conversation.userId)) : t.storyUnnamed;
  const day = escape(dateInWords(conversation.heldOn, lang));
  const title = md`*${escape(conversation.customer.name)}*`;
  return {
    text: lines(title, quote(conversation.learned)),
    blocks: [...quoted(title, conversation.learned), context(t.storyLine(escape(t.kinds[conversation.kind]), day, by))],
  };
}

type OwnMonth = { lang: Lang; month: string; count: number; latest: readonly Conversation[]; storyWaits: boolean };

/** One's own month and latest conversations: for Home, for one pair of eyes. */
export function ownMonth({ lang, month, count, latest, storyWaits }: OwnMonth): AnyBlock[] {
  const t = say(lang);
  const name = escape(monthInWords(month, lang));
  return [
    section(lines(t.myMonth(name), count > 0 ? t.spoken(count, name) : t.notSpoken(name))),
    actions(logButton.button(t.log, { from: null }, { style: 'primary' })),
    ...(storyWaits ? [section(t.storyWaits)] : []),
    ...(latest.length > 0 ? [section(t.latest), ...latest.flatMap((one) => ownLine(one, lang))] : []),
    context(t.onlyYou),
  ];
}

function ownLine(conversation: Conversation, lang: Lang): AnyBlock[] {
  const t = say(lang);
  const how = escape(t.kinds[conversation.kind]);
  const title = t.line(escape(conversation.customer.name), escape(dayInWords(conversation.heldOn, lang)), how);
  return [section(lines(title, quote(shortened(conversation.learned)))), ownButtons(conversation.id, lang)];
}

/** Home shows a glance; the whole text stands in the form behind "Edit". */
const shortened = (words: string) => (words.length > 300 ? `${[...words].slice(0, 299).join('')}…` : words);

function ownButtons(id: string, lang: Lang) {
  const t = say(lang);
  const confirm = {
    title: plain(t.withdrawTitle, 100),
    text: plain(t.withdrawAsk, 300),
    confirm: plain(t.withdraw, 30),
    deny: plain(t.keep, 30),
  };
  return actions(editButton.button(t.edit, { id }), withdrawButton.button(t.withdraw, { id }, { confirm }));
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
