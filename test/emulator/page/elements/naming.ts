/** How an element is called by those who can't see it: its field's label, or words of its own. */
export type Naming = {
  'aria-label'?: string | undefined;
  'aria-labelledby'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  'aria-required'?: boolean | undefined;
};

/** What every element gets: itself, the block it stands in, and its name. */
export type ElementProps<E> = { element: E; blockId: string; naming: Naming };
