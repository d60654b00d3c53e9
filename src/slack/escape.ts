declare const mrkdwn: unique symbol;

/**
 * Text that may stand in a mrkdwn object: ours by `md`, or a person's after `escape()`. A plain string doesn't
 * fit, so nobody can forget.
 */
export type Mrkdwn = string & { readonly [mrkdwn]: true };

/**
 * Makes user text inert: `& < >` are Slack's control characters (docs.slack.dev/messaging/formatting-message-text),
 * so no mention, channel or link in it comes alive. Formatting marks (* _ ~ `) stay: they can't reach anybody.
 */
export const escape = (text: string): Mrkdwn =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') as Mrkdwn;

/** A line of our own: md`*${escape(name)}* counts`. Only escaped text and numbers fit into it. */
export const md = (parts: TemplateStringsArray, ...values: (Mrkdwn | number)[]): Mrkdwn =>
  String.raw({ raw: parts }, ...values) as Mrkdwn;

/** Somebody's words as a quotation, every line of it. */
export const quote = (text: string): Mrkdwn => escape(text).replace(/^/gm, '> ') as Mrkdwn;

/** Several pieces under each other; what is undefined or empty falls out. */
export const lines = (...pieces: (Mrkdwn | undefined)[]): Mrkdwn => pieces.filter(Boolean).join('\n') as Mrkdwn;

/** Slack's text of somebody's message as they typed it: `&`, `<` and `>` themselves, a link as its words or address. */
export const asTyped = (text: string): string =>
  unescape(
    text.replace(/<((?:https?|mailto):[^|>]+)(?:\|([^>]*))?>/g, (_, url: string, words?: string) => words || url),
  );

/** The same for places that show plain text, such as an error beside a field: no marks, characters as they are. */
export const plainText = (text: Mrkdwn): string => unescape(text.replace(/[*_`]/g, ''));

const unescape = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
