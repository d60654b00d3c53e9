import type { Json, JsonObject } from '../core/shapes.ts';

/** So many characters. */
export const x = (length: number) => 'x'.repeat(length);

/** So many of what `make` makes. */
export const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

export const plain = (text: string): JsonObject => ({ type: 'plain_text', text });
export const mrkdwn = (text: string): JsonObject => ({ type: 'mrkdwn', text });

/** Text of a kind that Slack doesn't have. */
export const html = { type: 'html', text: 'x' };

export const message = (...blocks: Json[]): JsonObject => ({ blocks });

export const modal = (...blocks: Json[]): JsonObject => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Save'),
  blocks,
});

export const home = (...blocks: Json[]): JsonObject => ({ type: 'home', blocks });

export const divider = { type: 'divider' };
export const section = (text = 'Hello'): JsonObject => ({ type: 'section', text: mrkdwn(text) });
export const button = (at = 0): JsonObject => ({ type: 'button', text: plain('Go'), action_id: `go ${at}` });
export const option = (at = 0): JsonObject => ({ text: plain(`Option ${at}`), value: `${at}` });
export const image = { type: 'image', image_url: 'https://example.com/tea.png', alt_text: 'Tea' };
export const confirm = { title: plain('Sure?'), text: plain('It stays.'), confirm: plain('Yes'), deny: plain('No') };

export const words = (text: string): JsonObject => ({
  type: 'rich_text_section',
  elements: [{ type: 'text', text }],
});
export const richText = (text = 'Tea'): JsonObject => ({ type: 'rich_text', elements: [words(text)] });
