import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Reading } from './reading.ts';

/** Formatted text as somebody would type it, with Slack's marks: what stands in a field that is opened again. */
export const typedOf = ({ elements }: RichTextBlock, reading: Reading): string =>
  elements.map((element) => typedContainer(element, reading)).join('\n');

function typedContainer(element: RichTextBlock['elements'][number], reading: Reading): string {
  switch (element.type) {
    case 'rich_text_section':
      return line(element.elements, reading).replace(/\n$/, '');
    case 'rich_text_quote':
      return line(element.elements, reading).replace(/^/gm, '> ');
    case 'rich_text_preformatted':
      return `\`\`\`\n${line(element.elements, reading)}\n\`\`\``;
    case 'rich_text_list':
      return element.elements
        .map((item, at) => {
          const mark = element.style === 'ordered' ? `${at + 1}.` : '-';
          return `${'  '.repeat(element.indent ?? 0)}${mark} ${line(item.elements, reading)}`;
        })
        .join('\n');
  }
}

const line = (leaves: readonly RichTextElement[], reading: Reading) =>
  leaves.map((leaf) => styled(leaf, typedLeaf(leaf, reading))).join('');

function typedLeaf(leaf: RichTextElement, { person, conversation, group }: Reading): string {
  switch (leaf.type) {
    case 'text':
      return leaf.text;
    case 'link':
      return leaf.url;
    case 'emoji':
      return `:${leaf.name}:`;
    case 'user':
      return `@${person(leaf.user_id)?.handle ?? leaf.user_id}`;
    case 'channel':
      return `#${conversation(leaf.channel_id)?.name ?? leaf.channel_id}`;
    case 'usergroup':
      return `@${group(leaf.usergroup_id)?.handle ?? leaf.usergroup_id}`;
    case 'broadcast':
      return `@${leaf.range}`;
    case 'date':
      return leaf.fallback ?? '';
    case 'team':
      return leaf.team_id;
    case 'color':
      return leaf.value;
  }
}

const MARKS = [
  ['code', '`'],
  ['strike', '~'],
  ['italic', '_'],
  ['bold', '*'],
] as const;

const styled = ({ style = {} }: RichTextElement, text: string) =>
  MARKS.filter(([name]) => style[name]).reduce((inside, [, mark]) => `${mark}${inside}${mark}`, text);
