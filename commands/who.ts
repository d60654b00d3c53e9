import { openWho } from '../src/features/pages/index.ts';
import type { Word } from './word.ts';

/** `/customer who bakkerij zuid`: what we know of a customer; without a name, three ideas. */
export const who: Word = { name: { en: 'who', nl: 'wie' }, by: 'member', run: openWho };
