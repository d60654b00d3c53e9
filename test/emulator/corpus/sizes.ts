import { accepted, type Case, refused } from './case.ts';
import { home, many, section, x } from './make.ts';

/** Five long sections, and one that makes so many characters in all. */
const long = (characters: number) => [...many(5, () => section(x(2600))), section(x(characters - 13_000))];

/** A Home tab of so many bytes; what is around its text is written out here to be counted. */
const large = (bytes: number) => {
  const around = '{"type":"home","blocks":[{"type":"section","text":{"type":"mrkdwn","text":""}}]}';
  return home(section(x(bytes - around.length)));
};

/** Payloads that are too big as a whole. */
export const sizes: Case[] = [
  accepted('size.message.characters', { posted: long(13_200) }),
  refused('size.message.characters', { posted: long(13_201) }, 'msg_blocks_too_long'),
  accepted('size.view.bytes', { opened: large(250_000) }),
  refused('size.view.bytes', { opened: large(250_001) }, 'view_too_large'),
];
