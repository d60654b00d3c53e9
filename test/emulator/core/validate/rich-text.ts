import {
  blockId,
  boolean,
  channelId,
  groupId,
  integer,
  list,
  object,
  oneOf,
  type Shape,
  string,
  type Table,
  table,
  typed,
  url,
  userId,
} from './spec.ts';

const style = object({
  fields: { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
});

const leaves = table(() => ({
  text: { fields: { text: string(3000, 1), style }, must: ['text'] },
  link: { fields: { url, text: string(3000), unsafe: boolean, style }, must: ['url'] },
  user: { fields: { user_id: userId, style }, must: ['user_id'] },
  usergroup: { fields: { usergroup_id: groupId, style }, must: ['usergroup_id'] },
  channel: { fields: { channel_id: channelId, style }, must: ['channel_id'] },
  emoji: { fields: { name: string(255, 1), unicode: string(255), skin_tone: integer(1, 6), style }, must: ['name'] },
  date: {
    fields: { timestamp: integer(0, 99_999_999_999), format: string(255, 1), url, fallback: string(3000) },
    must: ['timestamp', 'format'],
  },
  color: { fields: { value: string(7, 1) }, must: ['value'] },
  broadcast: { fields: { range: oneOf('here', 'channel', 'everyone') }, must: ['range'] },
}));

const inline = list(typed(leaves), undefined, 0);
const border = integer(0, 1);

/** docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const containers: Table = table(() => ({
  rich_text_section: { fields: { elements: inline }, must: ['elements'] },
  rich_text_quote: { fields: { elements: inline, border }, must: ['elements'] },
  rich_text_preformatted: { fields: { elements: inline, border, language: string(255) }, must: ['elements'] },
  rich_text_list: {
    fields: {
      elements: list(typed(containers, 'rich_text_section')),
      style: oneOf('bullet', 'ordered'),
      indent: integer(0, 8),
      offset: integer(0, 10_000),
      border,
    },
    must: ['elements', 'style'],
  },
}));

const richTextElements = list(typed(containers), undefined, 0);

/** A whole rich_text block; it also stands in table cells and in inputs. */
export const richText: Shape = { fields: { block_id: blockId, elements: richTextElements }, must: ['elements'] };

export const richTextValue = typed(() => ({ rich_text: richText }));
