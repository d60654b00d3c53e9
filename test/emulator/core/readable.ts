import type { Block, Cell, Element, InputValue, InputValues, Text } from './shapes.ts';

/** How ids read: a person's name, a channel's name. Without it the ids stand there. */
export type Names = { person(id: string): string; channel(id: string): string };

const IDS: Names = { person: (id) => id, channel: (id) => id };

/** The text a person reads in blocks, one line each; buttons as [Label], selects as (placeholder ▾). */
export const readable = (blocks: readonly Block[], names: Names = IDS, values: InputValues = {}): string =>
  blocks
    .map((block) => readBlock(block, names, values[block.block_id] ?? {}))
    .filter(Boolean)
    .join('\n');

/** `*bold*`, `_italic_`, `~struck~` and `` `code` `` where Slack draws them so: at the edges of words. */
const MARKED = /(?<=^|[\s([{>"'*_~])([*_~`])(?=\S)([^\n]*?\S)\1(?=$|[\s)\]}.,:;!?"'*_~])/gm;

const unmarked = (mrkdwn: string): string => {
  const plain = mrkdwn.replace(MARKED, '$2');
  return plain === mrkdwn ? plain : unmarked(plain);
};

/** What a person reads where mrkdwn stands: no marks, links by their label, mentions by name, entities as characters. */
const readMrkdwn = (mrkdwn: string, names: Names = IDS): string =>
  unmarked(mrkdwn)
    .replace(/<([^<>]+)>/g, (_all, inside: string) => readReference(inside, names))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function readReference(inside: string, names: Names): string {
  const [target = '', label] = inside.split('|', 2);
  if (target.startsWith('@')) return `@${label ?? names.person(target.slice(1))}`;
  if (target.startsWith('#')) return `#${label ?? names.channel(target.slice(1))}`;
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
  return label ?? target;
}

export const readText = (text: Text | string | undefined, names: Names = IDS): string => {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text.type === 'mrkdwn' ? readMrkdwn(text.text, names) : text.text;
};

function readBlock(block: Block, names: Names, values: Record<string, InputValue>): string {
  const valueOf = (element: Element) => values[element.action_id];
  const part = (element: Element) => readElement(element, names, valueOf(element));
  switch (block.type) {
    case 'section': {
      const lines = [readText(block.text, names), ...(block.fields ?? []).map((field) => readText(field, names))];
      return [...lines.filter(Boolean), block.accessory && part(block.accessory)].filter(Boolean).join('\n');
    }
    case 'actions':
      return (block.elements ?? []).map(part).join(' ');
    case 'context':
      return (block.elements ?? []).map(part).join(' ');
    case 'rich_text':
      return readRichText(block.elements ?? [], names);
    case 'input': {
      const element = block.element ? part(block.element) : '';
      const optional = block.optional ? ' (optional)' : '';
      return [`${readText(block.label)}${optional}: ${element}`, readText(block.hint)].filter(Boolean).join('\n');
    }
    case 'divider':
      return '---';
    case 'image':
      return `(image: ${block.alt_text ?? ''})`;
    case 'data_visualization':
      return readChart(block);
    case 'table':
      return (block.rows ?? []).map((row) => row.map((cell) => readCell(cell, names)).join(' | ')).join('\n');
    default:
      return readText(block.text, names);
  }
}

function readElement(element: Element, names: Names, value: InputValue | undefined): string {
  switch (element.type) {
    case 'button':
      return `[${readText(element.text)}]`;
    case 'overflow':
      return `[⋯ ${(element.options ?? []).map((option) => readText(option.text)).join(' · ')}]`;
    case 'image':
      return `(image: ${element.alt_text ?? ''})`;
    case 'plain_text':
      return typeof element.text === 'string' ? element.text : readText(element.text);
    case 'mrkdwn':
      return readMrkdwn(typeof element.text === 'string' ? element.text : readText(element.text), names);
    case 'radio_buttons':
    case 'checkboxes':
      return readChoices(element, value, names);
    default: {
      const filled = value && readValue(value, names);
      const shown = filled?.length ? [filled].flat().join(', ') : readText(element.placeholder);
      return element.type.endsWith('_input') ? `(${shown})` : `(${shown} ▾)`;
    }
  }
}

function readChoices(element: Element, value: InputValue | undefined, names: Names): string {
  const chosen = new Set([value?.selected_option, ...(value?.selected_options ?? [])].map((option) => option?.value));
  return (element.options ?? [])
    .map((option) => `${chosen.has(option.value) ? '(•)' : '( )'} ${readText(option.text, names)}`)
    .join(' ');
}

/** What stands in an input as a person reads it; several as a list. */
export function readValue(value: InputValue, names: Names = IDS): string | string[] | undefined {
  if (value.selected_options) return value.selected_options.map((option) => readText(option.text, names));
  if (value.selected_users) return value.selected_users.map(names.person);
  if (value.selected_channels) return value.selected_channels.map(names.channel);
  if (value.selected_conversations) return value.selected_conversations.map(names.channel);
  if (value.selected_option) return readText(value.selected_option.text, names);
  if (value.selected_user) return names.person(value.selected_user);
  const channel = value.selected_channel ?? value.selected_conversation;
  if (channel) return names.channel(channel);
  const dateTime = value.selected_date_time;
  if (dateTime) return new Date(dateTime * 1000).toISOString();
  return value.value ?? value.selected_date ?? value.selected_time ?? undefined;
}

function readChart({ title, chart }: Block): string {
  const unit = chart?.axis_config?.y_label ? ` (${chart.axis_config.y_label})` : '';
  const heading = `${readText(title)}${unit}`;
  const points = (list: readonly { label: string; value: number }[]) =>
    list.map(({ label, value }) => `${label} ${value}`).join(', ');
  if (chart?.segments) return `${heading}\n${points(chart.segments)}`;
  return [heading, ...(chart?.series ?? []).map(({ name, data }) => `${name}: ${points(data)}`)].join('\n');
}

const readCell = (cell: Cell, names: Names): string =>
  cell.elements ? readRichText(cell.elements, names) : (cell.text ?? String(cell.value ?? ''));

function readRichText(elements: readonly Element[], names: Names): string {
  return elements
    .map((element) => {
      const inside = () => readLeaves(element.elements ?? [], names);
      if (element.type === 'rich_text_list')
        return (element.elements ?? []).map((item) => `• ${readLeaves(item.elements ?? [], names)}`).join('\n');
      return element.type === 'rich_text_quote' ? inside().replace(/^/gm, '> ') : inside();
    })
    .join('\n');
}

function readLeaves(leaves: readonly Element[], names: Names): string {
  return leaves
    .map((leaf) => {
      if (leaf.type === 'user') return `@${names.person(leaf.user_id ?? '')}`;
      if (leaf.type === 'channel') return `#${names.channel(leaf.channel_id ?? '')}`;
      if (leaf.type === 'emoji') return `:${leaf.name}:`;
      return readText(leaf.text) || (leaf.url ?? '');
    })
    .join('');
}
