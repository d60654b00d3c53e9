/** Small pieces that every block is made of. */
export const plain = (text: string, emoji?: boolean) => ({
  type: 'plain_text' as const,
  text,
  ...(emoji !== undefined && { emoji }),
});

/** Formatted text. */
export const mrkdwn = (text: string, verbatim?: boolean) => ({
  type: 'mrkdwn' as const,
  text,
  ...(verbatim !== undefined && { verbatim }),
});

/** A choice, told to the app in small letters. */
export const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });

/** An option with all it can have. */
export const fullOption = (text: string) => ({
  ...option(text),
  text: plain(`${text} :tea:`, true),
  description: plain(`About ${text.toLowerCase()} :leaves:`, true),
});

/** A question before a click. */
export const confirm = (style: 'primary' | 'danger' = 'danger') => ({
  title: plain('Really? :thinking_face:', true),
  text: mrkdwn('*All* of it? https://example.com', false),
  confirm: plain('Do it :+1:', true),
  deny: plain('Leave it :wave:', true),
  style,
});

/** A picture on some other computer: this page loads nothing from there, and shows its description. */
export const LEAF = 'https://example.com/leaf.png';

/** A picture with its description. */
export const image = (alt_text: string, image_url = LEAF) => ({ type: 'image' as const, image_url, alt_text });

/** A block of rich text with one line. */
export const line = (text: string) => ({
  type: 'rich_text' as const,
  elements: [{ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text }] }],
});

type Element = { type: string; action_id: string; confirm?: unknown };

/** The same without a question before each click. */
export const unasked = ({ confirm: _, ...element }: Element) => element;
