import type { StaticSelect } from '@slack/types';
import { z } from 'zod';
import type { House, SettingsSection } from '../../feature.ts';
import { action } from '../../slack/action.ts';
import { actions, input, MAX, option, plain, section } from '../../slack/blocks.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import type { Settings } from './table.ts';
import { say } from './texts.ts';

export const FORM = 'settings.form';
export const ZONES = 'settings.zones';
export const COUNTRIES = 'settings.countries';

/** Opens the settings, from Home and from the menu. */
export const openButton = action('settings.open', z.null());

/** The whole form: what belongs to no habit first, then each habit's own part. */
export const settingsView = (settings: Settings, sections: readonly SettingsSection[], house: House): Modal => {
  const t = say(house.lang);
  return modalView({
    id: FORM,
    title: t.title,
    submit: t.save,
    close: t.close,
    blocks: [
      section(t.intro),
      ...sections.flatMap((part) => part.blocks(settings, house)),
      input({ id: 'houseLang', label: t.houseLang, hint: t.houseLangHint, element: langSelect(settings, house.lang) }),
      input({ id: 'zone', label: t.zone, hint: t.zoneHint, element: zoneSelect(settings, house.lang) }),
      input({ id: 'country', label: t.country, hint: t.countryHint, element: countrySelect(settings, house) }),
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

const countrySelect = ({ country }: Settings, { lang, countryName }: House) => ({
  type: 'external_select' as const,
  action_id: COUNTRIES,
  min_query_length: 0,
  placeholder: plain(say(lang).countryPlaceholder, MAX.placeholder),
  initial_option: option(countryName, country),
});

function select(actionId: string, options: ReturnType<typeof option>[], chosen: string): StaticSelect {
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'static_select', action_id: actionId, options, ...(initial && { initial_option: initial }) };
}
