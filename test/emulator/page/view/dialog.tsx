import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

type DialogProps = {
  title: ComponentChildren;
  /** Told when somebody presses Esc. */
  onEscape: () => void;
  className?: string;
  children: ComponentChildren;
};

/** Where the app wants the focus to begin, else in the first field. */
const FIRST_FIELD = ['[data-focus-on-load]', '.field :is(input, textarea):not([tabindex="-1"])'];

/** A window over the page: nothing behind it can be reached, and the focus goes back where it came from. */
export function Dialog({ title, onEscape, className = '', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const own = dialog.current;
    if (!own) return undefined;
    const from = document.activeElement;
    own.showModal();
    FIRST_FIELD.map((field) => own.querySelector<HTMLElement>(field))
      .find((field) => field !== null)
      ?.focus();
    return () => {
      own.close();
      if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus();
      else document.querySelector<HTMLElement>('main')?.focus();
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
