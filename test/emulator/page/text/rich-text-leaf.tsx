import type { RichTextElement, RichTextEmoji, RichTextLink, RichTextStyleable } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { Unknown } from '../blocks/unknown.tsx';
import { ImageElement } from '../elements/image-element.tsx';
import { emojiOf, signOf } from './emoji.ts';
import { ChannelMention, DateMention, Emoji, GroupMention, UserMention } from './inline.tsx';

/** The pieces of one line of rich text, each in its own style. */
export const Leaves = ({ of }: { of: readonly RichTextElement[] }) =>
  of.map((leaf) => (
    <Styled style={leaf.style}>
      <Leaf leaf={leaf} />
    </Styled>
  ));

function Leaf({ leaf }: { leaf: RichTextElement }) {
  switch (leaf.type) {
    case 'text':
      return leaf.text;
    case 'link':
      return <Link {...leaf} />;
    case 'emoji':
      return <AnyEmoji emoji={leaf} />;
    case 'user':
      return <UserMention id={leaf.user_id} />;
    case 'channel':
      return <ChannelMention id={leaf.channel_id} />;
    case 'usergroup':
      return <GroupMention id={leaf.usergroup_id} />;
    case 'team':
      return <span class="mention">@{leaf.team_id}</span>;
    case 'broadcast':
      return <span class="mention loud">@{leaf.range}</span>;
    case 'color':
      return <Color value={leaf.value} />;
    case 'date':
      return (
        <DateMention seconds={leaf.timestamp} format={leaf.format} url={leaf.url} fallback={leaf.fallback ?? ''} />
      );
    default:
      return <Unknown kind="element" type={(leaf as { type: string }).type} />;
  }
}

/** The sign that the block carries, else the one that goes by the name, else a workspace's own picture. */
function AnyEmoji({ emoji: { name, unicode, url, ...rest } }: { emoji: RichTextEmoji }) {
  const tone = 'skin_tone' in rest ? Number(rest.skin_tone) : undefined;
  const sign = (unicode && signOf(unicode)) ?? emojiOf(name, tone);
  if (sign === undefined && url) {
    return <ImageElement image={{ image_url: url, alt_text: `:${name}:` }} className="context-image" />;
  }
  return <Emoji name={name} sign={sign ?? `:${name}:`} />;
}

const Link = ({ url, text, unsafe }: RichTextLink) => (
  <a href={url} target="_blank" rel="noreferrer">
    {text || url}
    {unsafe && <span title="Slack couldn't check this address"> ⚠️</span>}
  </a>
);

const Color = ({ value }: { value: string }) => (
  <span class="color-value">
    <span class="swatch" style={{ background: `#${value.replace('#', '')}` }} aria-hidden="true" />
    {value}
  </span>
);

type Style = NonNullable<RichTextStyleable['style']>;

/** Styles from the inside out. */
const TAGS: readonly [keyof Style, 'code' | 'strong' | 'em' | 's' | 'u'][] = [
  ['code', 'code'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['strike', 's'],
  ['underline', 'u'],
];

/** How Slack marks mentions that concern the reader, or lead nowhere; the SDK's types don't know these. */
const LOOKS = ['highlight', 'client_highlight', 'unlink'];

function Styled({ style = {}, children }: { style: Style | undefined; children: ComponentChildren }) {
  const looks = Object.entries(style).flatMap(([name, on]) => (on && LOOKS.includes(name) ? [name] : []));
  const begin = looks.length > 0 ? <span class={looks.join(' ')}>{children}</span> : children;
  return TAGS.filter(([name]) => style[name]).reduce<ComponentChildren>(
    (inside, [, Tag]) => <Tag>{inside}</Tag>,
    begin,
  );
}
