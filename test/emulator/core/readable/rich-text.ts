import type { Element } from '../shapes.ts';
import { type Names, readText } from './text.ts';

/** The words of a rich_text block, lists with their points or numbers, quotes with `>`. */
export const readRichText = (elements: readonly Element[], names: Names): string =>
  elements.map((element) => readContainer(element, names).replace(/\n$/, '')).join('\n');

function readContainer({ type, elements = [], style, offset = 0, indent = 0 }: Element, names: Names): string {
  if (type === 'rich_text_quote') return readLeaves(elements, names).replace(/^/gm, '> ');
  if (type !== 'rich_text_list') return readLeaves(elements, names);
  return elements
    .map((item, at) => {
      const point = style === 'ordered' ? `${offset + at + 1}.` : '•';
      return `${'  '.repeat(indent)}${point} ${readLeaves(item.elements ?? [], names)}`;
    })
    .join('\n');
}

const readLeaves = (leaves: readonly Element[], names: Names): string =>
  leaves.map((leaf) => readLeaf(leaf, names)).join('');

function readLeaf(leaf: Element, names: Names): string {
  switch (leaf.type) {
    case 'user':
      return `@${names.person(leaf.user_id ?? '')}`;
    case 'usergroup':
      return `@${leaf.usergroup_id}`;
    case 'channel':
      return `#${names.channel(leaf.channel_id ?? '')}`;
    case 'broadcast':
      return `@${leaf.range}`;
    case 'emoji':
      return `:${leaf.name}:`;
    case 'color':
      return leaf.value ?? '';
    case 'date':
      return leaf.fallback ?? new Date((leaf.timestamp ?? 0) * 1000).toISOString();
    default:
      return readText(leaf.text) || (leaf.url ?? '');
  }
}
