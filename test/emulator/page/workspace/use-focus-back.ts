import { useEffect, useState } from 'preact/hooks';

/** When a part of the page goes away and takes the focus with it, the focus goes back to where it was before it came. */
export function useFocusBack() {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && from instanceof HTMLElement && from.isConnected) from.focus();
    },
    [from],
  );
}
