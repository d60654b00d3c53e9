import type { ComponentChildren } from 'preact';

/** A line drawing in the colour of the words around it; what it means stands beside it or in its button's name. */
const Drawn = ({ children }: { children: ComponentChildren }) => (
  <svg
    class="drawn"
    viewBox="0 0 20 20"
    width="1.15em"
    height="1.15em"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

/** A smiling face with room for one's own. */
export const SmileIcon = () => (
  <Drawn>
    <circle cx="10" cy="10" r="7.2" />
    <path d="M7 11.6c.7 1.2 1.8 1.9 3 1.9s2.3-.7 3-1.9M7.7 7.800h.01M12.3 7.800h.01" />
  </Drawn>
);

/** An answer: a balloon. */
export const ReplyIcon = () => (
  <Drawn>
    <path d="M10 3.500c4.2 0 7.3 2.6 7.3 6s-3.1 6-7.3 6c-.8 0-1.6-.1-2.3-.3L4 16.700l.8-3c-1.3-1.1-2.1-2.5-2.1-4.2 0-3.4 3.1-6 7.3-6Z" />
  </Drawn>
);

/** Two balloons: conversations in threads. */
export const ThreadsIcon = () => (
  <Drawn>
    <path d="M3 4.500h9v6H7l-2.5 2.300v-2.300H3ZM14.5 8H17v6h-1.500v2.300L13 14H9.5" />
  </Drawn>
);

/** Closed to others. */
export const LockIcon = () => (
  <Drawn>
    <rect x="4.5" y="9" width="11" height="7.5" rx="1.5" />
    <path d="M7 9V6.500a3 3 0 0 1 6 0V9" />
  </Drawn>
);

/** Shared with another organisation: two links of a chain. */
export const SharedIcon = () => (
  <Drawn>
    <path d="M8.5 11.5 11.5 8.500M9 6l1.5-1.500a3.2 3.2 0 0 1 4.5 4.500L13.5 10.500M11 14l-1.5 1.500A3.2 3.2 0 0 1 5 11L6.5 9.5" />
  </Drawn>
);

/** A file held by a clip. */
export const ClipIcon = () => (
  <Drawn>
    <path d="m15.5 9.5-5.7 5.700a3.3 3.3 0 0 1-4.7-4.700l6-6a2.2 2.2 0 0 1 3.1 3.100l-5.7 5.700a1.1 1.1 0 0 1-1.6-1.600l5.2-5.2" />
  </Drawn>
);
