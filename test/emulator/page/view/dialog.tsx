import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

type DialogProps = {
  title: ComponentChildren;
  /** Told when somebody presses Esc. */
  onEscape: () => void;
  className?: string;
  children: ComponentChildren;
};

const FIRST_FIELD = '.field input, .field textarea, .field select';

/** A window over the page: nothing behind it can be reached, and the focus goes back where it came from. */
export function Dialog({ title, onEscape, className = '', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const own = dialog.current;
    if (!own) return undefined;
    const from = document.activeElement;
    own.showModal();
    own.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
    return () => {
      own.close();
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onEscape();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
