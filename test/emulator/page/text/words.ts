import type { TextObject } from '@slack/types';
import { emojiOf } from './emoji.ts';

/** The words of a text object where only letters can stand (placeholders, choices), its emoji as signs. */
export const wordsOf = ({ text, ...of }: TextObject): string =>
  'emoji' in of && of.emoji === false
    ? text
    : text.replace(/:([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?/g, (typed, name: string, tone?: string) => {
        return emojiOf(name, tone === undefined ? undefined : Number(tone)) ?? typed;
      });
