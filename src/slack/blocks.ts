import type {
  ActionsBlock,
  ActionsBlockElement,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';
import { lines, type Mrkdwn, quote } from './escape.ts';

/** Slack's limits that our builders keep (docs.slack.dev/reference/block-kit), in code points. */
export const MAX = {
  section: 3000,
  context: 2000,
  header: 150,
  button: 75,
  buttonValue: 2000,
  option: 75,
  optionDescription: 75,
  label: 2000,
  placeholder: 150,
  modalTitle: 24,
  input: 3000,
  options: 100,
  blocks: 50,
  modalBlocks: 100,
} as const;

/**
 * A line chart as Slack draws it (docs.slack.dev/reference/block-kit/blocks/data-visualization-block). The SDK's types
 * don't know it yet. At most 20 categories of 20 characters; every series has one point per category.
 */
export type ChartBlock = {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'line' | 'bar' | 'area';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; x_label?: string; y_label?: string };
  };
};

export type AnyBlock = KnownBlock | ChartBlock;

/** Cuts at a limit without breaking a character in two; an ellipsis says that something is missing. */
export function cut(text: string, limit: number): string {
  const points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`;
}

/** Cuts mrkdwn and leaves no half escape (`&am`) at its end. */
const cutMrkdwn = (text: Mrkdwn, limit: number) =>
  [...text].length <= limit ? text : cut(text, limit).replace(/&[a-z]{0,3}…$/, '…');

/** Bytes of `text` beside blocks: to change a message to more is refused (docs.slack.dev/reference/methods/chat.update). */
const MOST_BESIDE_BLOCKS = 4000;
const ELLIPSIS_BYTES = 3;

/** What notifications and screen readers say where blocks are shown; cut without a broken character, escape or mention. */
export function besideBlocks(text: Mrkdwn): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MOST_BESIDE_BLOCKS) return text;
  const whole = bytes
    .subarray(0, MOST_BESIDE_BLOCKS - ELLIPSIS_BYTES)
    .toString()
    .replace(/\uFFFD+$/, '');
  return `${whole.replace(/(&[a-z]{0,3}|<[^<>]*)$/, '')}…`;
}

export const plain = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, limit),
  emoji: true,
});

const mrkdwn = (text: Mrkdwn, limit: number) => ({
  type: 'mrkdwn' as const,
  text: cutMrkdwn(text, limit),
  verbatim: true,
});

export const section = (text: Mrkdwn, accessory?: SectionBlockAccessory): SectionBlock => ({
  type: 'section',
  text: mrkdwn(text, MAX.section),
  ...(accessory && { accessory }),
});

/**
 * What a message's blocks hold together is 13,200 characters (github.com/slackapi/bolt-js/issues/2509), and escaped words
 * can be five times as long as they were typed. A quotation may take this much of it.
 */
const MOST_QUOTED = 12_000;

/** Somebody's words below a line of ours, as far as a message holds them: what one section doesn't goes on in the next. */
export const quoted = (above: Mrkdwn | undefined, words: string): SectionBlock[] => inSections(above, fitting(words));

function fitting(words: string): string {
  const points = [...words].length;
  const sent = quote(words).length;
  return sent <= MOST_QUOTED ? words : fitting(cut(words, Math.floor((points * MOST_QUOTED) / sent)));
}

function inSections(above: Mrkdwn | undefined, words: string): SectionBlock[] {
  const whole = lines(above, quote(words));
  const points = [...words];
  if ([...whole].length <= MAX.section || points.length < 2) return [section(whole)];
  const half = Math.ceil(points.length / 2);
  const space = points.lastIndexOf(' ', half);
  const at = space > 0 ? space : half;
  const rest = points.slice(at).join('').trimStart();
  return [...inSections(above, points.slice(0, at).join('')), ...inSections(undefined, rest)];
}

export const context = (...texts: Mrkdwn[]): ContextBlock => ({
  type: 'context',
  elements: texts.map((text) => mrkdwn(text, MAX.context)),
});

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, MAX.header) });

export const divider = (): DividerBlock => ({ type: 'divider' });

/** A row of buttons and menus. Slack allows 25; more is our mistake. */
export const actions = (...elements: ActionsBlockElement[]): ActionsBlock => ({ type: 'actions', elements });

/** "Are you sure?" before a click counts. */
export const confirmation = (title: string, text: string, confirm: string, deny: string): ConfirmationDialog => ({
  title: plain(title, 100),
  text: plain(text, 300),
  confirm: plain(confirm, 30),
  deny: plain(deny, 30),
});

export const option = (label: string, value: string, description?: string): PlainTextOption => ({
  text: plain(label, MAX.option),
  value,
  ...(description && { description: plain(description, MAX.optionDescription) }),
});

type Field = {
  id: string;
  label: string;
  element: InputBlock['element'];
  hint?: string;
  optional?: boolean;
  /** A choice is told at once, not only when the form is saved. */
  tells?: boolean;
};

/** One question of a form. Its `id` is the block_id under which the answer and an error come back. */
export const input = ({ id, label, element, hint, optional = false, tells = false }: Field): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label, MAX.label),
  element,
  optional,
  ...(tells && { dispatch_action: true }),
  ...(hint && { hint: plain(hint, MAX.label) }),
});

/** A user as a name that Slack draws and links; used only where that person chose to be named, or reads it alone. */
export const mention = (userId: string): Mrkdwn => `<@${userId.replace(/[^A-Z0-9]/g, '')}>` as Mrkdwn;
export const channelLink = (channelId: string): Mrkdwn => `<#${channelId.replace(/[^A-Z0-9]/g, '')}>` as Mrkdwn;
