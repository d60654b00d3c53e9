import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { mrkdwn, option, plain } from './tea-gallery/pieces.ts';

/** What is poured. */
export const TEAS = ['Green tea', 'Black tea', 'Mint tea'];

/** A form with an input of every kind that people meet most. */
export const orderForm: ModalView = {
  type: 'modal',
  callback_id: 'order',
  title: plain('Your tea'),
  submit: plain('Order'),
  close: plain('No tea'),
  blocks: [
    {
      type: 'input',
      block_id: 'kind',
      label: plain('Which tea?'),
      hint: plain('Type a letter to search.'),
      element: { type: 'external_select', action_id: 'kind', min_query_length: 1 },
    },
    {
      type: 'input',
      block_id: 'milk',
      label: plain('Milk?'),
      element: { type: 'radio_buttons', action_id: 'milk', options: [option('With'), option('Without')] },
    },
    {
      type: 'input',
      block_id: 'day',
      label: plain('Which day?'),
      element: { type: 'datepicker', action_id: 'day', initial_date: '2026-11-20' },
    },
    {
      type: 'input',
      block_id: 'guests',
      label: plain('With whom?'),
      optional: true,
      element: { type: 'multi_users_select', action_id: 'guests' },
    },
    {
      type: 'input',
      block_id: 'extras',
      label: plain('Anything with it?'),
      optional: true,
      element: { type: 'checkboxes', action_id: 'extras', options: [option('Biscuit'), option('Lemon')] },
    },
    {
      type: 'input',
      block_id: 'note',
      label: plain('Anything else?'),
      element: { type: 'plain_text_input', action_id: 'note', multiline: true, max_length: 40 },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'button', action_id: 'why', text: plain('Why so many questions?') }],
    },
  ],
};

/** What is pushed over the form. */
export const why: ModalView = {
  type: 'modal',
  title: plain('Why'),
  blocks: [{ type: 'section', text: mrkdwn('Tea is _personal_.') }],
};

/** The menu: words of every kind, and an element of every kind that a message can hold. */
export const menu: KnownBlock[] = [
  { type: 'header', text: plain('Today :tea:') },
  { type: 'section', text: mrkdwn('*Warm* and _quiet_, by <@U0TOM>, in <#C0SHELF>\n> "It smells of rain."') },
  { type: 'section', fields: [mrkdwn('*Cups*\n12'), mrkdwn('*Pots*\n3')] },
  {
    type: 'section',
    text: mrkdwn('Served <!date^1795183200^{date_long} {time}|at four>'),
    accessory: { type: 'static_select', action_id: 'pick', placeholder: plain('A tea'), options: TEAS.map(option) },
  },
  { type: 'divider' },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'order', text: plain('Order'), style: 'primary' },
      {
        type: 'button',
        action_id: 'tip-over',
        text: plain('Tip it over'),
        style: 'danger',
        confirm: { title: plain('Really?'), text: mrkdwn('*All* of it?'), confirm: plain('Tip'), deny: plain('Keep') },
      },
      { type: 'overflow', action_id: 'later', options: [option('Later today'), option('Tomorrow')] },
    ],
  },
  { type: 'context', elements: [mrkdwn('_Nobody counts your cups._')] },
];

/** A chart, which the SDK's types don't know yet. */
export const chart = {
  type: 'data_visualization',
  title: 'Cups a day',
  chart: {
    type: 'bar',
    series: [{ name: 'Cups', data: [point('Mon', 8), point('Tue', 12), point('Wed', 5)] }],
    axis_config: { categories: ['Mon', 'Tue', 'Wed'], y_label: 'cups' },
  },
};

function point(label: string, value: number) {
  return { label, value };
}

export const home: HomeView = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('Your week in tea') },
    {
      type: 'section',
      text: mrkdwn('You had *12 cups*.'),
      accessory: { type: 'button', action_id: 'order', text: plain('Order more') },
    },
  ],
};
