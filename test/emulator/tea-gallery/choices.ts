import { TEAS } from '../tea-views.ts';
import { confirm, fullOption, mrkdwn, option, plain } from './pieces.ts';

const placeholder = (text: string) => plain(`${text} :tea:`, true);
const [green, black, mint] = [fullOption('Green tea'), fullOption('Black tea'), fullOption('Mint tea')] as const;
const formatted = (text: string) => ({
  text: mrkdwn(`*${text}* https://example.com`, true),
  value: text.toLowerCase(),
  description: mrkdwn(`_${text}_, poured slowly`, false),
});
const groups = [
  { label: plain('Light :sunny:', true), options: [green, mint] },
  { label: plain('Dark'), options: [black] },
];
const filter = {
  include: ['public', 'private', 'im', 'mpim'],
  exclude_external_shared_channels: true,
  exclude_bot_users: true,
};

/** One of several, from wherever the choices come. */
export const selects = [
  { type: 'static_select', options: [green, black, mint], initial_option: green },
  { type: 'static_select', option_groups: groups },
  { type: 'external_select', min_query_length: 2, initial_option: green },
  { type: 'users_select', initial_user: 'U0TOM' },
  { type: 'channels_select', initial_channel: 'C0SHELF' },
  { type: 'conversations_select', initial_conversation: 'C0SHELF', filter },
  { type: 'conversations_select', default_to_current_conversation: true },
].map((element, nth) => ({
  ...element,
  action_id: `${element.type}-${nth}`,
  focus_on_load: false,
  placeholder: placeholder(`${element.type}-${nth}`),
  confirm: confirm(),
}));

/** Any of several. */
export const multiSelects = [
  { type: 'multi_static_select', options: [green, black, mint], initial_options: [green, mint] },
  { type: 'multi_static_select', option_groups: groups, initial_options: [green, mint] },
  { type: 'multi_external_select', min_query_length: 2, initial_options: [green, mint] },
  { type: 'multi_external_select', min_query_length: 1 },
  { type: 'multi_users_select', initial_users: ['U0TOM', 'U0MIA'] },
  { type: 'multi_channels_select', initial_channels: ['C0SHELF', 'C0ATTIC'] },
  { type: 'multi_conversations_select', initial_conversations: ['C0SHELF', 'C0ATTIC'], filter },
  { type: 'multi_conversations_select', default_to_current_conversation: true },
].map((element, nth) => ({
  ...element,
  action_id: `${element.type}-${nth}`,
  focus_on_load: false,
  placeholder: placeholder(`${element.type}-${nth}`),
  confirm: confirm(),
  max_selected_items: 2,
}));

/** Everything else that is chosen and not typed. */
export const pickers = [
  {
    type: 'radio_buttons',
    options: TEAS.map(formatted),
    initial_option: formatted('Black tea'),
    confirm: confirm('primary'),
  },
  {
    type: 'checkboxes',
    options: [...TEAS.map(formatted), option('None')],
    initial_options: [formatted('Mint tea')],
    confirm: confirm(),
  },
  { type: 'datepicker', initial_date: '2026-11-23', placeholder: placeholder('datepicker'), confirm: confirm() },
  {
    type: 'timepicker',
    initial_time: '15:30',
    timezone: 'Asia/Kolkata',
    placeholder: placeholder('timepicker'),
    confirm: confirm(),
  },
  { type: 'datetimepicker', initial_date_time: 1_795_183_200, confirm: confirm() },
].map((element) => ({ ...element, action_id: element.type, focus_on_load: false }));
