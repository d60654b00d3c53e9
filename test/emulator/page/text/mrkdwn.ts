import { emojiOf } from './emoji.ts';

/** A piece of a line, as Slack's mrkdwn means it (docs.slack.dev/messaging/formatting-message-text). */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inside: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'emoji'; name: string; sign: string }
  | { kind: 'link'; url: string; inside: Inline[] }
  | { kind: 'user' | 'channel' | 'group'; id: string; label?: string }
  | { kind: 'broadcast'; range: string }
  | { kind: 'date'; seconds: number; format: string; url?: string; fallback: string };

/** A stretch of whole lines: running text, a quotation, or text exactly as typed. */
export type Passage = { kind: 'text' | 'quote'; inside: Inline[] } | { kind: 'pre'; text: string };

/** `verbatim` leaves bare addresses alone; `plain` reads nothing but emoji, and not even those where `emoji` is false. */
type Reading = { verbatim?: boolean | undefined; plain?: boolean | undefined; emoji?: boolean | undefined };

/** Reads mrkdwn. What isn't well formed stays the text that it is; nothing is ever lost. */
export function passagesOf(source: string, reading: Reading = {}): Passage[] {
  return source.split(/```\n?([\s\S]+?)\n?```\n?/).flatMap((part, index): Passage[] => {
    if (index % 2 === 1) return [{ kind: 'pre', text: decode(part) }];
    return part === '' ? [] : withQuotes(part, reading);
  });
}

/** Reads one stretch without quotations and pre-formatted lines: labels, options, button texts. */
export const inlineOf = (source: string, reading: Reading = {}): Inline[] => scan(source, reading);

/** Slack escapes three characters and no others. */
const decode = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function withQuotes(part: string, reading: Reading): Passage[] {
  const passages: { kind: 'text' | 'quote'; lines: string[] }[] = [];
  let quotedToTheEnd = false;
  for (const line of part.replace(/\n$/, '').split('\n')) {
    const mark = quotedToTheEnd ? '' : /^(?:>|&gt;){3}\s?|^(?:>|&gt;)\s?/.exec(line)?.[0];
    quotedToTheEnd ||= /^(?:>|&gt;){3}/.test(line);
    const kind = mark === undefined ? 'text' : 'quote';
    const text = line.slice(mark?.length ?? 0);
    const last = passages.at(-1);
    if (last?.kind === kind) last.lines.push(text);
    else passages.push({ kind, lines: [text] });
  }
  return passages.map(({ kind, lines }) => ({ kind, inside: scan(lines.join('\n'), reading) }));
}

type Rule = { at: RegExp; make(found: RegExpExecArray, reading: Reading): Inline | undefined };

const EMPHASIS = [
  ['\\*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
] as const;

/** A mark opens only at a word's edge and closes only at one, so 2*3*4 and snake_case stay as they are. */
const emphasis = EMPHASIS.map(
  ([m, kind]): Rule => ({
    at: new RegExp(`(?<![\\p{L}\\p{N}${m}])${m}(?!\\s)([^${m}\\n]*[^${m}\\s])${m}(?![\\p{L}\\p{N}${m}])`, 'uy'),
    make: ([, inside = ''], reading) => ({ kind, inside: scan(inside, reading) }),
  }),
);

const code: Rule = { at: /`([^`\n]+)`/y, make: ([, text = '']) => ({ kind: 'code', text: decode(text) }) };
const control: Rule = { at: /<([^<>\n]+)>/y, make: ([, inside = '']) => controlOf(inside) };
const emoji: Rule = {
  at: /:([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?/y,
  make: ([, name = '', tone], { emoji: drawn = true }) => {
    const sign = drawn ? emojiOf(name, tone === undefined ? undefined : Number(tone)) : undefined;
    return sign === undefined ? undefined : { kind: 'emoji', name, sign };
  },
};
const address: Rule = {
  at: /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"*_~]/y,
  make: ([url], reading) => (reading.verbatim ? undefined : { kind: 'link', url, inside: [text(url)] }),
};

const RULES = [code, control, ...emphasis, emoji, address];
const PLAIN_RULES = [emoji];

function scan(source: string, reading: Reading): Inline[] {
  const pieces: Inline[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const found = ruleAt(source, at, reading);
    if (!found) continue;
    if (at > from) pieces.push(text(source.slice(from, at), reading));
    pieces.push(found.piece);
    from = found.end;
    at = from - 1;
  }
  if (from < source.length) pieces.push(text(source.slice(from), reading));
  return pieces;
}

function ruleAt(source: string, at: number, reading: Reading) {
  for (const rule of reading.plain ? PLAIN_RULES : RULES) {
    rule.at.lastIndex = at;
    const found = rule.at.exec(source);
    const end = rule.at.lastIndex;
    const piece = found && rule.make(found, reading);
    if (piece) return { piece, end };
  }
  return undefined;
}

const text = (words: string, { plain }: Reading = {}): Inline => ({
  kind: 'text',
  text: plain ? words : decode(words),
});

const labelled = (id: string, label: string | undefined) => ({ id, ...(label && { label: decode(label) }) });

function controlOf(inside: string): Inline | undefined {
  const [target = '', ...rest] = inside.split('|');
  const label = rest.length > 0 ? rest.join('|') : undefined;
  if (/^@[UW]\w+$/.test(target)) return { kind: 'user', ...labelled(target.slice(1), label) };
  if (/^#[CG]\w+$/.test(target)) return { kind: 'channel', ...labelled(target.slice(1), label) };
  if (/^!subteam\^S\w+$/.test(target)) return { kind: 'group', ...labelled(target.slice(9), label) };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', range: target.slice(1) };
  if (target.startsWith('!date^')) return dateOf(target, label ?? '');
  if (!/^(https?:\/\/|mailto:|tel:|slack:\/\/)/.test(target)) return undefined;
  const url = decode(target);
  return { kind: 'link', url, inside: label ? scan(label, { verbatim: true }) : [{ kind: 'text', text: url }] };
}

function dateOf(target: string, fallback: string): Inline | undefined {
  const [, seconds = '', format = '', url] = target.split('^');
  if (!/^\d+$/.test(seconds) || format === '') return undefined;
  return { kind: 'date', seconds: Number(seconds), format, fallback: decode(fallback), ...(url && { url }) };
}
