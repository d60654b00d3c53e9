import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { keepPlaced } from './keep-placed.ts';

type PopoverProps = {
  anchor: RefObject<HTMLElement | null>;
  /** Told when it was closed by Esc or a click elsewhere. */
  onClose: () => void;
  /** `auto` closes itself by Esc or a click elsewhere; `manual` leaves that to its owner. */
  closing: 'auto' | 'manual';
  children: ComponentChildren;
  className?: string;
};

const GAP = 4;
const EDGE = 8;

/** Something that opens under (or, without room, above) its anchor, over everything else on the page. */
export function Popover({ anchor, onClose, closing, children, className = '' }: PopoverProps) {
  const panel = useRef<HTMLDivElement>(null);
  // Before the effects of what stands in it, which may want the focus: what isn't shown can't have it.
  useLayoutEffect(() => {
    const own = panel.current;
    const from = anchor.current;
    if (!own || !from) return undefined;
    own.showPopover();
    return keepPlaced(() => putBeside(own, from), [own]);
  }, [anchor]);
  return (
    <div
      ref={panel}
      class={`popover ${className}`}
      popover={closing}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      {children}
    </div>
  );
}

function putBeside(panel: HTMLElement, anchor: HTMLElement) {
  const from = anchor.getBoundingClientRect();
  panel.style.minWidth = `${Math.min(from.width, innerWidth - 2 * EDGE)}px`;
  const { width, height } = panel.getBoundingClientRect();
  const below = from.bottom + GAP;
  const above = from.top - GAP - height;
  const top = below + height > innerHeight - EDGE && above > EDGE ? above : below;
  // Without room on either side it lies over its anchor.
  panel.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - EDGE - height))}px`;
  panel.style.left = `${Math.max(EDGE, Math.min(from.left, innerWidth - width - EDGE))}px`;
}
