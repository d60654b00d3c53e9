import { keepUnknown, showMenu } from '../src/features/drafts/index.ts';
import { help } from './help.ts';
import { log } from './log.ts';
import { me } from './me.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { summary } from './summary.ts';
import { who } from './who.ts';
import type { Word } from './word.ts';

/** Every word people can type, in the order help tells them. */
export const words: readonly Word[] = [log, me, who, search, summary, settings, help];

/**
 * What a command means, whatever an admin has named it: the word behind its last hyphen if that is one of ours, else
 * the first word of the text; else the text is kept and the person says what it is.
 */
export function meaningOf(command: string, text: string): { by: Word['by']; run: Word['run']; text: string } {
  const typed = text.trim();
  const own = wordNamed(command.split('-').at(-1));
  if (own) return { ...own, text: typed };
  const [, first, rest = ''] = /^(\S+)\s*(.*)$/s.exec(typed) ?? [];
  const word = wordNamed(first);
  if (word && !(word.alone && rest)) return { ...word, text: rest };
  return { by: 'member', run: typed ? keepUnknown : showMenu, text: typed };
}

const wordNamed = (typed: string | undefined) =>
  words.find(({ name }) => [name.en, name.nl].includes(typed?.toLowerCase() ?? ''));
