import type { RichTextBlock, RichTextBlockElement, RichTextList } from '@slack/types';
import { Unknown } from '../blocks/unknown.tsx';
import { Leaves } from './rich-text-leaf.tsx';

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
        <blockquote class={bordered(element)}>
          <Leaves of={element.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre class={bordered(element)} data-language={languageOf(element)}>
          <Leaves of={element.elements} />
        </pre>
      );
    case 'rich_text_list':
      return <List list={element} />;
    default:
      return <Unknown kind="element" type={(element as { type: string }).type} />;
  }
}

const bordered = ({ border = 0 }: { border?: number }) => (border === 1 ? 'bordered' : '');

/** Which language code is in; the SDK's types don't know the field. */
const languageOf = (element: object) =>
  'language' in element && typeof element.language === 'string' ? element.language : undefined;

/** The marks of a list change with its depth, as in Slack. */
const MARKS = {
  bullet: ['disc', 'circle', 'square'],
  ordered: ['decimal', 'lower-alpha', 'lower-roman'],
} as const;

function List({ list }: { list: RichTextList & { offset?: number } }) {
  const { style, indent = 0, offset = 0, elements } = list;
  const marks = MARKS[style];
  if (!marks) return <Unknown kind="value of style" type={style} />;
  const look = { marginInlineStart: `${indent * 1.5}rem`, listStyleType: marks[indent % marks.length] };
  const items = elements.map((item) => (
    <li>
      <Leaves of={item.elements} />
    </li>
  ));
  return style === 'ordered' ? (
    <ol class={bordered(list)} start={offset + 1} style={look}>
      {items}
    </ol>
  ) : (
    <ul class={bordered(list)} style={look}>
      {items}
    </ul>
  );
}
