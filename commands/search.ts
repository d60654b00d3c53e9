import { openSearch } from '../src/features/search/index.ts';
import type { Word } from './word.ts';

/** `/customer search delivery`: what customers said about it. */
export const search: Word = { name: { en: 'search', nl: 'zoek' }, by: 'member', run: openSearch };
