import type { AlertBlock } from '@slack/types';
import { Text } from '../text/text.tsx';
import { Unknown } from './unknown.tsx';

/** What each level of an alert looks like, and what it is called by those who can't see it. */
const LEVELS: Readonly<Record<string, { sign: string; spoken: string }>> = {
  default: { sign: '📣', spoken: 'Notice' },
  info: { sign: 'ℹ️', spoken: 'Information' },
  warning: { sign: '⚠️', spoken: 'Warning' },
  error: { sign: '⛔', spoken: 'Error' },
  success: { sign: '✅', spoken: 'Success' },
};

/** Something to know before going on (docs.slack.dev/reference/block-kit/blocks/alert-block). */
export function Alert({ block: { text, level = 'default' } }: { block: AlertBlock }) {
  const look = LEVELS[level];
  if (!look) return <Unknown kind="value of level" type={level} />;
  return (
    <div class="alert" data-level={level} role="note" aria-label={look.spoken}>
      <span aria-hidden="true">{look.sign}</span>
      <Text of={text} />
    </div>
  );
}
