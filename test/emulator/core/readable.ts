import { readChart, readTable } from './readable/data.ts';
import { readElement, readImage } from './readable/elements.ts';
import { readRichText } from './readable/rich-text.ts';
import { IDS, type Names, readMarkdown, readText } from './readable/text.ts';
import type { Attachment, Block, Element, RichText, Text } from './shapes.ts';
import type { InputValues } from './types/filled.ts';

export { readValue } from './readable/elements.ts';
export { type Names, readText } from './readable/text.ts';

/** The text a person reads in blocks, one line each; buttons as [Label], selects as (placeholder ▾). */
export const readable = (blocks: readonly Block[], names: Names = IDS, values: InputValues = {}): string =>
  lines(blocks.map((block) => readBlock(block, names, values)));

/** The text a person reads in the attachments under a message. */
export const readableAttachments = (attachments: readonly Attachment[], names: Names = IDS): string =>
  lines(attachments.map((attachment) => readAttachment(attachment, names)));

const lines = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\n');

/** How the parts of one block read, with the names its reader knows and what stands in its inputs. */
type Reader = {
  names: Names;
  words(text: Text | string | undefined): string;
  rich(text: Pick<RichText, 'elements'> | undefined): string;
  parts(elements: readonly (Element | undefined)[] | undefined): string;
  blocks(blocks: readonly Block[] | undefined): string;
};

function readBlock(block: Block, names: Names, values: InputValues): string {
  const reader: Reader = {
    names,
    words: (text) => readText(text, names),
    rich: (text) => readRichText(text?.elements ?? [], names),
    parts: (elements = []) =>
      elements
        .map((each) => each && readElement(each, names, values[block.block_id]?.[each.action_id]))
        .filter((each) => each !== undefined)
        .join(' '),
    blocks: (blocks = []) => readable(blocks, names, values),
  };
  const read = Object.hasOwn(READ, block.type) ? READ[block.type] : undefined;
  return read ? read(block, reader) : reader.words(block.text);
}

type Read = (block: Block, reader: Reader) => string;

const readElements: Read = ({ elements }, { parts }) => parts(elements);

const readTask: Read = ({ title, status, details, output, sources = [] }, { words, rich }) =>
  lines([
    `${words(title)}${status ? ` (${status})` : ''}`,
    rich(details),
    rich(output),
    sources.map(({ text }) => words(text)).join(', '),
  ]);

/** Blocks that are more than their text. */
const READ: Record<string, Read> = {
  actions: readElements,
  context: readElements,
  context_actions: readElements,
  card: ({ hero_image: hero, title, subtitle, body, subtext, actions }, { words, parts }) =>
    lines([parts([hero]), words(title), words(subtitle), words(body), words(subtext), parts(actions)]),
  carousel: ({ elements = [] }, { blocks }) =>
    blocks(elements.map((card) => ({ ...card, block_id: card.block_id ?? '' }))),
  container: ({ title, rich_text_title: rich, subtitle, child_blocks: children }, reader) =>
    lines([rich ? reader.rich(rich) : reader.words(title), reader.words(subtitle), reader.blocks(children)]),
  data_table: (block, { names }) => readTable(block, names),
  data_visualization: readChart,
  divider: () => '---',
  file: () => '(file)',
  image: (block, { words }) => lines([words(block.title), readImage(block)]),
  input: ({ label, optional, element, hint }, { words, parts }) =>
    lines([`${words(label)}${optional ? ' (optional)' : ''}: ${parts([element])}`, words(hint)]),
  markdown: ({ text }, { words }) => readMarkdown(words(text)),
  plan: ({ title, tasks = [] }, reader) =>
    lines([
      reader.words(title),
      ...tasks.map((task) => readTask({ ...task, type: 'task_card', block_id: '' }, reader)),
    ]),
  rich_text: ({ elements }, { rich }) => rich({ elements: elements ?? [] }),
  section: ({ text, fields = [], accessory }, { words, parts }) =>
    lines([words(text), ...fields.map(words), parts([accessory])]),
  table: (block, { names }) => readTable(block, names),
  task_card: readTask,
  video: ({ title, author_name: author, description, alt_text: alt = '' }, { words }) =>
    lines([words(title), author, words(description), `(video: ${alt})`]),
};

function readAttachment(attachment: Attachment, names: Names): string {
  const { pretext, author_name: author, title, text, fields = [], blocks = [], image_url: image, footer } = attachment;
  const mrkdwn = (said: string | undefined) => said && readText({ type: 'mrkdwn', text: said }, names);
  return lines([
    ...[mrkdwn(pretext), author, title, mrkdwn(text)],
    ...fields.map((field) => [field.title, field.value].filter(Boolean).join(': ')),
    readable(blocks, names),
    image && readImage({}),
    footer,
  ]);
}
