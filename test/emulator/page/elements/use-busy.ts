import { useRef, useState } from 'preact/hooks';

/** Whether something is on the way, and how to start it unless it is. */
export function useBusy() {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const once = (work: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    const done = () => {
      running.current = false;
      setBusy(false);
    };
    work().then(done, done);
  };
  return { busy, once };
}
