import type { Json } from '../shapes.ts';
import { charactersIn } from './characters.ts';

/** A limit of a whole payload that has an error of its own instead of a place in the payload. */
export type Size = {
  name: string;
  says: string;
  doc: string;
  note?: string;
  isBeyond: (payload: Json) => boolean;
};

const CHARACTERS = 13_200;
const BYTES = 250_000;

/** All blocks of a message together are longer than Slack takes, though each alone is fine. */
export const tooLong: Size = {
  name: 'message.characters',
  says: `at most ${CHARACTERS} characters in all blocks of a message, else msg_blocks_too_long`,
  doc: 'https://docs.slack.dev/reference/methods/chat.postMessage',
  note: 'the error is documented, the number was found by others (slackapi/bolt-js#2509)',
  isBeyond: (blocks) => charactersIn(blocks) > CHARACTERS,
};

/** A view is larger than Slack takes. */
export const tooLarge: Size = {
  name: 'view.bytes',
  says: `at most ${BYTES} bytes in a view, else view_too_large`,
  doc: 'https://docs.slack.dev/reference/methods/views.open',
  isBeyond: (view) => Buffer.byteLength(JSON.stringify(view)) > BYTES,
};
