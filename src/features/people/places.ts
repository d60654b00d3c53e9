import type { Lang } from '../../texts.ts';
import { wordsOf } from '../../words.ts';
import { loadPackage } from './holidays.ts';

/** Somewhere with holidays of its own; its name in words: "Germany, Bayern". */
export type Place = { code: string; name: string };

/** Where most of our people are: what the select offers before anybody types. */
const NEARBY = [
  'NL',
  'BE',
  'DE',
  'LU',
  'FR',
  'GB',
  'IE',
  'DK',
  'SE',
  'NO',
  'FI',
  'AT',
  'CH',
  'ES',
  'PT',
  'IT',
  'PL',
  'US',
];

/** Places that are called like what was typed, countries before their states; before anybody types, the countries around. */
export async function searchPlaces(typed: string, lang: Lang, limit: number): Promise<Place[]> {
  if (!typed.trim()) return Promise.all(NEARBY.map(async (code) => ({ code, name: await placeName(code, lang) })));
  const found = (await allPlaces(lang)).filter(({ name }) => matches(name, typed));
  return found.sort(byRank).slice(0, limit);
}

/** A country before its states and its islands, which have a longer name; states by their names. */
function byRank(one: Place, other: Place): number {
  const rank = ({ code }: Place) => code.split('-').length;
  const isCountry = rank(one) === 1;
  const byName = isCountry ? one.name.length - other.name.length : one.name.localeCompare(other.name);
  return rank(one) - rank(other) || byName;
}

/** What a place is called; its code where nobody knows it. Countries in the reader's language, states in their own. */
export async function placeName(code: string, lang: Lang): Promise<string> {
  const [country = '', state, region] = code.split('-');
  if (!state) return countryName(country, lang);
  const calendar = new (await loadPackage())();
  const parts = [
    countryName(country, lang),
    calendar.getStates(country)?.[state],
    region && calendar.getRegions(country, state)?.[region],
  ];
  return parts.filter(Boolean).join(', ');
}

/** Whether the package knows the holidays of a place. */
export const isPlace = async (code: string): Promise<boolean> =>
  (await allPlaces('en')).some((place) => place.code === code);

/** Every country, followed by its states and their regions. */
async function allPlaces(lang: Lang): Promise<Place[]> {
  const calendar = new (await loadPackage())();
  const below = (of: Place, parts: Record<string, string> | undefined) =>
    Object.entries(parts ?? {}).map(([code, name]) => ({ code: `${of.code}-${code}`, name: `${of.name}, ${name}` }));
  return Object.keys(calendar.getCountries()).flatMap((code) => {
    const country = { code, name: countryName(code, lang) };
    const states = below(country, calendar.getStates(code));
    return [country, ...states.flatMap((state) => [state, ...below(state, regionsOf(calendar, state.code))])];
  });
}

function regionsOf(calendar: InstanceType<Awaited<ReturnType<typeof loadPackage>>>, stateCode: string) {
  const [country = '', state = ''] = stateCode.split('-');
  return calendar.getRegions(country, state);
}

const regions = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  nl: new Intl.DisplayNames('nl', { type: 'region' }),
};

const countryName = (code: string, lang: Lang) => regions[lang].of(code) ?? code;

/** Whether every typed word begins a word of the name, whatever case or accents: "duits bay" finds "Duitsland, Bayern". */
function matches(name: string, typed: string): boolean {
  const words = wordsOf(name);
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
}
