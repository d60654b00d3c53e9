import type { ContainerBlock } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ImageElement } from '../elements/image-element.tsx';
import { RichText } from '../text/rich-text.tsx';
import { Label, Text } from '../text/text.tsx';
import { Unknown } from './unknown.tsx';

const WIDTHS: ReadonlySet<string> = new Set(['narrow', 'standard', 'wide', 'full']);

type ContainerProps = { block: ContainerBlock; children: ComponentChildren };

/** A frame around other blocks, with a title; it can be folded where it says so. */
export function Container({ block, children }: ContainerProps) {
  const { width = 'standard', is_collapsible: collapsible = false, default_collapsed: collapsed = false } = block;
  const [open, setOpen] = useState(!(collapsible && collapsed));
  const id = useId();
  if (!WIDTHS.has(width)) return <Unknown kind="value of width" type={width} />;
  const divided = block.has_header_divider && !collapsible ? 'divided' : '';
  return (
    <section class={`container ${width} ${divided}`} aria-labelledby={`${id}-title`}>
      <div class="container-head">
        {collapsible && (
          <button
            type="button"
            class="icon small"
            aria-expanded={open}
            aria-controls={`${id}-inside`}
            aria-labelledby={`${id}-title`}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
        )}
        <Heading block={block} titleId={`${id}-title`} />
      </div>
      <div id={`${id}-inside`} hidden={!open}>
        {children}
      </div>
    </section>
  );
}

function Heading({ block, titleId }: { block: ContainerBlock; titleId: string }) {
  const { icon, title, rich_text_title: richTitle, subtitle } = block;
  return (
    <>
      {icon && <ImageElement image={icon} className="card-icon" />}
      <div>
        <strong id={titleId}>{richTitle ? <RichText block={richTitle} /> : title && <Label text={title} />}</strong>
        {subtitle && (
          <small>
            <Text of={subtitle} />
          </small>
        )}
      </div>
    </>
  );
}
