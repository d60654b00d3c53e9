import type { Seed, SeedChannel, SeedPerson } from './core/types.ts';

/**
 * Lindenhof, an invented wholesaler that delivers to bakeries, restaurants and shops: five teams in three time zones,
 * and everybody else a workspace has: guests, bots, somebody who left, somebody who was only invited.
 */
const TEAM = { id: 'T0LINDENHOF', name: 'Lindenhof', domain: 'lindenhof' };

/** The house's zone: its days are what the history is told in. */
export const HOUSE_ZONE = 'Europe/Amsterdam';

const NL = { tz: HOUSE_ZONE, locale: 'nl-NL' };
const NY = { tz: 'America/New_York', locale: 'en-US' };
const IN = { tz: 'Asia/Kolkata', locale: 'en-GB' };
const EN = { tz: HOUSE_ZONE, locale: 'en-GB' };

type Place = Pick<SeedPerson, 'tz' | 'locale'>;

/** The teams, each with its people; the place where it isn't the house's own stands behind the name. */
const TEAMS: Record<string, (string | [string, Place])[]> = {
  Verkoop: [
    'Joost Verhagen',
    'Lieke Mulder',
    'Bram Kuipers',
    'Fenna Postma',
    'Daan Wouters',
    'Yara Smit',
    'Ruben Hoekstra',
    'Nina Scholten',
    'Olaf Brouwer',
    ['Grace Holloway', NY],
    ['Marcus Reed', NY],
    ['Priya Nair', IN],
  ],
  Service: [
    'Marjan de Boer',
    'Tess van Dijk',
    'Koen Peters',
    'Esmee Jacobs',
    'Hamza Idrissi',
    'Lotte Vermeer',
    'Sander Bos',
    'Anouk Prins',
    ['Ben Carter', EN],
    ['Dana Whitfield', NY],
    ['Arjun Mehta', IN],
    ['Kavya Rao', IN],
  ],
  Planning: [
    'Sanne de Vries',
    'Thijs Bakker',
    'Iris Hendriks',
    'Jelle Dekker',
    'Femke Visser',
    'Mats Willems',
    'Roos Timmer',
    'Pieter Zwart',
    ['Emma Lindqvist', EN],
    ['Tom Alvarez', NY],
  ],
  Productie: [
    'Wim Groot',
    'Hanneke Bosch',
    'Ali Demir',
    'Greet Maas',
    'Rik Jonker',
    'Petra Kok',
    'Stef van Leeuwen',
    'Jolanda Vos',
    'Mo Achterberg',
    'Carla Schouten',
    'Bas Koning',
    'Ingrid Veen',
  ],
  Kantoor: [
    'Noor Jansen',
    'Floris van Rijn',
    'Maud Peeters',
    'Casper Blom',
    'Elif Kaya',
    'Judith Meijer',
    'Quinten Hofman',
    ['Lucy Bennett', EN],
    ['Aisha Khan', IN],
  ],
};

const COLORS = ['2f6f5e', '9c4f3f', '4a5d8f', '8a6d1f', '6d4a7c', '3b7a8c', '87543b', '5b6f3a'];

const members: SeedPerson[] = Object.entries(TEAMS)
  .flatMap(([title, names]) => names.map((one) => memberOf(title, one)))
  .map((person, index) => ({ ...person, color: COLORS[index % COLORS.length] ?? '2f6f5e' }));

function memberOf(title: string, one: string | [string, Place]): SeedPerson {
  const [name, place] = typeof one === 'string' ? [one, NL] : one;
  return { id: idOf(name), name: name.toLowerCase().replaceAll(' ', '.'), real_name: name, title, ...place };
}

const others: SeedPerson[] = [
  { id: 'UGUEST1', name: 'guest.auditor', real_name: 'Gast Accountant', is_restricted: true, ...NL },
  {
    id: 'UGUEST2',
    name: 'guest.designer',
    real_name: 'Gast Ontwerper',
    is_restricted: true,
    is_ultra_restricted: true,
    ...NL,
  },
  { id: 'UGONE', name: 'oud.collega', real_name: 'Oud Collega', deleted: true, ...NL },
  { id: 'UINVITED', name: 'nieuw', real_name: 'Nieuw Uitgenodigd', is_invited_user: true, ...NL },
  { id: 'UBUILD', name: 'buildbot', real_name: 'Buildbot', is_bot: true },
  { id: 'UFLOW', name: 'workflow', real_name: 'Vakantieverzoek', is_bot: true, is_workflow_bot: true },
];

/** A member's id, from the name: `Sanne de Vries` is USANNEDEVRIES. */
export function idOf(name: string): string {
  return `U${name.toUpperCase().replace(/[^A-Z]/g, '')}`;
}

export const ADMIN = idOf('Noor Jansen');
export const SANNE = idOf('Sanne de Vries');
export const LEADERS = [idOf('Marjan de Boer'), idOf('Joost Verhagen')];
export const STORIES_CHANNEL = 'C0KLANTVERHALEN';

const everybody = members.map(({ id }) => id);
const channels: SeedChannel[] = [
  { id: 'C0ALGEMEEN', name: 'algemeen', members: everybody, topic: 'Nieuws van het huis' },
  { id: STORIES_CHANNEL, name: 'klantverhalen', members: everybody, bot: true, topic: 'Wat klanten ons vertelden' },
  { id: 'C0PLANNING', name: 'planning', members: everybody.slice(24, 36), topic: 'Routes en vensters' },
  { id: 'C0LOOP', name: 'kantine', members: everybody, topic: 'Van alles' },
];

/** The whole company as Slack knows it. */
export const company: Seed = {
  team: TEAM,
  people: [...members.map((one) => (one.id === ADMIN ? { ...one, is_admin: true, is_owner: true } : one)), ...others],
  channels,
};
