/** A way to format, with Slack's marks: around the chosen words, or before each of their lines. */
export type Mark = {
  name: string;
  /** What its button shows, and how that looks. */
  face: string;
  look: string;
  /** Together with Ctrl or ⌘. */
  key?: string;
} & ({ around: string } | { before: string });

/** The formats a composer offers (slack.com/help/articles/202288908). */
export const MARKS: readonly Mark[] = [
  { name: 'Bold', face: 'B', look: 'bold', key: 'b', around: '*' },
  { name: 'Italic', face: 'I', look: 'italic', key: 'i', around: '_' },
  { name: 'Strikethrough', face: 'S', look: 'strike', around: '~' },
  { name: 'Code', face: '<>', look: 'code', around: '`' },
  { name: 'Bulleted list', face: '•', look: '', before: '- ' },
  { name: 'Numbered list', face: '№', look: '', before: '1. ' },
  { name: 'Quote', face: '❝', look: '', before: '> ' },
];

/** The text with a mark put in, or taken out where it stood already; and what is selected then. */
export function marked(text: string, from: number, to: number, mark: Mark): { text: string; from: number; to: number } {
  if ('before' in mark) return markedLines(text, from, to, mark.before);
  const [before, inside, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const { around } = mark;
  if (before.endsWith(around) && after.startsWith(around)) {
    const size = around.length;
    return { text: before.slice(0, -size) + inside + after.slice(size), from: from - size, to: to - size };
  }
  return { text: before + around + inside + around + after, from: from + around.length, to: to + around.length };
}

function markedLines(text: string, from: number, to: number, mark: string) {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lines = text.slice(start, to).split('\n');
  const isMarked = lines.every((line) => line.startsWith(mark));
  const changed = lines.map((line) => (isMarked ? line.slice(mark.length) : mark + line)).join('\n');
  const end = start + changed.length;
  return { text: text.slice(0, start) + changed + text.slice(to), from: end, to: end };
}
