import {
  blockId,
  boolean,
  channelId,
  groupId,
  integer,
  KIT,
  like,
  list,
  object,
  oneOf,
  type Shape,
  string,
  table,
  teamId,
  typed,
  url,
  userId,
} from './spec.ts';

const doc = `${KIT}/blocks/rich-text-block`;

/** Each piece has its page among the elements. */
const paged = (rows: Record<string, Shape>): Record<string, Shape> =>
  Object.fromEntries(
    Object.entries(rows).map(([type, shape]) => [
      type,
      { doc: `${KIT}/block-elements/${type.replaceAll('_', '-')}-element`, ...shape },
    ]),
  );

const wordStyle = { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean };

const style = object('style', { doc, fields: wordStyle });
/** Slack marks mentions that concern the reader; it sends these fields, and takes them back. */
const mentionStyle = object('mention style', {
  doc,
  fields: { ...wordStyle, highlight: boolean, client_highlight: boolean, unlink: boolean },
});

const leaves = table('rich text', () =>
  paged({
    text: { fields: { text: string(undefined, 1), style }, must: ['text'] },
    link: { fields: { url, text: string(), unsafe: boolean, style }, must: ['url'] },
    user: { fields: { user_id: userId, style: mentionStyle }, must: ['user_id'] },
    usergroup: { fields: { usergroup_id: groupId, style: mentionStyle }, must: ['usergroup_id'] },
    team: { fields: { team_id: teamId, style: mentionStyle }, must: ['team_id'] },
    channel: { fields: { channel_id: channelId, style: mentionStyle }, must: ['channel_id'] },
    emoji: {
      fields: { name: string(undefined, 1), unicode: string(undefined, 1), skin_tone: integer(1, 6), url, style },
      must: ['name'],
    },
    date: {
      fields: { timestamp: integer(0), format: string(undefined, 1), url, fallback: string(), style },
      must: ['timestamp', 'format'],
    },
    color: { fields: { value: like(/^#?[0-9a-fA-F]{6}$/), style }, must: ['value'] },
    broadcast: { fields: { range: oneOf('here', 'channel', 'everyone'), style }, must: ['range'] },
  }),
);

const inline = list(typed(leaves), undefined, 0);
const border = integer(0, 1);

const containers = table('rich text', () =>
  paged({
    rich_text_section: { fields: { elements: inline }, must: ['elements'] },
    rich_text_quote: { fields: { elements: inline, border }, must: ['elements'] },
    rich_text_preformatted: {
      fields: { elements: list(typed(leaves, 'text', 'link'), undefined, 0), border, language: string(undefined, 1) },
      must: ['elements'],
    },
    rich_text_list: {
      fields: {
        elements: list(typed(containers, 'rich_text_section')),
        style: oneOf('bullet', 'ordered'),
        indent: integer(0, 8),
        offset: integer(0),
        border,
      },
      must: ['elements', 'style'],
    },
  }),
);

/** A whole rich_text block. No length is documented for it but the message's total. */
export const richText: Shape = {
  doc,
  fields: { block_id: blockId, elements: list(typed(containers), undefined, 0) },
  must: ['elements'],
};

const alone = table('block', () => ({ rich_text: richText }));

/** A rich_text block where no other block may stand: in cells, titles, tasks and inputs. */
export const richTextBlock = typed(alone);
