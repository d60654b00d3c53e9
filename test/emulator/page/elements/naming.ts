/** How an element is called by those who can't see it: its field's label, or words of its own. */
export type Naming = {
  'aria-label'?: string | undefined;
  'aria-labelledby'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  'aria-required'?: boolean | undefined;
  /** Where a view's focus begins. */
  'data-focus-on-load'?: boolean | undefined;
};

/** What every element gets: itself, the block it stands in, and its name. */
export type ElementProps<E> = { element: E; blockId: string; naming: Naming };

/** A group of fields may not carry the states of a single one. */
export const groupNaming = (naming: Naming): Naming => ({
  'aria-label': naming['aria-label'],
  'aria-labelledby': naming['aria-labelledby'],
  'aria-describedby': naming['aria-describedby'],
});
