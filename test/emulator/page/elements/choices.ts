import type { ConversationType, MultiSelect, Select } from '@slack/types';
import type { Choice, PageConversation, PagePerson } from '../contract.ts';
import type { Reading } from '../text/reading.ts';
import { wordsOf } from '../text/words.ts';
import { type Item, itemOf } from './chosen.ts';

/** What a select offers by itself; external ones nothing, because the app is asked. */
export function itemsFor(element: Select | MultiSelect, reading: Reading): Item[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return element.option_groups?.flatMap(grouped) ?? element.options?.map(itemOf) ?? [];
    case 'users_select':
    case 'multi_users_select':
      return reading.people.filter(({ role }) => role !== 'Deactivated').map(personItem);
    case 'channels_select':
    case 'multi_channels_select':
      return reading.conversations.filter(({ kind }) => kind === 'public').map(conversationItem);
    case 'conversations_select':
    case 'multi_conversations_select':
      return reading.conversations.filter((each) => passes(each, element.filter, reading)).map(conversationItem);
    default:
      return [];
  }
}

type Group = { label: Parameters<typeof wordsOf>[0]; options: Parameters<typeof itemOf>[0][] };

const grouped = ({ label, options }: Group): Item[] =>
  options.map((option) => ({ ...itemOf(option), group: wordsOf(label) }));

/** What an app answered to a search. */
export const searched = ({ text, value, description, group }: Choice): Item => ({
  value,
  text: drawn(text),
  description: description && drawn(description),
  group: group && drawn(group),
});

const drawn = (text: string) => wordsOf({ type: 'plain_text', text });

const personItem = ({ id, name, title, color, bot }: PagePerson): Item => ({
  value: id,
  text: name,
  description: title,
  face: { name, color, app: bot },
});

const conversationItem = ({ id, name, kind }: PageConversation): Item => ({
  value: id,
  text: kind === 'public' || kind === 'private' ? `#${name}` : name,
  description: DESCRIPTIONS[kind],
});

const DESCRIPTIONS: Readonly<Record<PageConversation['kind'], string | undefined>> = {
  public: undefined,
  private: 'Private channel',
  im: 'Direct message',
  app: 'Direct message',
  mpim: 'Group message',
};

/** As the SDK has it, without its rule that one of the fields must be there. */
type Filter = {
  include?: readonly ConversationType[];
  exclude_external_shared_channels?: boolean;
  exclude_bot_users?: boolean;
};

/** Whether a conversation may be chosen (docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object). */
function passes({ kind, external, others }: PageConversation, filter: Filter | undefined, reading: Reading): boolean {
  const type = kind === 'app' ? 'im' : kind;
  if (filter?.include && !filter.include.includes(type)) return false;
  if (filter?.exclude_external_shared_channels && external) return false;
  const withBot = kind === 'app' || (kind === 'im' && others.some((id) => reading.person(id)?.bot));
  return !(filter?.exclude_bot_users && withBot);
}

/** People and conversations are chosen by id and read by name. */
export function named(item: Item, { person, conversation }: Reading): Item {
  if (item.text !== item.value) return item;
  const somebody = person(item.value);
  if (somebody) return { ...item, text: somebody.name, face: personItem(somebody).face };
  const somewhere = conversation(item.value);
  return somewhere ? { ...item, text: conversationItem(somewhere).text } : item;
}
