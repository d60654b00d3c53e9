import { useMemo, useState } from 'preact/hooks';
import type { PageCommand } from '../contract.ts';
import { useReading } from '../text/reading.ts';
import { type Suggestion, suggestingFor } from './suggesting.ts';

type Field = { text: string; caret: number };

/** These are taken by Enter at once; before a command or a word somebody may just want to send what stands there. */
const EAGER: readonly string[] = ['People', 'Channels', 'Emoji'];

/** What fits while somebody types: the arrow keys walk through it, Tab or Enter takes it, Esc leaves it. */
export function useSuggesting(
  commands: readonly PageCommand[],
  { text, caret }: Field,
  put: (words: string, caret: number) => void,
) {
  const { people, conversations } = useReading();
  const [stand, setStand] = useState<{ text: string; active: number | undefined; left: boolean } | undefined>();
  const before = text.slice(0, caret);
  const found = useMemo(
    () => suggestingFor(before, { commands, people, conversations }),
    [before, commands, people, conversations],
  );
  const now = stand?.text === before ? stand : undefined;
  const suggesting = now?.left ? undefined : found;
  const active = now?.active ?? (suggesting && EAGER.includes(suggesting.kind) ? 0 : undefined);

  const choose = ({ insert }: Suggestion) => {
    if (!suggesting) return;
    const words = `${text.slice(0, suggesting.from)}${insert} `;
    put(words + text.slice(caret).replace(/^ /, ''), words.length);
  };
  /** Answers whether the key was one for the list. */
  const onKey = (key: string): boolean => {
    if (!suggesting) return false;
    const { suggestions } = suggesting;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) {
      const from = active ?? (step === 1 ? -1 : 0);
      setStand({ text: before, active: (from + step + suggestions.length) % suggestions.length, left: false });
    } else if (key === 'Escape') setStand({ text: before, active: undefined, left: true });
    else if (key === 'Tab' || (key === 'Enter' && takesEnter(suggestions)))
      choose(suggestions[active ?? 0] ?? { insert: before, title: '' });
    else return false;
    return true;
  };
  const takesEnter = (suggestions: readonly Suggestion[]) =>
    active !== undefined || (suggesting?.kind === 'Commands' && !suggestions.some(({ insert }) => insert === text));
  return { suggesting, active, choose, onKey };
}
