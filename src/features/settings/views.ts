import type { StaticSelect } from '@slack/types';
import { z } from 'zod';
import type { SettingsSection } from '../../feature.ts';
import { action } from '../../slack/action.ts';
import { actions, input, MAX, option, plain, section } from '../../slack/blocks.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import type { Settings } from './table.ts';
import { say } from './texts.ts';

export const FORM = 'settings.form';
export const ZONES = 'settings.zones';

/** Opens the settings, from Home and from the menu. */
export const openButton = action('settings.open', z.null());

/** Countries whose holidays a kept calendar knows; more come with it. */
const COUNTRIES = [
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
  'CZ',
  'US',
  'CA',
];

/** The whole form: what belongs to no habit first, then each habit's own part. */
export const settingsView = (
  settings: Settings,
  sections: readonly SettingsSection[],
  who: Parameters<SettingsSection['blocks']>[1],
): Modal => {
  const t = say(who.lang);
  return modalView({
    id: FORM,
    title: t.title,
    submit: t.save,
    close: t.close,
    blocks: [
      section(t.intro),
      ...sections.flatMap((part) => part.blocks(settings, who)),
      input({ id: 'houseLang', label: t.houseLang, hint: t.houseLangHint, element: langSelect(settings, who.lang) }),
      input({ id: 'zone', label: t.zone, hint: t.zoneHint, element: zoneSelect(settings, who.lang) }),
      input({ id: 'country', label: t.country, hint: t.countryHint, element: countrySelect(settings, who.lang) }),
    ],
  });
};

/** What an admin sees on Home. */
export const adminHome = (lang: Lang) => [
  section(say(lang).homeAdmin),
  actions(openButton.button(say(lang).open, null)),
];

const langSelect = ({ houseLang }: Settings, lang: Lang) => {
  const { langs } = say(lang);
  return select('settings.lang', [option(langs.nl, 'nl'), option(langs.en, 'en')], houseLang);
};

const zoneSelect = ({ zone }: Settings, lang: Lang) => ({
  type: 'external_select' as const,
  action_id: ZONES,
  min_query_length: 2,
  placeholder: plain(say(lang).zonePlaceholder, MAX.placeholder),
  initial_option: option(zone, zone),
});

const countrySelect = ({ country }: Settings, lang: Lang) => {
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const codes = COUNTRIES.includes(country) ? COUNTRIES : [country, ...COUNTRIES];
  return select(
    'settings.country',
    codes.map((code) => option(names.of(code) ?? code, code)),
    country,
  );
};

function select(actionId: string, options: ReturnType<typeof option>[], chosen: string): StaticSelect {
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'static_select', action_id: actionId, options, ...(initial && { initial_option: initial }) };
}
