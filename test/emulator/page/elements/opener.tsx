import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Popover } from './popover.tsx';

type OpenerProps = {
  label: string;
  face: ComponentChildren;
  className: string;
  opens: 'menu' | 'dialog';
  panelClass?: string;
  /** What opens; `close` also puts the focus back on the button. */
  children: (close: () => void) => ComponentChildren;
};

/** A button under which something opens. */
export function Opener({ label, face, className, opens, panelClass = '', children }: OpenerProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        class={className}
        aria-haspopup={opens}
        aria-expanded={open}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <Popover anchor={opener} closing="auto" onClose={() => setOpen(false)} className={panelClass}>
          {children(close)}
        </Popover>
      )}
    </>
  );
}
