import { type Case, casesOf, inMessage, inModal } from './case.ts';
import { button, divider, html, image, mrkdwn, option, plain, section, words, x } from './make.ts';
import {
  anyText,
  filled,
  flags,
  form,
  list,
  needs,
  notEmpty,
  number,
  oneOf,
  plainText,
  row,
  strings,
  types,
  upTo,
} from './rows.ts';

const blockId = upTo('block_id', 255, 'must be less than 256 characters');
const fields = ['x', 'y'].map(mrkdwn);
const select = { type: 'static_select', options: [option()] };
const overflow = { type: 'overflow', options: [option()] };
const opinion = { text: plain('Good'), value: 'good' };
const feedback = { type: 'feedback_buttons', positive_button: opinion, negative_button: opinion };
const trash = (at = 0) => ({ type: 'icon_button', icon: 'trash', text: plain('Delete'), action_id: `trash ${at}` });
const ten: [number, string] = [10, 'no more than 10 items allowed'];

const header = casesOf('block.header', inMessage, { type: 'header', text: plain('Week 46') }, [
  ...blockId,
  ...needs('text'),
  ...plainText('text', 150, 'must be less than 151 characters'),
  ...number('level', [1, 'must be greater than 0'], [4, 'must be less than 5']),
]);

const sections = casesOf('block.section', inMessage, section(), [
  ...blockId,
  ...anyText('text', 3000, 'must be less than 3001 characters'),
  ...list('fields', () => mrkdwn('x'), ten),
  row(
    'fields[].max',
    { fields: [mrkdwn(x(2000))] },
    { fields: [mrkdwn(x(2001))] },
    '/fields/0 failed to match all allowed schemas',
    '/fields/0/text must be less than 2001 characters',
  ),
  row(
    'fields[].min',
    { fields },
    { fields: [plain('')] },
    '/fields/0 failed to match all allowed schemas',
    '/fields/0/text must be more than 0 characters',
  ),
  row(
    'fields[].kinds',
    { fields: [plain('x'), mrkdwn('x')] },
    { fields: [html] },
    '/fields/0/type unsupported type: html',
  ),
  ...types('accessory', [button(), image, overflow, select], { type: 'plain_text_input' }),
  ...flags('expand'),
  row('some', { text: undefined, fields }, { text: undefined }, ' must define either `text` or `fields`'),
]);

const context = casesOf('block.context', inMessage, { type: 'context', elements: [mrkdwn('x')] }, [
  ...blockId,
  ...needs('elements'),
  ...list('elements', () => mrkdwn('x'), ten),
  ...types('elements[]', [image, plain('x'), mrkdwn('x')], button()),
]);

const actions = casesOf('block.actions', inMessage, { type: 'actions', elements: [button()] }, [
  ...blockId,
  ...needs('elements'),
  ...list('elements', button, [25, 'no more than 25 items allowed']),
  ...types('elements[]', [button(), overflow, select], image),
]);

const contextActions = casesOf('block.context_actions', inMessage, { type: 'context_actions', elements: [feedback] }, [
  ...blockId,
  ...needs('elements'),
  ...list('elements', trash, [5, 'no more than 5 items allowed']),
  ...types('elements[]', [feedback, trash()], button()),
]);

const typing = { type: 'plain_text_input', action_id: 'note' };

const inputs = casesOf('block.input', inModal, { type: 'input', label: plain('Note'), element: typing }, [
  ...blockId,
  ...needs('label', 'element'),
  ...plainText('label', 2000, 'must be less than 2001 characters'),
  ...plainText('hint', 2000, 'must be less than 2001 characters'),
  ...types('element', [typing, select], button()),
  ...flags('optional', 'dispatch_action'),
  row(
    'files_do_not_dispatch',
    { element: { type: 'file_input' }, dispatch_action: false },
    { element: { type: 'file_input' }, dispatch_action: true },
    '/element/type unsupported type: file_input',
  ),
]);

const alert = casesOf('block.alert', inModal, { type: 'alert', text: plain('Careful') }, [
  ...blockId,
  ...needs('text'),
  ...anyText('text', 200, 'must be less than 201 characters'),
  ...oneOf('level', 'default', 'info', 'warning', 'error', 'success'),
]);

const markdown = casesOf('block.markdown', inMessage, { type: 'markdown', text: '# Tea' }, [
  ...blockId,
  ...needs('text'),
  ...filled('text', 12_000, 'must be less than 12001 characters'),
]);

const richText = casesOf('block.rich_text', inMessage, { type: 'rich_text', elements: [words('Tea')] }, [
  ...blockId,
  ...needs('elements'),
  row('elements.list', { elements: [] }, { elements: 'Tea' }, '/elements must provide an array'),
  ...types(
    'elements[]',
    ['section', 'quote', 'preformatted'].map((kind) => ({ ...words('x'), type: `rich_text_${kind}` })),
  ),
]);

const images = casesOf('block.image', inMessage, image, [
  ...blockId,
  ...needs('alt_text'),
  ...filled('image_url', 3000, 'must be less than 3001 characters'),
  ...filled('alt_text', 2000, 'must be less than 2001 characters'),
  ...plainText('title', 2000, 'must be less than 2001 characters'),
  row(
    'slack_file.object',
    { image_url: undefined, slack_file: { id: 'F0TEA' } },
    { image_url: undefined, slack_file: 'F0TEA' },
    '/slack_file must provide an object',
  ),
  row(
    'image_url_xor_slack_file',
    { image_url: undefined, slack_file: { url: 'https://example.com/tea.png' } },
    { slack_file: { id: 'F0TEA' } },
    ' may only define one of `image_url` or `slack_file`',
  ),
  row('image_url_xor_slack_file', {}, { image_url: undefined }, ' must define either `image_url` or `slack_file`'),
]);

const file = casesOf('block.file', inMessage, { type: 'file', source: 'remote', external_id: 'tea-list' }, [
  ...blockId,
  ...needs('source', 'external_id'),
  ...oneOf('source', 'remote'),
  ...filled('external_id', 255, 'must be less than 256 characters'),
]);

const aVideo = {
  type: 'video',
  alt_text: 'How we pour',
  title: plain('Pouring'),
  thumbnail_url: 'https://example.com/pouring.png',
  video_url: 'https://example.com/pouring',
};
const secure = 'failed to match pattern: ^https:\\/\\/';
const address = (length: number) => `https://${x(length - 8)}`;
const long = (field: string) =>
  row(
    `${field}.max`,
    { [field]: address(3000) },
    { [field]: address(3001) },
    `/${field} must be less than 3001 characters`,
  );

const video = casesOf('block.video', inMessage, aVideo, [
  ...blockId,
  ...needs('alt_text', 'title', 'thumbnail_url', 'video_url'),
  ...filled('alt_text', 2000, 'must be less than 2001 characters'),
  ...plainText('title', 200, 'must be less than 201 characters'),
  ...form('title_url', 'https://example.com', 'http://example.com', secure),
  ...form('video_url', 'https://example.com', 'http://example.com', secure),
  ...['title_url', 'video_url', 'thumbnail_url', 'provider_icon_url'].map(long),
  ...notEmpty('thumbnail_url', 'provider_icon_url'),
  ...upTo('author_name', 50, 'must be less than 51 characters'),
  ...strings('provider_name'),
  ...plainText('description', 200, 'must be less than 201 characters'),
]);

/** The blocks of everyday messages, forms and pages. */
export const blocks: Case[] = [
  ...casesOf('block.divider', inMessage, divider, blockId),
  ...[...header, ...sections, ...context, ...actions, ...contextActions, ...inputs, ...alert],
  ...[...markdown, ...richText, ...images, ...file, ...video],
];
