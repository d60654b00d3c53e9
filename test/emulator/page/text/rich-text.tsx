import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextStyleable } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { emojiOf } from './emoji.ts';
import { ChannelMention, DateMention, Emoji, UserMention } from './inline.tsx';

/** A rich_text block: what Slack's own composer writes. */
export const RichText = ({ block }: { block: RichTextBlock }) => (
  <div class="text">
    {block.elements.map((element) => (
      <Container element={element} />
    ))}
  </div>
);

function Container({ element }: { element: RichTextBlockElement }) {
  switch (element.type) {
    case 'rich_text_section':
      return (
        <p>
          <Leaves of={element.elements} />
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Leaves of={element.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Leaves of={element.elements} />
        </pre>
      );
    case 'rich_text_list': {
      const List = element.style === 'ordered' ? 'ol' : 'ul';
      return (
        <List style={{ marginInlineStart: `${(element.indent ?? 0) * 1.5}rem` }}>
          {element.elements.map((item) => (
            <li>
              <Leaves of={item.elements} />
            </li>
          ))}
        </List>
      );
    }
  }
}

const Leaves = ({ of }: { of: readonly RichTextElement[] }) =>
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
      return (
        <a href={leaf.url} target="_blank" rel="noreferrer">
          {leaf.text ?? leaf.url}
        </a>
      );
    case 'emoji':
      return <Emoji name={leaf.name} sign={emojiOf(leaf.name) ?? `:${leaf.name}:`} />;
    case 'user':
      return <UserMention id={leaf.user_id} />;
    case 'channel':
      return <ChannelMention id={leaf.channel_id} />;
    case 'usergroup':
      return <span class="mention">@{leaf.usergroup_id}</span>;
    case 'team':
      return <span class="mention">@{leaf.team_id}</span>;
    case 'broadcast':
      return <span class="mention loud">@{leaf.range}</span>;
    case 'color':
      return <span class="swatch">{leaf.value}</span>;
    case 'date':
      return (
        <DateMention seconds={leaf.timestamp} format={leaf.format} url={leaf.url} fallback={leaf.fallback ?? ''} />
      );
  }
}

function Styled({ style, children }: { style: RichTextStyleable['style']; children: ComponentChildren }) {
  if (style?.code) return <code>{children}</code>;
  if (style?.bold) return <Styled style={{ ...style, bold: false }}>{<strong>{children}</strong>}</Styled>;
  if (style?.italic) return <Styled style={{ ...style, italic: false }}>{<em>{children}</em>}</Styled>;
  if (style?.strike) return <s>{children}</s>;
  return <>{children}</>;
}
