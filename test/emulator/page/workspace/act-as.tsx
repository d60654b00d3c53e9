import { useMemo } from 'preact/hooks';
import type { PagePerson } from '../contract.ts';
import { Combobox } from '../elements/combobox.tsx';
import { fitting } from '../elements/fitting.ts';
import { useReading } from '../text/reading.ts';
import { Avatar } from './avatar.tsx';

/** Sit down at somebody else's keyboard: everybody with their role, zone and language at a glance. */
export function ActAs({ me, become }: { me: PagePerson; become(userId: string): void }) {
  const { people } = useReading();
  const items = useMemo(() => itemsOf(people), [people]);
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

/** Who stands together in the list, in this order; a role that isn't here comes last. */
const GROUPS: Readonly<Record<string, string>> = {
  Owner: 'Owners and admins',
  Admin: 'Owners and admins',
  Member: 'Members',
  Guest: 'Guests',
  'Guest in one channel': 'Guests',
  'Other organisation': 'Other organisations',
};
const ORDER = [...new Set(Object.values(GROUPS))];

function itemsOf(people: readonly PagePerson[]) {
  const items = people
    .filter(({ playable }) => playable)
    .map((person) => ({ ...itemOf(person), group: GROUPS[person.role] ?? person.role }));
  const place = ({ group }: { group: string }) => (ORDER.includes(group) ? ORDER.indexOf(group) : ORDER.length);
  return items.toSorted((one, other) => place(one) - place(other));
}

const itemOf = (person: PagePerson) => ({ value: person.id, text: person.name, description: aboutOf(person) });

/** `Planning · Admin · Amsterdam · Nederlands` */
const aboutOf = ({ title, role, organisation, zone, locale }: PagePerson) =>
  [title, organisation ?? role, zone.split('/').at(-1)?.replaceAll('_', ' '), languageOf(locale)]
    .filter(Boolean)
    .join(' · ');

const names = new Intl.DisplayNames('en', { type: 'language' });
const languages = new Map<string, string>();

/** `Dutch`, each looked up once. */
function languageOf(locale: string): string {
  const known = languages.get(locale) ?? names.of(locale.split('-')[0] ?? 'en') ?? locale;
  languages.set(locale, known);
  return known;
}
