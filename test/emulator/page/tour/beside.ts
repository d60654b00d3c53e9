import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { keepPlaced } from '../elements/keep-placed.ts';
import { called } from './called.ts';

const GAP = 12;
/** How far inside the window's edge the card stays, and how far outside of a thing its ring (pixels). */
const EDGE = 16;
const RING = 5;
/** What stands this near to the top has room only below it. */
const TOP_BAR = 120;

/**
 * Keeps a card beside what goes by that name, and a ring around it; where nothing does, the card stands in the corner
 * that the style sheet gives it. Looks again whenever something `seen` is new.
 */
export function useBeside(
  card: RefObject<HTMLElement | null>,
  ring: RefObject<HTMLElement | null>,
  name: string | undefined,
  seen: unknown,
) {
  // A thing that is further down is brought into sight once; after that the page stays where its reader scrolls it.
  useEffect(() => {
    if (name) called(name)?.scrollIntoView({ block: 'center' });
  }, [name]);
  useEffect(() => {
    const place = () => {
      const thing = name === undefined ? undefined : called(name);
      if (card.current) putBeside(card.current, thing);
      if (ring.current) putAround(ring.current, thing);
    };
    const thing = name === undefined ? undefined : called(name);
    return keepPlaced(
      place,
      [document.body, card.current, thing].filter((each) => each instanceof HTMLElement),
    );
  }, [card, ring, name, seen]);
}

function putBeside(card: HTMLElement, thing: HTMLElement | undefined) {
  const { width, height } = card.getBoundingClientRect();
  const place = thing && placeBeside(thing, width, height);
  card.style.left = place ? `${place.left}px` : '';
  card.style.top = place ? `${place.top}px` : '';
  card.style.right = place ? 'auto' : '';
  card.style.bottom = place ? 'auto' : '';
}

/** Out of the thing's own column where there is room, else on that side of it where there is. */
function placeBeside(thing: HTMLElement, width: number, height: number): { left: number; top: number } {
  const from = thing.getBoundingClientRect();
  const column = thing.closest('dialog, main, aside')?.getBoundingClientRect() ?? from;
  const rightmost = innerWidth - EDGE - width;
  const middle = Math.max(EDGE, Math.min(from.top + from.height / 2 - height / 2, innerHeight - EDGE - height));
  const below = { left: Math.min(from.left, rightmost), top: from.bottom + GAP };
  const right = { left: Math.min(column.right + GAP, rightmost), top: middle };
  if (from.bottom < TOP_BAR || from.right > rightmost + width) return below;
  if (right.left > from.right) return right;
  const left = from.left - GAP - width;
  return left > EDGE ? { left, top: middle } : below;
}

function putAround(ring: HTMLElement, thing: HTMLElement | undefined) {
  ring.hidden = thing === undefined;
  if (!thing) return;
  const { left, top, width, height } = thing.getBoundingClientRect();
  ring.style.left = `${left - RING}px`;
  ring.style.top = `${top - RING}px`;
  ring.style.width = `${width + 2 * RING}px`;
  ring.style.height = `${height + 2 * RING}px`;
}
