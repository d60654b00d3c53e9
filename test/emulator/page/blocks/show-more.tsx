import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Long text, folded until somebody asks for all of it. */
export function ShowMore({ when, children }: { when: boolean; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  if (!when) return <>{children}</>;
  return (
    <div class={open ? 'unfolded' : 'folded'}>
      <div class="fold">{children}</div>
      <button type="button" class="plain-link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'See less' : 'See more'}
      </button>
    </div>
  );
}
