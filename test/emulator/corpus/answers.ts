import type { JsonObject } from '../core/shapes.ts';
import { accepted, type Case, refused } from './case.ts';
import { modal, section } from './make.ts';

const inputs = ['note', 'whom'];
const view = modal(section());

const pair = (rule: string, inside: JsonObject, outside: JsonObject, ...said: string[]): Case[] => [
  accepted(`answer.${rule}`, { answer: inside, inputs }),
  refused(`answer.${rule}`, { answer: outside, inputs }, ...said),
];

const errors = (blocks: JsonObject): JsonObject => ({ response_action: 'errors', errors: blocks });

/** What an app may answer to a submitted form. */
export const answers: Case[] = [
  ...pair(
    'response_action.one_of',
    { response_action: 'clear' },
    { response_action: 'close' },
    '/response_action unknown response_action: close',
  ),
  ...pair('errors.some', errors({ note: 'Say more.' }), errors({}), '/errors `errors` must name at least one block'),
  ...pair(
    'errors.some',
    errors({ whom: 'Whom?' }),
    { response_action: 'errors' },
    '/errors `errors` must name at least one block',
  ),
  ...pair(
    'errors.inputs',
    errors({ note: 'Say more.', whom: 'Whom?' }),
    errors({ note: 'Say more.', title: 'Too long.' }),
    '/errors/title `title` is no block_id of an input block',
  ),
  ...['update', 'push'].flatMap((response_action) =>
    pair('view.required', { response_action, view }, { response_action }, ' missing required field: view'),
  ),
];
