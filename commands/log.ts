import { openLogTyped } from '../src/features/conversations/index.ts';
import type { Word } from './word.ts';

/** `/customer log they order on Thursdays`: the form, with the text filled in. */
export const log: Word = { name: { en: 'log', nl: 'gesprek' }, by: 'member', run: openLogTyped };
