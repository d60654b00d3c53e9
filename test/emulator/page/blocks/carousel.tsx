import type { CarouselBlock } from '@slack/types';
import { useRef } from 'preact/hooks';
import { Card } from './card.tsx';

/** Cards side by side, scrolled with the buttons, the arrow keys or a finger. */
export function Carousel({ block: { block_id: blockId, elements } }: { block: CarouselBlock }) {
  const row = useRef<HTMLElement>(null);
  const walk = (step: number) => {
    const width = row.current?.firstElementChild?.getBoundingClientRect().width ?? 0;
    row.current?.scrollBy({ left: step * width, behavior: 'smooth' });
  };
  return (
    <div class="carousel">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="carousel-row" ref={row} tabIndex={0} aria-label={`${elements.length} cards`}>
        {elements.map((card) => (
          <Card block={card} within={blockId} />
        ))}
      </section>
      {elements.length > 1 && (
        <div class="carousel-steps">
          <button type="button" class="icon small" aria-label="Previous card" onClick={() => walk(-1)}>
            ‹
          </button>
          <button type="button" class="icon small" aria-label="Next card" onClick={() => walk(1)}>
            ›
          </button>
        </div>
      )}
    </div>
  );
}
