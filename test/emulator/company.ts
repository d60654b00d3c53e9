import type { ProfileField, Seed, SeedChannel, SeedGroup, SeedPerson } from './core/types.ts';
import { CUSTOMER, CUSTOMERS_PEOPLE, GUESTS, outsiders } from './outsiders.ts';

/**
 * Lindenhof, an invented wholesaler that delivers to bakeries, restaurants and shops: five teams in three time zones,
 * and everybody else a workspace has: guests, bots, somebody who left, somebody who was only invited.
 */
const TEAM = { id: 'T0LINDENHOF', name: 'Lindenhof', domain: 'lindenhof' };

/** The house's zone: its days are what the history is told in. */
export const HOUSE_ZONE = 'Europe/Amsterdam';
export const HOUSE_COUNTRY = 'NL';

const NL = { tz: HOUSE_ZONE, locale: 'nl-NL' };
const NY = { tz: 'America/New_York', locale: 'en-US' };
const IN = { tz: 'Asia/Kolkata', locale: 'en-GB' };
const EN = { tz: HOUSE_ZONE, locale: 'en-GB' };

type Place = Pick<SeedPerson, 'tz' | 'locale'>;
type Member = string | [name: string, place: Place];

const MANAGER: ProfileField = { id: 'Xf0MANAGER', label: 'Manager', type: 'user', is_scim: true };

/** The teams, each with its people; the place where it isn't the house's own stands behind the name. */
const TEAMS: Record<string, Member[]> = {
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
  .flatMap(([title, names]) => names.map((one) => memberOf(title, one, names[0])))
  .map((person, index) => ({ ...person, color: COLORS[index % COLORS.length] ?? '2f6f5e' }));

/** Everybody's manager is the first of their team, as the house's directory tells Slack. */
function memberOf(title: string, one: Member, first: Member = one): SeedPerson {
  const [name, place] = typeof one === 'string' ? [one, NL] : one;
  const handle = name.toLowerCase().replaceAll(' ', '.');
  return {
    id: idOf(name),
    name: handle,
    real_name: name,
    title,
    email: `${handle}@lindenhof.example.com`,
    dnd: { enabled: true, start: '22:00', end: '08:00' },
    ...(first !== one && { fields: { [MANAGER.id]: idOf(typeof first === 'string' ? first : first[0]) } }),
    ...place,
  };
}

/** A member's id, from the name: `Sanne de Vries` is USANNEDEVRIES. */
export function idOf(name: string): string {
  return `U${name.toUpperCase().replace(/[^A-Z]/g, '')}`;
}

export const ADMIN = idOf('Noor Jansen');
export const SANNE = idOf('Sanne de Vries');
export const LEADERS = [idOf('Marjan de Boer'), idOf('Joost Verhagen'), idOf('Lucy Bennett')];
export const STORIES_CHANNEL = 'C0KLANTVERHALEN';

const everybody = members.map(({ id }) => id);
const channels: SeedChannel[] = [
  { id: 'C0ALGEMEEN', name: 'algemeen', members: everybody, topic: 'Nieuws van het huis' },
  { id: STORIES_CHANNEL, name: 'klantverhalen', members: everybody, bot: true, topic: 'Wat klanten ons vertelden' },
  { id: 'C0PLANNING', name: 'planning', members: [...everybody.slice(24, 36), ...GUESTS], topic: 'Routes en vensters' },
  { id: 'C0LOOP', name: 'kantine', members: [...everybody, 'UGUEST1'], topic: 'Van alles' },
  {
    id: 'C0GOUDENKORST',
    name: 'samen-gouden-korst',
    kind: 'private',
    members: [...LEADERS, ...CUSTOMERS_PEOPLE],
    bot: true,
    shared_with: [CUSTOMER.id],
    topic: 'Samen met onze klant De Gouden Korst',
  },
];

/** What isn't the same for everybody. */
const PARTICULARS: Record<string, Partial<SeedPerson>> = {
  [ADMIN]: { is_admin: true, is_owner: true, is_primary_owner: true },
  [idOf('Hanneke Bosch')]: { status_emoji: ':palm_tree:', status_text: 'Met vakantie' },
};

const groups: SeedGroup[] = [
  {
    id: 'S0VERKOOP',
    handle: 'verkoop',
    name: 'Verkoop',
    description: 'Wie klanten bezoekt',
    users: teamIds('Verkoop'),
  },
  { id: 'S0SERVICE', handle: 'service', name: 'Service', description: 'Wie klanten helpt', users: teamIds('Service') },
];

/** The whole company as Slack knows it. */
export const company: Seed = {
  team: TEAM,
  people: [...members.map((one) => ({ ...one, ...PARTICULARS[one.id] })), ...outsiders],
  channels,
  groups,
  organisations: [CUSTOMER],
  profile_fields: [MANAGER],
};

function teamIds(title: string): string[] {
  return members.filter((one) => one.title === title).map(({ id }) => id);
}
