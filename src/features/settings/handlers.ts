import type { PlainTextOption } from '@slack/types';
import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { Feature } from '../../feature.ts';
import type { Turn } from '../../slack/action.ts';
import { MAX, option } from '../../slack/blocks.ts';
import { answers, changedFields, type ModalListener, type Submitted } from '../../slack/modal.ts';
import type { Lang } from '../../texts.ts';
import { houseDays, isPlace, placeName, searchPlaces } from '../people/index.ts';
import { settingStore } from './store.ts';
import { type SettingKey, type Settings, settingsTable } from './table.ts';
import { say } from './texts.ts';
import { FORM, settingsView } from './views.ts';

/** Opens the form. The dispatch lets only admins in. */
export async function openSettings(deps: Deps, turn: Turn) {
  await turn.open(await currentForm(deps, turn));
}

/** The form as the settings are now: after a button in it has changed one. */
export async function currentForm(deps: Deps, turn: Turn) {
  const [settings, channelLangs] = await deps.db.run(
    async (tx) => [await settingStore(tx).all(), await settingStore(tx).channelLangs()] as const,
  );
  const works = await houseDays(settings.country);
  const countryName = await placeName(settings.country, turn.lang);
  const sections = deps.features.flatMap(({ settings: part }) => part ?? []).toSorted((a, b) => a.place - b.place);
  return settingsView(settings, sections, { lang: turn.lang, now: deps.clock.now(), channelLangs, works, countryName });
}

export const settingsForm: ModalListener = {
  id: FORM,
  by: 'admin',
  async submit(deps, turn, view): Promise<Submitted> {
    const given = answers(view.state);
    const changed = changedFields(view);
    const { read, errors } = readAnswers(given, changed, deps.features, turn.lang);
    if (Object.keys(errors).length > 0) return { errors };
    const found = await checkCountry(read, turn.lang);
    for (const { settings: part } of deps.features) Object.assign(found, await part?.check?.(deps, read, turn.lang));
    if (Object.keys(found).length > 0) return { errors: found };
    await deps.db.run(async (tx) => {
      if (!(await once(tx, turn.requestId, deps.clock.now()))) return;
      for (const key of Object.keys(read) as SettingKey[]) await keep(deps, tx, key, read, turn.person.userId);
      const change = { by: turn.person.userId, at: deps.clock.now(), newId: deps.ids.uuid };
      for (const { settings: part } of deps.features) await part?.keep?.(tx, given, changed, change);
    });
    return 'close';
  },
};

/** Zones whose name has what was typed, in any order of region and city. */
export async function findZones(_deps: Deps, _turn: Turn, typed: string): Promise<PlainTextOption[]> {
  const wanted = typed.toLowerCase().replaceAll(' ', '_');
  const found = Intl.supportedValuesOf('timeZone').filter((name) => name.toLowerCase().includes(wanted));
  return found.slice(0, MAX.options).map((name) => option(name, name));
}

/** Countries, and states of some, by how they are called. */
export async function findCountries(_deps: Deps, turn: Turn, typed: string): Promise<PlainTextOption[]> {
  const found = await searchPlaces(typed, turn.lang, MAX.options);
  return found.map(({ code, name }) => option(name, code));
}

async function checkCountry({ country }: Partial<Settings>, lang: Lang): Promise<Record<string, string>> {
  return country === undefined || (await isPlace(country)) ? {} : { country: say(lang).wrong };
}

/** Only what this admin changed: the form may be older than somebody else's change of the rest. */
function readAnswers(
  given: Record<string, unknown>,
  changed: ReadonlySet<string>,
  features: readonly Feature[],
  lang: Lang,
) {
  const read: Partial<Settings> = {};
  const errors: Record<string, string> = {};
  const wrong: Partial<Record<SettingKey, string>> = Object.assign(
    {},
    ...features.map(({ settings }) => settings?.misread?.(lang)),
  );
  for (const [key, answer] of Object.entries(given)) {
    if (!(key in settingsTable) || !changed.has(key)) continue;
    const { schema } = settingsTable[key as SettingKey];
    const result = schema.safeParse(answer ?? null);
    if (result.success) Object.assign(read, { [key]: result.data });
    else errors[key] = wrong[key as SettingKey] ?? say(lang).wrong;
  }
  return { read, errors };
}

const keep = <K extends SettingKey>(deps: Deps, tx: Tx, key: K, read: Partial<Settings>, by: string) =>
  settingStore(tx).set(key, read[key] as Settings[K], { by, at: deps.clock.now(), id: deps.ids.uuid() });
