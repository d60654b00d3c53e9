import type { World } from './session.ts';
import { type Piece, piecesOf, type Typist } from './typed.ts';
import type { Element, RichText } from './types.ts';

type Style = { bold?: true; italic?: true; strike?: true; code?: true };
type Leaf = Exclude<Piece, { type: 'code' }> & { style?: Style };

/** A part of a rich_text block (docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
type Part =
  | { type: 'rich_text_section' | 'rich_text_quote' | 'rich_text_preformatted'; elements: Leaf[] }
  | { type: 'rich_text_list'; style: 'bullet' | 'ordered'; indent: number; elements: Part[] };

/** What Slack's composer makes of typed text. `userId`: who types, for the private channels they know. */
export function richTextOf(world: World, typed: string, userId?: string): RichText {
  const typist = { world, userId };
  const all = paragraphs(typed);
  const elements = all.map((paragraph, at) => partOf(typist, at < all.length - 1 ? ended(paragraph) : paragraph));
  // A rich-text piece has fewer fields than the widest element, whose type both share.
  return { type: 'rich_text', elements: elements as Element[] };
}

/** Words before a list, a quote or code keep the end of their line. */
const ended = (paragraph: Paragraph): Paragraph =>
  paragraph.kind === 'section' ? { kind: 'section', lines: [...paragraph.lines, ''] } : paragraph;

/** Lines that belong together. */
type Paragraph =
  | { kind: 'section' | 'quote' | 'preformatted'; lines: string[] }
  | { kind: 'bullet' | 'ordered'; indent: number; lines: string[] };

const FENCED = /```\n?([\s\S]+?)\n?```/;

/** What is fenced is taken as it stands; the rest goes by how each line begins. */
function paragraphs(typed: string): Paragraph[] {
  const fence = FENCED.exec(typed);
  if (!fence) return byLines(typed);
  const before = typed.slice(0, fence.index).replace(/\n$/, '');
  const after = typed.slice(fence.index + fence[0].length).replace(/^\n/, '');
  const preformatted = { kind: 'preformatted' as const, lines: [fence[1] ?? ''] };
  return [...byLines(before), preformatted, ...paragraphs(after)];
}

function byLines(text: string): Paragraph[] {
  if (text === '') return [];
  const all: Paragraph[] = [];
  for (const line of text.split('\n').map(lineOf)) {
    const last = all.at(-1);
    if (last && isSameKind(last, line)) last.lines.push(...line.lines);
    else all.push(line);
  }
  return all;
}

const QUOTED = /^> ?(.*)$/;
const LISTED = /^([ \t]*)(?:([-*•])|\d+[.)]) +(.+)$/;

function lineOf(line: string): Paragraph {
  const [, quoted] = QUOTED.exec(line) ?? [];
  if (quoted !== undefined) return { kind: 'quote', lines: [quoted] };
  const [all, space = '', bullet, item = ''] = LISTED.exec(line) ?? [];
  if (all === undefined) return { kind: 'section', lines: [line] };
  return { kind: bullet ? 'bullet' : 'ordered', indent: indentOf(space), lines: [item] };
}

/** A tab or four spaces make one step. */
const indentOf = (space: string) => Math.min(Math.floor(space.replaceAll('\t', '    ').length / 4), 8);

const isSameKind = (one: Paragraph, other: Paragraph) =>
  one.kind === other.kind && ('indent' in one ? one.indent : 0) === ('indent' in other ? other.indent : 0);

function partOf(typist: Typist, paragraph: Paragraph): Part {
  switch (paragraph.kind) {
    case 'preformatted':
      return { type: 'rich_text_preformatted', elements: [{ type: 'text', text: paragraph.lines.join('\n') }] };
    case 'section':
    case 'quote':
      return { type: `rich_text_${paragraph.kind}`, elements: leavesOf(typist, paragraph.lines.join('\n')) };
    default: {
      const { kind: style, indent, lines } = paragraph;
      const items = lines.map((line): Part => ({ type: 'rich_text_section', elements: leavesOf(typist, line) }));
      return { type: 'rich_text_list', style, indent, elements: items };
    }
  }
}

/** `*bold*`, `_italic_`, `~struck~` at the edges of words; code and addresses are left alone by what stands first. */
const STYLED = /(`[^`\n]+`|https?:\/\/\S+)|(?<=^|[\s([{>"'*_~])([*_~])(?=\S)([^\n]*?\S)\2(?=$|[\s)\]}.,:;!?"'*_~])/gm;
const STYLES: Record<string, Style> = { '*': { bold: true }, _: { italic: true }, '~': { strike: true } };

function leavesOf(typist: Typist, text: string, style: Style = {}): Leaf[] {
  const leaves: Leaf[] = [];
  let from = 0;
  for (const { 0: all, 1: untouched, 2: mark = '', 3: inside = '', index } of text.matchAll(STYLED)) {
    if (untouched) continue;
    leaves.push(...plainLeaves(typist, text.slice(from, index), style));
    leaves.push(...leavesOf(typist, inside, { ...style, ...STYLES[mark] }));
    from = index + all.length;
  }
  return [...leaves, ...plainLeaves(typist, text.slice(from), style)];
}

const plainLeaves = (typist: Typist, text: string, style: Style): Leaf[] =>
  piecesOf(typist, text).map((piece) =>
    piece.type === 'code'
      ? { type: 'text', text: piece.text.replace(/^`+|`+$/g, ''), style: { ...style, code: true } }
      : { ...piece, ...(Object.keys(style).length > 0 && { style }) },
  );
