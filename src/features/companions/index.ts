import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { answerWith, companionsHome } from './handlers.ts';
import { noButton, yesButton } from './views.ts';

export { companionsIn } from './handlers.ts';
export { MOST_COMPANIONS } from './rules.ts';
export { companionStore, type Joint } from './store.ts';
export { companionsInput, jointBlocks } from './views.ts';

/** Who else was there: colleagues whom an author names confirm it, and the conversation counts for each of them. */
export const companions: Feature = {
  name: 'companions',
  actions: [on(yesButton, answerWith('yes')), on(noButton, answerWith('no'))],
  home: companionsHome,
  personal: [
    { table: 'companions', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'companions', column: 'answer', holds: 'their choice', export: true, erase: 'row', keepMonths: 24 },
  ],
};
