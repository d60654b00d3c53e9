import { say } from '../../src/features/conversations/texts.ts';
import type { ConversationKind } from '../../src/features/settings/index.ts';
import { escape, plainText } from '../../src/slack/escape.ts';
import type { Lang } from '../../src/texts.ts';
import { savesAnyway } from '../support/form.ts';
import type { Visitor } from './core/index.ts';
import { CUSTOMERS, KINDS_OF_CUSTOMERS, LEARNED } from './customers.ts';

/** `told`: how many conversations in that language came before. `chance`: the same numbers every time, from 0 to 1. */
type Moment = { lang: Lang; told: number; chance(): number };

/** A colleague logs a conversation: types what they heard, says with whom and how, and who may read it. */
export async function logsOne(person: Visitor, moment: Moment): Promise<void> {
  const { lang, told } = moment;
  const t = say(lang);
  const heard = LEARNED[lang][told % LEARNED[lang].length];
  await person.types(`${lang === 'nl' ? '/klant-gesprek' : '/customer-log'} ${heard}`);
  await choosesWhom(person, moment);
  await person.fills({ [t.how]: howOf(moment), [t.readers]: readersOf(moment) });
  const { errors } = await savesAnyway(person);
  if (Object.keys(errors).length > 0) throw new Error(`a conversation was refused: ${JSON.stringify(errors)}`);
}

/** The first customers are new to Mantra; later ones are found by their name. */
async function choosesWhom(person: Visitor, moment: Moment) {
  const t = say(moment.lang);
  const { name, isKind } = whomOf(moment);
  const offered = await person.searches(t.whom, name);
  const known = offered.find((one) => one === name || one.startsWith(`${name} (`));
  await person.picks(t.whom, known ?? offered.at(isKind ? -1 : -2) ?? name);
}

function whomOf({ lang, told, chance }: Moment) {
  const customers = CUSTOMERS[lang];
  const isNew = told < customers.length;
  const isKind = !isNew && chance() < 0.1;
  const names = isKind ? KINDS_OF_CUSTOMERS[lang] : customers;
  // Some customers are spoken to often, others are forgotten for months.
  return { isKind, name: (isNew ? names[told] : oneOf(names, () => chance() * chance())) ?? '' };
}

/** More often by telephone than in any other way. */
const USUAL: readonly ConversationKind[] = [
  ...(['call', 'call', 'call', 'visit', 'visit', 'chat'] as const),
  ...(['called-back', 'listened-in', 'event', 'practical'] as const),
];

const howOf = ({ lang, chance }: Moment) => say(lang).kinds[oneOf(USUAL, chance) ?? 'call'];

/** Most keep it unnamed; one in four shares, some with their name. */
function readersOf({ lang, chance }: Moment): string {
  const t = say(lang);
  const channel = escape('#klantverhalen');
  const draw = chance();
  if (draw < 0.15) return plainText(t.story(channel));
  if (draw < 0.25) return plainText(t.storyNamed(channel));
  return plainText(draw < 0.35 ? t.onlyMe : t.colleagues);
}

const oneOf = <T>(several: readonly T[], chance: () => number): T | undefined =>
  several[Math.floor(chance() * several.length)];
