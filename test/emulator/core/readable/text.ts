import type { Text } from '../shapes.ts';

/** How ids read: a person's name, a channel's name. */
export type Names = { person(id: string): string; channel(id: string): string };

/** Where nobody knows names, the ids stand there. */
export const IDS: Names = { person: (id) => id, channel: (id) => id };

/** What a person reads where a text object or a plain string stands. */
export const readText = (text: Text | string | undefined, names: Names = IDS): string => {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text.type === 'mrkdwn' ? readMrkdwn(text.text, names) : text.text;
};

/** `*bold*`, `_italic_`, `~struck~` and `` `code` `` where Slack draws them so: at the edges of words. */
const MARKED = /(?<=^|[\s([{>"'*_~])([*_~`])(?=\S)([^\n]*?\S)\1(?=$|[\s)\]}.,:;!?"'*_~])/gm;

const unmarked = (mrkdwn: string): string => {
  const plain = mrkdwn.replace(MARKED, '$2');
  return plain === mrkdwn ? plain : unmarked(plain);
};

/** What a person reads where mrkdwn stands: no marks, links by their label, mentions by name, entities as characters. */
export const readMrkdwn = (mrkdwn: string, names: Names = IDS): string =>
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

/** What a person reads where standard markdown stands: headings without hashes, links by their label, no marks. */
export const readMarkdown = (markdown: string): string =>
  unmarked(
    markdown
      .replace(/^#{1,6} +/gm, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2'),
  );
