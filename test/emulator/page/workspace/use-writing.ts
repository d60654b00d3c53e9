import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDraft } from './drafts.ts';

/** What somebody writes in one place, and where their caret stands in it. */
export function useWriting(place: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(place);
  const [caret, setCaret] = useState(text.length);
  const moveTo = useRef<number | undefined>(undefined);
  // The field has its new words only after it was drawn.
  useLayoutEffect(() => {
    if (moveTo.current === undefined) return;
    field.current?.focus();
    field.current?.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = undefined;
  });
  /** Writes for them, and leaves the caret there. */
  const put = (words: string, at: number) => {
    setText(words);
    setCaret(at);
    moveTo.current = at;
  };
  return {
    field,
    text,
    caret,
    put,
    insert: (words: string) => put(text.slice(0, caret) + words + text.slice(caret), caret + words.length),
    clear: () => setText(''),
    onInput({ currentTarget }: { currentTarget: HTMLTextAreaElement }) {
      setText(currentTarget.value);
      setCaret(currentTarget.selectionStart);
    },
    onSelect: ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => setCaret(currentTarget.selectionStart),
  };
}
