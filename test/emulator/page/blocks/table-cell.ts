import type { RawNumberElement, RawTextElement, RichTextBlock } from '@slack/types';

/** One cell of a table. */
export type Cell = RichTextBlock | RawTextElement | RawNumberElement;
