import type { PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { OpenView, Turn } from '../../slack/action.ts';
import { MAX, option } from '../../slack/blocks.ts';
import { type ModalListener, modal, type Submitted } from '../../slack/modal.ts';
import type { Lang } from '../../texts.ts';
import { addDays, localDay } from '../../time.ts';
import type { Absence } from './days-rules.ts';
import { offBetween } from './off-rules.ts';
import { isPlace, placeName, searchPlaces } from './places.ts';
import type { Person } from './rules.ts';
import { personStore } from './store.ts';
import { absenceStore } from './store-absences.ts';
import { say } from './texts.ts';
import { DAYS_FORM, daysHome, daysView, LIKE_HOUSE, likeHouse } from './views.ts';

/** As many periods as a list of checkboxes holds (docs.slack.dev/reference/block-kit/block-elements/checkboxes-element). */
const MOST_PERIODS = 10;

/** One's own days on Home. */
export async function showDays({ clock, workspace }: Deps, tx: Tx, person: Person, lang: Lang) {
  const today = localDay(clock.now(), person.zone);
  const { own, status } = await daysOff(tx, person.userId, today);
  const countryName = await placeName(person.country ?? workspace.country, lang);
  return daysHome({ lang, week: person.week, countryName, off: own, status });
}

/** Opens one's own days to change them. */
export async function openDays({ db, clock, workspace }: Deps, { person, lang, open }: Turn) {
  const today = localDay(clock.now(), person.zone);
  const { own } = await db.run((tx) => daysOff(tx, person.userId, today));
  const houseCountryName = await placeName(workspace.country, lang);
  const countryName = person.country ? await placeName(person.country, lang) : houseCountryName;
  await open(daysView({ lang, week: person.week, own: person.country, countryName, houseCountryName, off: own }));
}

/** Countries, and states of some, by how they are called; before anybody types, the house's first. */
export async function findCountries({ workspace }: Deps, { lang }: Turn, typed: string): Promise<PlainTextOption[]> {
  const found = await searchPlaces(typed, lang, MAX.options - 1);
  const house = likeHouse(await placeName(workspace.country, lang), lang);
  return [...(typed.trim() ? [] : [house]), ...found.map(({ code, name }) => option(name, code))];
}

const daysForm = modal(DAYS_FORM, (lang) => {
  const t = say(lang);
  const day = (error: string) =>
    z.iso
      .date({ error })
      .nullish()
      .transform((date) => date ?? null);
  return z.object({
    week: z
      .array(z.string().regex(/^[1-7]$/), { error: t.weekMissing })
      .min(1, t.weekMissing)
      .transform((days) => days.toSorted().join('')),
    country: z.string({ error: t.countryWrong }),
    known: z
      .array(z.string())
      .nullish()
      .transform((kept) => kept ?? []),
    from: day(t.fromMissing),
    until: day(t.untilWrong),
  });
});

/** Saves one's own days, or says beside the field what doesn't fit; nothing typed is lost. */
export const daysListener: ModalListener = {
  id: DAYS_FORM,
  by: 'member',
  async submit(deps, turn, view): Promise<Submitted> {
    const t = say(turn.lang);
    const read = daysForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    const { week, country, known, from, until } = read.fields;
    if (country !== LIKE_HOUSE && !(await isPlace(country))) return { errors: { country: t.countryWrong } };
    const now = deps.clock.now();
    const today = localDay(now, turn.person.zone);
    const off = offBetween({ from, until }, today);
    if (off && 'problem' in off) return { errors: { [off.problem.field]: t[off.problem.is] } };
    if (off && known.length >= MOST_PERIODS) return { errors: { from: t.tooMany } };
    const { userId } = turn.person;
    await deps.db.run(async (tx) => {
      if (!(await once(tx, turn.requestId, now))) return;
      await personStore(tx).chooseDays(userId, week, country === LIKE_HOUSE ? null : country);
      const gone = knownIn(view).filter((first) => !known.includes(first));
      for (const first of gone) await absenceStore(tx).endOwn(userId, first, addDays(today, -1));
      if (off) await absenceStore(tx).keepOwn(userId, off);
    });
    return 'close';
  },
};

const knownBlock = z.object({
  block_id: z.literal('known'),
  element: z.object({ options: z.array(z.object({ value: z.string() })) }),
});

/** The periods that the form showed: whatever was added elsewhere meanwhile stays. */
const knownIn = ({ blocks }: OpenView): string[] =>
  blocks.flatMap((block) => knownBlock.safeParse(block).data?.element.options.map(({ value }) => value) ?? []);

/** Days off that aren't over: their own, and what their status says today. */
async function daysOff(
  tx: Tx,
  userId: string,
  today: string,
): Promise<{ own: Absence[]; status: Absence | undefined }> {
  const all = await absenceStore(tx).of(userId);
  const open = all.filter(({ until }) => until === null || until >= today);
  return {
    own: open.filter(({ source }) => source === 'own').slice(0, MOST_PERIODS),
    status: open.find(({ source }) => source === 'status'),
  };
}
