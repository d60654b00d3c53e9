import type { JsonObject } from '../core/shapes.ts';
import { type Case, casesOf, type Place } from './case.ts';
import { button, divider, home, message, modal, plain, section } from './make.ts';
import { atMost, flags, form, list, needs, plainText, type Row, row, upTo } from './rows.ts';

const asMessage: Place = { at: '', around: (whole) => ({ message: whole }) };
const asView: Place = { at: '', around: (view) => ({ view }) };
const hundred: [number, string] = [100, 'no more than 100 items allowed'];
const ids: Row[] = [
  ...upTo('private_metadata', 3000, 'must be less than 3001 characters'),
  ...upTo('callback_id', 255, 'must be less than 256 characters'),
  ...upTo('external_id', 255, 'must be less than 256 characters'),
];
const types: Row = row('blocks[].types', {}, { blocks: [button()] }, '/blocks/0/type unsupported type: button');
const note = { type: 'input', label: plain('Note'), element: { type: 'plain_text_input' } };

const messages = casesOf('payload.message', asMessage, message(section()), [
  atMost('blocks', () => divider, 50, 'no more than 50 items allowed'),
  row('blocks[].types', { blocks: [] }, { blocks: [{ type: 'poem' }] }, '/blocks/0/type unsupported type: poem'),
  atMost('attachments', () => ({ text: 'Tea' }), ...hundred),
  row(
    'attachments[].object',
    { attachments: [{ fallback: 'Tea', color: '#43b02a', a_field_of_long_ago: 1 }] },
    { attachments: ['Tea'] },
    '/attachments/0 must provide an object',
  ),
]);

const inAttachment = { at: '/attachments/0', around: (each: JsonObject) => ({ message: { attachments: [each] } }) };

const attachments = casesOf('object.attachment', inAttachment, {}, [
  atMost('blocks', () => divider, 50, 'no more than 50 items allowed'),
  row('blocks[].types', { blocks: [] }, { blocks: [{ type: 'poem' }] }, '/blocks/0/type unsupported type: poem'),
]);

const modals = casesOf('payload.modal', asView, modal(section()), [
  ...needs('title', 'blocks'),
  ...plainText('title', 24, 'must be less than 25 characters'),
  ...plainText('submit', 24, 'must be less than 25 characters'),
  ...plainText('close', 24, 'must be less than 25 characters'),
  ...flags('clear_on_close', 'notify_on_close', 'submit_disabled'),
  ...form('app_id', 'A0TEA', 'tea', 'failed to match pattern: ^A[A-Z0-9]+$'),
  ...ids,
  ...list('blocks', () => divider, hundred),
  types,
  row(
    'submit_for_inputs',
    { blocks: [section(), note] },
    { submit: undefined, blocks: [section(), note] },
    '/blocks/1/input must define `submit` to use an `input` block in modals',
  ),
  row(
    'submit_for_inputs',
    { submit: undefined },
    { submit: undefined, blocks: [note] },
    '/blocks/0/input must define `submit` to use an `input` block in modals',
  ),
]);

const homes = casesOf('payload.home', asView, home(section()), [
  ...needs('blocks'),
  ...ids,
  ...list('blocks', () => divider, hundred),
  types,
]);

/** Whole messages, modals and Home tabs. */
export const payloads: Case[] = [...messages, ...attachments, ...modals, ...homes];
