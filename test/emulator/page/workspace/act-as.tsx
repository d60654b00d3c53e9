import type { PagePerson, PageState } from '../contract.ts';
import { Combobox } from '../elements/combobox.tsx';
import { fitting } from '../elements/fitting.ts';
import { Avatar } from './avatar.tsx';

/** Sit down at somebody else's keyboard: everybody with their role, zone and language at a glance. */
export function ActAs({ state: { me, people }, become }: { state: PageState; become(userId: string): void }) {
  const items = people.filter(({ playable }) => playable).map(itemOf);
  return (
    <div class="act-as">
      <Avatar person={me} />
      <Combobox
        naming={{ 'aria-label': 'Act as' }}
        placeholder="Act as …"
        chosen={[itemOf(me)]}
        find={(typed) => Promise.resolve(fitting(items, typed))}
        choose={([person]) => person && become(person.value)}
      />
      <small class="about-me">{aboutOf(me)}</small>
    </div>
  );
}

const itemOf = (person: PagePerson) => ({ value: person.id, text: person.name, description: aboutOf(person) });

/** `Planning · Admin · Amsterdam · Nederlands` */
const aboutOf = ({ title, role, zone, locale }: PagePerson) =>
  [title, role, zone.split('/').at(-1)?.replaceAll('_', ' '), languageOf(locale)].filter(Boolean).join(' · ');

const languageOf = (locale: string) =>
  new Intl.DisplayNames('en', { type: 'language' }).of(locale.split('-')[0] ?? 'en') ?? locale;
