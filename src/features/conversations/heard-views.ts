import type { SectionBlock, SectionBlockAccessory } from '@slack/types';
import { dateInWords } from '../../dates.ts';
import { type AnyBlock, context, cut, mention, quoted, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn, md, quote } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import type { Heard } from './store-heard.ts';
import { say } from './texts.ts';

/** How much of what a colleague told stands in a list, in characters. */
const GLANCE = 500;

/** For whom a line is, and among what it stands: one customer's, or everybody's, where the customer is named. */
type Among = { lang: Lang; today: string; of: 'customer' | 'all' };

/** Whether a line shows all there is to read. */
export const isGlance = ({ learned, need, said }: Heard): boolean => [...learned].length <= GLANCE && !need && !said;

/** One conversation among those that others told of: when, how, and the first of its words. */
export const heardLine = (heard: Heard, among: Among, accessory?: SectionBlockAccessory): SectionBlock =>
  section(lines(titleOf(heard, among), quote(cut(heard.learned, GLANCE))), accessory);

/** All that may be read of one. */
export function wholeBlocks(heard: Heard, lang: Lang, today: string): AnyBlock[] {
  const t = say(lang);
  const part = (label: string, words: string | null): AnyBlock[] =>
    words ? quoted(md`*${escape(label)}*`, words) : [];
  return [
    context(titleOf(heard, { lang, today, of: 'customer' })),
    ...part(t.learned, heard.learned),
    ...part(t.need, heard.need),
    ...part(t.said, heard.said),
  ];
}

function titleOf({ customer, heldOn, kind, topic, by, onlyMe }: Heard, { lang, today, of }: Among): Mrkdwn {
  const t = say(lang);
  const how = escape(topic ? `${t.kinds[kind]} · ${topic}` : t.kinds[kind]);
  const when = t.whenHow(escape(dateInWords(heldOn, lang, today)), how);
  const whose = onlyMe ? t.onlyYou : by && of === 'customer' ? t.storyBy(mention(by)) : undefined;
  const told = whose ? t.heardBy(when, whose) : when;
  return of === 'all' ? t.heardOf(escape(customer.name), told) : told;
}
