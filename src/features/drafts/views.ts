import type { Button } from '@slack/types';
import { z } from 'zod';
import type { Message } from '../../delivery/outbox.ts';
import { action } from '../../slack/action.ts';
import { actions, section } from '../../slack/blocks.ts';
import { lines, type Mrkdwn, quote } from '../../slack/escape.ts';
import { typedText } from './typed.ts';

/** What a text can be that no habit takes yet. */
export const notYet = action(
  'drafts.not-yet',
  z.object({ what: z.enum(['complaint', 'question', 'decision']), from: typedText }),
);

/** "What is it?" with a button for everything it can be; the text, where it isn't in sight already. */
export function menuMessage(buttons: Button[], says: Mrkdwn, shown = ''): Message {
  const text = shown ? lines(says, quote(shown)) : says;
  return { text: says, blocks: [section(text), ...(buttons.length > 0 ? [actions(...buttons)] : [])] };
}
