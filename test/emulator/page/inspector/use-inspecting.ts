import { useState } from 'preact/hooks';

/** Below this width (pixels) the inspector lies over the page, so it isn't open at first; the same as in phone.css. */
const ROOM_FOR_INSPECTOR = 1020;
/** Up to this width it makes room for an open thread. */
const NO_ROOM_FOR_BOTH = 1500;

/** Whether the inspector is seen, and how to open or close it: where a thread stands in its place, that is left. */
export function useInspecting(inThread: boolean, leaveThread: () => void) {
  const [wanted, setWanted] = useState(innerWidth > ROOM_FOR_INSPECTOR);
  const isHidden = inThread && innerWidth > ROOM_FOR_INSPECTOR && innerWidth <= NO_ROOM_FOR_BOTH;
  const inspecting = wanted && !isHidden;
  const toggle = () => {
    if (isHidden) leaveThread();
    setWanted(!inspecting);
  };
  return { inspecting, toggle };
}
