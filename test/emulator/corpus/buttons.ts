import { type Case, casesOf, inActions, inMessage, within } from './case.ts';
import { confirm, image, many, plain } from './make.ts';
import { atMost, filled, flags, needs, objects, oneOf, plainText, type Row, row, upTo } from './rows.ts';

/** What everything has that a person can use. */
export const actionId: Row[] = filled('action_id', 255, 'must be less than 256 characters');
export const asking: Row[] = objects('confirm', confirm);

const label: Row[] = [
  ...needs('text'),
  ...plainText('text', 75, 'must be less than 76 characters'),
  ...upTo('accessibility_label', 75, 'must be less than 76 characters'),
];
const value = upTo('value', 2000, 'must be less than 2001 characters');
const style = oneOf('style', 'primary', 'danger');
const workflow = { trigger: { url: 'https://example.com/start' } };

const inContextActions = within(inMessage, '/elements/0', (each) => ({ type: 'context_actions', elements: [each] }));
const inContext = within(inMessage, '/elements/0', (each) => ({ type: 'context', elements: [each] }));

const button = casesOf('element.button', inActions, { type: 'button', text: plain('Go') }, [
  ...actionId,
  ...asking,
  ...label,
  ...value,
  ...filled('url', 3000, 'must be less than 3001 characters'),
  ...style,
]);

const workflowButton = casesOf(
  'element.workflow_button',
  inActions,
  { type: 'workflow_button', text: plain('Start'), workflow },
  [...actionId, ...asking, ...label, ...needs('workflow'), ...objects('workflow', workflow), ...style],
);

const iconButton = casesOf(
  'element.icon_button',
  inContextActions,
  { type: 'icon_button', icon: 'trash', text: plain('Delete') },
  [
    ...actionId,
    ...asking,
    ...label,
    ...needs('icon'),
    ...oneOf('icon', 'trash'),
    ...value,
    atMost('visible_to_user_ids', (at) => `U0GUEST${at}`, 10, 'no more than 10 items allowed'),
    row(
      'visible_to_user_ids[].pattern',
      { visible_to_user_ids: ['U0ANNA', 'W0BEN'] },
      { visible_to_user_ids: ['anna'] },
      '/visible_to_user_ids/0 failed to match pattern: ^[UW][A-Z0-9]+$',
    ),
  ],
);

const good = { text: plain('Good'), value: 'good' };
const feedback = { type: 'feedback_buttons', positive_button: good, negative_button: good };

const feedbackButtons = casesOf('element.feedback_buttons', inContextActions, feedback, [
  ...actionId,
  ...needs('positive_button', 'negative_button'),
  ...objects('positive_button', good),
  ...objects('negative_button', good),
]);

const opinion = casesOf(
  'object.feedback button',
  within(inContextActions, '/positive_button', (each) => ({ ...feedback, positive_button: each })),
  good,
  [...label, ...needs('value'), ...value],
);

const options = many(6, (at) => ({ text: plain(`Option ${at}`), value: `${at}` }));

const overflow = casesOf('element.overflow', inActions, { type: 'overflow', options: options.slice(1) }, [
  ...actionId,
  ...asking,
  ...needs('options'),
  row('options.max', {}, { options }, '/options no more than 5 items allowed'),
  row('options.min', { options: options.slice(5) }, { options: [] }, '/options must provide at least 1 items'),
  row('options[].object', {}, { options: ['x'] }, '/options/0 must provide an object'),
]);

const text: Row[] = [...needs('text'), ...filled('text', 2000, 'must be less than 2001 characters')];
const words = [
  ...casesOf('element.plain_text', inContext, plain('x'), [...text, ...flags('emoji')]),
  ...casesOf('element.mrkdwn', inContext, { type: 'mrkdwn', text: 'x' }, [...text, ...flags('verbatim')]),
];

const images = casesOf('element.image', inContext, image, [
  ...needs('alt_text'),
  ...filled('image_url', 3000, 'must be less than 3001 characters'),
  ...filled('alt_text', 2000, 'must be less than 2001 characters'),
  row(
    'slack_file.object',
    { image_url: undefined, slack_file: { id: 'F0TEA' } },
    { image_url: undefined, slack_file: 'F0TEA' },
    '/slack_file must provide an object',
  ),
  row('image_url_xor_slack_file', {}, { image_url: undefined }, ' must define either `image_url` or `slack_file`'),
  row(
    'image_url_xor_slack_file',
    { image_url: undefined, slack_file: { id: 'F0TEA' } },
    { slack_file: { id: 'F0TEA' } },
    ' may only define one of `image_url` or `slack_file`',
  ),
]);

/** What is pressed, and what stands among it. */
export const buttons: Case[] = [
  ...[...button, ...workflowButton, ...iconButton, ...feedbackButtons, ...opinion, ...overflow, ...words, ...images],
];
