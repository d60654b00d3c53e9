import { csvOf, SEPARATOR } from '../../csv.ts';
import type { TextFile } from '../../slack/files.ts';
import type { Lang } from '../../texts.ts';
import { type Heard, kindInWords } from '../conversations/index.ts';
import { say } from './texts.ts';

/** What was found as files to take along: one for a spreadsheet, one for programs. Nobody's name is in them. */
export const filesOf = (found: readonly Heard[], lang: Lang, today: string): TextFile[] => {
  const name = `${say(lang).fileName}-${today}`;
  return [
    {
      name: `${name}.csv`,
      content: csvOf([say(lang).columns, ...found.map((one) => row(one, lang))], SEPARATOR[lang]),
    },
    { name: `${name}.json`, content: `${JSON.stringify(found.map(unnamed), null, 2)}\n` },
  ];
};

/** In the order of the columns. */
const row = ({ heldOn, customer, kind, topic, learned, need, said }: Heard, lang: Lang): string[] => [
  ...[heldOn, customer.name, kindInWords(kind, lang), topic ?? '', learned, need ?? '', said ?? ''],
];

/** Also of those who shared with their name: they chose it for the stories, not for a file. */
const unnamed = ({ by: _author, onlyMe: _own, customer, ...rest }: Heard) => ({
  ...rest,
  customer: customer.name,
  customerSort: customer.sort,
});
