import type { PageCommand, PageConversation, PagePerson } from '../contract.ts';
import { emojiOf } from '../text/emoji.ts';
import { fittingEmoji } from './fitting-emoji.ts';

/** What can stand in the place of what is being typed. */
export type Suggestion = {
  /** Put in, with a space behind it. */
  insert: string;
  title: string;
  /** What can stand behind it. */
  usage?: string | undefined;
  note?: string | undefined;
};

export type Suggesting = {
  /** What a list of them is called. */
  kind: 'Commands' | 'Words' | 'People' | 'Channels' | 'Emoji';
  /** Where the part begins that is replaced. */
  from: number;
  suggestions: Suggestion[];
};

/** What somebody who writes can mean. */
export type Known = {
  commands: readonly PageCommand[];
  people: readonly PagePerson[];
  conversations: readonly PageConversation[];
};

const MOST = 8;

/** What fits the words before the caret; undefined for nothing. */
export function suggestingFor(before: string, known: Known): Suggesting | undefined {
  for (const [kind, pattern, find] of WAYS) {
    const typed = pattern.exec(before)?.at(-1);
    if (typed === undefined) continue;
    const suggestions = find(typed, known, before);
    if (suggestions.length > 0) return { kind, from: before.length - typed.length, suggestions };
  }
  return undefined;
}

type Find = (typed: string, known: Known, before: string) => Suggestion[];

/** By what is typed: its pattern's last group is what a suggestion replaces. */
const WAYS: readonly [Suggesting['kind'], RegExp, Find][] = [
  ['Commands', /^(\/\S*)$/, (typed, { commands }) => fittingCommands(typed, commands)],
  ['Words', /^\/\S+ (\S*)$/, (typed, { commands }, before) => fittingWords(typed, commandIn(before, commands))],
  ['People', /(?:^|[\s(])(@[\p{L}\p{N}._-]*)$/u, (typed, { people }) => fittingPeople(typed, people)],
  ['Channels', /(?:^|[\s(])(#[\p{L}\p{N}_-]*)$/u, (typed, { conversations }) => fittingChannels(typed, conversations)],
  ['Emoji', /(?:^|\s)(:[a-z0-9_+-]{2,})$/, (typed) => fittingSigns(typed)],
];

const fittingCommands = (typed: string, commands: readonly PageCommand[]): Suggestion[] =>
  commands
    .filter(({ command }) => command.startsWith(typed.toLowerCase()))
    .map(({ command, usageHint, description }) => ({
      insert: command,
      title: command,
      usage: usageHint,
      note: description,
    }));

/** The command that was typed, without what stands behind it. */
export const commandIn = (text: string, commands: readonly PageCommand[]): PageCommand | undefined =>
  commands.find(({ command }) => text.toLowerCase().startsWith(`${command} `));

/** A usage hint names words apart by a dot in the middle of the line; a sentence in it is no word. */
const wordsOf = ({ usageHint }: PageCommand): string[] =>
  usageHint.includes('·')
    ? usageHint
        .split(/·|,/)
        .map((word) => word.trim())
        .filter((word) => /^[\p{L}\p{N}-]+$/u.test(word))
    : [];

function fittingWords(typed: string, command: PageCommand | undefined): Suggestion[] {
  const words = command ? wordsOf(command) : [];
  const fits = words.filter((word) => word.startsWith(typed.toLowerCase()) && word !== typed.toLowerCase());
  return fits.map((word) => ({ insert: word, title: word }));
}

function fittingPeople(typed: string, people: readonly PagePerson[]): Suggestion[] {
  const wanted = typed.slice(1).toLowerCase();
  const fits = ({ handle, name }: PagePerson) =>
    handle.startsWith(wanted) ||
    name
      .toLowerCase()
      .split(' ')
      .some((part) => part.startsWith(wanted));
  const found: Suggestion[] = [];
  for (const person of people) {
    if (found.length === MOST) break;
    if (person.role === 'Deactivated' || person.handle === wanted || !fits(person)) continue;
    found.push({
      insert: `@${person.handle}`,
      title: person.name,
      note: [person.title, person.role].filter(Boolean).join(' · '),
    });
  }
  return found;
}

const fittingChannels = (typed: string, conversations: readonly PageConversation[]): Suggestion[] =>
  conversations
    .filter(({ kind, name }) => (kind === 'public' || kind === 'private') && `#${name}`.startsWith(typed.toLowerCase()))
    .filter(({ name }) => `#${name}` !== typed)
    .slice(0, MOST)
    .map(({ name, topic }) => ({ insert: `#${name}`, title: `#${name}`, note: topic }));

const fittingSigns = (typed: string): Suggestion[] =>
  fittingEmoji(typed.slice(1), MOST).map((name) => ({ insert: `:${name}:`, title: `${emojiOf(name)} :${name}:` }));
