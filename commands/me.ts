import { openLogbook } from '../src/features/logbook/index.ts';
import type { Word } from './word.ts';

/** `/customer me`: my habit and my conversations. */
export const me: Word = { name: { en: 'me', nl: 'ik' }, by: 'member', alone: true, run: openLogbook };
