import { useState } from 'preact/hooks';

/** What somebody has begun to write in one place; it is still there when they come back, or load the page anew. */
export function useDraft(place: string): [string, (text: string) => void] {
  const key = `draft ${place}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const write = (words: string) => {
    setText(words);
    if (words === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, words);
  };
  return [text, write];
}
