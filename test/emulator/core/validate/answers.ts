import type { Json, JsonObject } from '../shapes.ts';
import { isObject, type Mistake } from './spec.ts';

/** A rule about what an app may answer to a submitted form whose input blocks have these ids. */
export type AnswerRule = {
  name: string;
  says: string;
  doc: string;
  find: (answer: JsonObject, inputs: readonly string[]) => Mistake[];
};

const doc = 'https://docs.slack.dev/surfaces/modals#handling_submissions';
const ACTIONS: readonly unknown[] = ['errors', 'update', 'push', 'clear'];

/** docs.slack.dev/surfaces/modals: what the acknowledgement of a view_submission may hold. */
export const answerRules: AnswerRule[] = [
  {
    name: 'response_action.one_of',
    says: '`response_action`: errors, update, push, clear',
    doc,
    find: ({ response_action: action }) =>
      ACTIONS.includes(action) ? [] : [{ pointer: '/response_action', message: `unknown response_action: ${action}` }],
  },
  {
    name: 'errors.some',
    says: '`errors` names at least one block',
    doc,
    find: ({ response_action: action, errors }) =>
      action !== 'errors' || (isObject(errors) && Object.keys(errors).length > 0)
        ? []
        : [{ pointer: '/errors', message: '`errors` must name at least one block' }],
  },
  {
    name: 'errors.inputs',
    says: 'the keys of `errors` are block_ids of input blocks',
    doc,
    find: ({ response_action: action, errors }, inputs) =>
      Object.keys(action === 'errors' && isObject(errors) ? errors : {})
        .filter((blockId) => !inputs.includes(blockId))
        .map((blockId) => ({
          pointer: `/errors/${blockId}`,
          message: `\`${blockId}\` is no block_id of an input block`,
        })),
  },
  {
    name: 'view.required',
    says: 'a `view` to update or to push',
    doc,
    find: ({ response_action: action, view }) =>
      (action === 'update' || action === 'push') && view === undefined
        ? [{ pointer: '', message: 'missing required field: view' }]
        : [],
  },
];

/** What Slack refuses in the answer to a submit; `inputs` are the block_ids of the form's input blocks. */
export const mistakesInAnswer = (answer: Json, inputs: readonly string[]): Mistake[] =>
  isObject(answer)
    ? answerRules.flatMap(({ find }) => find(answer, inputs))
    : [{ pointer: '', message: 'must provide an object' }];
