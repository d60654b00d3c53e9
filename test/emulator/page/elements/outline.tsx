/** Little pictures in one line, on a field of 24 by 24. */
const OUTLINES = {
  calendar: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4',
  file: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 15.5h5',
  link: 'M10 14.5 14.5 10M11 7.5l2-2a4 4 0 0 1 5.6 5.6l-2 2M13 16.5l-2 2a4 4 0 0 1-5.6-5.6l2-2',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.9 12.5h9.2L17.5 7M10.2 10.5v6M13.8 10.5v6',
  'thumb-up':
    'M4.5 11h3.5v8.5h-3.5zM8 11l3.5-7c2 0 2.6 1.5 2.3 3l-.5 2.5h5c1.3 0 2 1 1.7 2.2l-1.5 6c-.2.9-.9 1.8-2 1.8H8',
  'thumb-down':
    'M4.5 13h3.5V4.5h-3.5zM8 13l3.5 7c2 0 2.6-1.5 2.3-3l-.5-2.5h5c1.3 0 2-1 1.7-2.2l-1.5-6c-.2-.9-.9-1.8-2-1.8H8',
} as const;

/** One of them. What it means, stands in words beside it or on its button. */
export const Outline = ({ of, size = 18 }: { of: keyof typeof OUTLINES; size?: number }) => (
  <svg viewBox="0 0 24 24" width={size} height={size} class="outline" aria-hidden="true">
    <path d={OUTLINES[of]} />
  </svg>
);
