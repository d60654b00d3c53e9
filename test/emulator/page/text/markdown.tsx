import type { ComponentChildren } from 'preact';
import { emojiOf } from './emoji.ts';

type Lines = { kind: 'heading' | 'bullet' | 'number' | 'quote' | 'text' | 'rule' | 'pre'; lines: string[] };

/** A markdown block: standard Markdown, the part of it that people write in messages. */
export const Markdown = ({ source }: { source: string }) => (
  <div class="text">
    {groupsOf(source).map((group) => (
      <Group group={group} />
    ))}
  </div>
);

function Group({ group: { kind, lines } }: { group: Lines }) {
  switch (kind) {
    case 'heading':
      return lines.map((line) => <h4>{inlineOf(line)}</h4>);
    case 'bullet':
      return <ul>{itemsOf(lines)}</ul>;
    case 'number':
      return <ol>{itemsOf(lines)}</ol>;
    case 'quote':
      return <blockquote>{inlineOf(lines.join('\n'))}</blockquote>;
    case 'rule':
      return <hr />;
    case 'pre':
      return <pre>{lines.join('\n')}</pre>;
    case 'text':
      return <p>{inlineOf(lines.join('\n').trim())}</p>;
  }
}

const itemsOf = (lines: readonly string[]) => lines.map((line) => <li>{inlineOf(line)}</li>);

const KINDS: readonly [Lines['kind'], RegExp][] = [
  ['heading', /^#{1,6}\s+/],
  ['rule', /^(?:---+|\*\*\*+)\s*$/],
  ['bullet', /^\s*[-*+]\s+/],
  ['number', /^\s*\d+[.)]\s+/],
  ['quote', /^>\s?/],
];

/** Lines of one kind together; a fence keeps everything up to its end. */
function groupsOf(source: string): Lines[] {
  const groups: Lines[] = [];
  let fenced = false;
  for (const line of source.split('\n')) {
    if (/^\s*```/.test(line)) {
      fenced = !fenced;
      if (fenced) groups.push({ kind: 'pre', lines: [] });
      continue;
    }
    const [kind, mark] = fenced ? (['pre', undefined] as const) : kindOf(line);
    const text = mark ? line.replace(mark, '') : line;
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(text);
    else if (text.trim() !== '' || kind === 'rule') groups.push({ kind, lines: [text] });
  }
  return groups;
}

const kindOf = (line: string) => KINDS.find(([, mark]) => mark.test(line)) ?? (['text', undefined] as const);

const MARKS =
  /`([^`\n]+)`|!?\[([^\]\n]+)\]\((https?:[^)\s]+)\)|\*\*([^\n]+?)\*\*|~~([^\n]+?)~~|[*_]([^*_\s][^*_\n]*)[*_]|:([a-z0-9_+-]+):/g;

function inlineOf(source: string): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let from = 0;
  for (const found of source.matchAll(MARKS)) {
    pieces.push(source.slice(from, found.index), pieceOf(found));
    from = found.index + found[0].length;
  }
  return [...pieces, source.slice(from)];
}

function pieceOf([all, code, label, url, bold, strike, italic, name]: RegExpMatchArray): ComponentChildren {
  if (code) return <code>{code}</code>;
  if (label && url) {
    return (
      <a href={url} target="_blank" rel="noreferrer">
        {inlineOf(label)}
      </a>
    );
  }
  if (bold) return <strong>{inlineOf(bold)}</strong>;
  if (strike) return <s>{inlineOf(strike)}</s>;
  if (italic) return <em>{inlineOf(italic)}</em>;
  return (name && emojiOf(name)) ?? all;
}
