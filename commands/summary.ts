import { showSummary } from '../src/features/summaries/index.ts';
import type { Word } from './word.ts';

/** `/customer summary`: the last closed week, for leaders. */
export const summary: Word = { name: { en: 'summary', nl: 'overzicht' }, by: 'leader', run: showSummary };
