import { csvOf, SEPARATOR } from '../../csv.ts';
import type { TextFile } from '../../slack/files.ts';
import type { Lang } from '../../texts.ts';
import { type Conversation, inWords } from '../conversations/index.ts';
import { say } from './texts.ts';

/** Somebody's conversations as files to take along: one for a spreadsheet, in their words; one for programs. */
export const filesOf = (own: readonly Conversation[], lang: Lang, today: string): TextFile[] => {
  const name = `${say(lang).fileName}-${today}`;
  return [
    { name: `${name}.csv`, content: csvOf([say(lang).columns, ...own.map((one) => row(one, lang))], SEPARATOR[lang]) },
    { name: `${name}.json`, content: `${JSON.stringify(own.map(plain), null, 2)}\n` },
  ];
};

/** In the order of the columns. */
function row(conversation: Conversation, lang: Lang): string[] {
  const { heldOn, customer, counts, learned, need, said, minutes, topic } = conversation;
  const { how, readers, initiative, level } = inWords(conversation, lang);
  const counted = counts ? say(lang).yes : say(lang).no;
  const more = [need ?? '', said ?? '', initiative, level, minutes === null ? '' : String(minutes), topic ?? ''];
  return [heldOn, customer.name, how, learned, readers, counted, ...more];
}

/** All there is, in the product's own terms; the author's own id says nothing they don't know. */
const plain = ({ userId: _author, customer, ...rest }: Conversation) => ({
  ...rest,
  customer: customer.name,
  customerSort: customer.sort,
});
