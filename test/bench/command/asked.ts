import type { KnownBlock } from '@slack/types';
import { features } from '../../../src/features/index.ts';
import { section } from '../../../src/slack/blocks.ts';
import { escape, lines } from '../../../src/slack/escape.ts';

/** `command`: acknowledged, then answered with help. `click`: in an input that is read later, so that the acknowledgement is all. */
export type Ask = 'command' | 'click';

/** What an app tells whoever started it. */
export type Told = 'listening' | { cpuUs: number };

export const COMMAND = '/customer';
export const CLICKED = 'conversations.when';

/** An answer as long as the product's help, for an app that has it ready. */
export function helpMessage(): { text: string; blocks: KnownBlock[] } {
  const habits = features.flatMap(({ help }) => help?.('en') ?? []);
  const parts = habits.map(({ title, says, words }) =>
    lines(escape(title), escape(says), ...words.map(({ type, does }) => escape(`${type} ${does}`))),
  );
  return { text: 'All this', blocks: parts.map((part) => section(part)) };
}
