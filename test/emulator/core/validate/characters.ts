import type { Json } from '../shapes.ts';
import { isObject } from './spec.ts';

/** All characters of blocks that a person could read, as code points. */
export function charactersIn(value: Json | undefined): number {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + charactersIn(each), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value)
    .filter(([field]) => READ_BY_PEOPLE.has(field))
    .reduce((sum, [, each]) => sum + charactersIn(each), 0);
}

const READ_BY_PEOPLE = new Set([
  ...['text', 'fields', 'elements', 'element', 'accessory', 'label', 'hint', 'title', 'options', 'option_groups'],
  ...['description', 'placeholder', 'rows', 'chart', 'series', 'segments', 'data', 'name', 'alt_text', 'axis_config'],
  ...['categories', 'subtitle', 'body', 'subtext', 'actions', 'rich_text_title', 'child_blocks', 'caption', 'tasks'],
  ...['details', 'output', 'sources', 'author_name', 'provider_name', 'positive_button', 'negative_button'],
]);
