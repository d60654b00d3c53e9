import { buttons, smallButtons } from './buttons.ts';
import { framedBlocks } from './cards.ts';
import { multiSelects, pickers, selects } from './choices.ts';
import { figures } from './data.ts';
import { emptyInputs, fileInput, typedInputs } from './inputs.ts';
import { mrkdwn, plain, unasked } from './pieces.ts';
import { filesOfSlack, words } from './words.ts';

type Element = Parameters<typeof unasked>[0];

const alert = { type: 'alert', text: mrkdwn('The _kettle_ is hot.', true), level: 'warning' };

const choices: Element[] = [...selects, ...multiSelects, ...pickers];

const asked = (element: Element) => ({
  type: 'input',
  block_id: `ask-${element.action_id}`,
  label: plain(element.action_id),
  optional: true,
  element,
});

const offered = (element: Element) => ({
  type: 'actions',
  block_id: `offer-${element.action_id}`,
  elements: [element],
});

const beside = {
  type: 'section',
  block_id: 'beside',
  text: plain('With something beside it'),
  accessory: { type: 'button', action_id: 'beside', text: plain('Pour') },
};

/** Every block, with all it can have: for what draws them one by one. */
export const everyBlock = [
  ...words,
  ...filesOfSlack,
  ...figures.flat(),
  ...framedBlocks,
  smallButtons,
  alert,
  beside,
  ...buttons.map(offered),
  ...choices.map(offered),
  ...choices.map(asked),
  ...typedInputs,
  ...emptyInputs,
  fileInput,
];

const quietChoices = choices.map(unasked);
/** Where the form begins. */
const first = (element: Element) => (element.type === 'users_select' ? { ...element, focus_on_load: true } : element);

/** All that a message can hold, in as many messages as Slack's limits ask for. */
export const everyMessage = [
  words,
  ...figures,
  framedBlocks,
  [...buttons.map(unasked).map(offered), smallButtons, beside],
  quietChoices.map(offered),
];

/** Shows the form once more: with the ids it has, or as another one. */
const again = {
  type: 'actions',
  block_id: 'again',
  elements: [
    { type: 'button', action_id: 'again', text: plain('Show it again') },
    { type: 'button', action_id: 'anew', text: plain('Ask anew') },
  ],
};

/** All that a modal can hold. */
export const everyModal = {
  type: 'modal' as const,
  callback_id: 'everything',
  title: plain('Everything'),
  submit: plain('Send'),
  blocks: [alert, again, ...quietChoices.map(first).map(asked), ...typedInputs, ...emptyInputs, fileInput],
};

const ONLY_IN_MESSAGES = new Set(['markdown', 'plan', 'task_card', 'container', 'file', 'data_visualization']);

const ON_HOME = new Set(['plain_text_input', 'rich_text_input']);

/** All that Home can hold. */
export const everyHome = {
  type: 'home' as const,
  blocks: [
    ...words,
    ...figures.flat(),
    ...framedBlocks,
    beside,
    ...buttons.slice(0, 1).map(unasked).map(offered),
    ...quietChoices.filter(({ type }) => type !== 'datetimepicker').map(offered),
    ...emptyInputs.filter(({ element }) => ON_HOME.has(element.type)),
  ].filter(({ type }) => !ONLY_IN_MESSAGES.has(type)),
};
