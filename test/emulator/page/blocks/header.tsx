import type { HeaderBlock } from '@slack/types';
import { Label } from '../text/text.tsx';
import { Unknown } from './unknown.tsx';

/** Level 1 to 4 of a header, as the page's own headings end above them. The SDK's types don't know levels yet. */
const TAGS = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const;

/** Slack's own size of a header that doesn't say. */
const LEVEL = 1;

/** A line in large letters (docs.slack.dev/reference/block-kit/blocks/header-block). */
export function Header({ block: { text, level = LEVEL } }: { block: HeaderBlock & { level?: number } }) {
  const Tag = TAGS[level as keyof typeof TAGS];
  if (!Tag) return <Unknown kind="value of level" type={String(level)} />;
  return (
    <Tag class={`block-header level-${level}`}>
      <Label text={text} />
    </Tag>
  );
}
