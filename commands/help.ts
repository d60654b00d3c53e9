import { showHelp } from '../src/features/help/index.ts';
import type { Word } from './word.ts';

/** `/customer help`: what all this is. */
export const help: Word = { name: { en: 'help', nl: 'help' }, by: 'member', run: showHelp };
