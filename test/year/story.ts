import { type Mrkdwn, plainText } from '../../src/slack/escape.ts';
import type { Lang } from '../../src/texts.ts';
import { dateOf, localDay, localTime, monthOf } from '../../src/time.ts';
import { type Character, instantFor, zoneOn } from './character.ts';
import type { Post } from './posts.ts';

type Line = { at: Date; day: string; time: string; says: string };

/** A customer that a question proposes is everybody's chance, and nobody's story. */
const IDEA = /^(Een kwartiertje is genoeg|Fifteen minutes is plenty)\.|nog steeds een idee|One idea is still/;

const ALONE = /^(Bewaard|Saved)| · de week van /;

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;

/**
 * Somebody's year as one can read it: what they did, and every direct message that Mantra sent them, by their own clock.
 * A message is told by its first lines, as they were when it came.
 */
export function storyOf(one: Character, posts: readonly Post[]): string {
  const came = posts.filter(({ to }) => to === one.seed.id);
  const lines = [
    ...one.deeds.map(({ at, says }) => lineAt(one, instantFor(one, at), `(${says})`)),
    ...came.map(({ at, text }) => lineAt(one, at, `Mantra: ${gistOf(text)}`)),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const months = [...new Set(lines.map(monthIn))];
  const told = months.map((month) =>
    tellMonth(
      month,
      lines.filter((line) => monthIn(line) === month),
      one.lang,
    ),
  );
  return `${one.about}\n${told.join('')}`;
}

function lineAt(one: Character, at: Date, says: string): Line {
  const zone = zoneOn(one, at.toISOString().slice(0, 10));
  return { at, day: localDay(at, zone), time: localTime(at, zone), says };
}

const monthIn = ({ day }: Line) => monthOf(day);

function tellMonth(month: string, lines: readonly Line[], lang: Lang): string {
  const name = inWords(`${month}-01`, lang, { month: 'long', year: 'numeric' });
  const told = lines.map(({ day, time, says }) => {
    const date = inWords(day, lang, { weekday: 'short', day: 'numeric' });
    return `  ${date.padEnd(6)}  ${time}  ${says}\n`;
  });
  return `\n${name}\n${told.join('')}`;
}

const inWords = (day: string, lang: Lang, parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE[lang], { ...parts, timeZone: 'UTC' }).format(dateOf(day));

/** The words without Slack's marks, on one line; of what is only confirmed or summed up, the first. */
function gistOf(text: string): string {
  const [first = '', ...rest] = text.split('\n').map((line) => plainText(line as Mrkdwn));
  const told = ALONE.test(first) ? [first] : [first, ...rest];
  return told.filter((line) => !IDEA.test(line)).join(' ');
}
