import type { Seed, SeedPerson } from '../emulator/core/index.ts';

/** The people most tests are about: four members in three zones, and everybody whom Mantra must leave alone. */
export const SANNE: SeedPerson = {
  id: 'USANNE',
  name: 'sanne',
  real_name: 'Sanne de Vries',
  tz: 'Europe/Amsterdam',
  locale: 'nl-NL',
};
export const BEN: SeedPerson = {
  id: 'UBEN',
  name: 'ben',
  real_name: 'Ben Carter',
  tz: 'America/New_York',
  locale: 'en-US',
};
export const KAVYA: SeedPerson = {
  id: 'UKAVYA',
  name: 'kavya',
  real_name: 'Kavya Rao',
  tz: 'Asia/Kolkata',
  locale: 'en-GB',
};
export const NOOR: SeedPerson = {
  id: 'UNOOR',
  name: 'noor',
  real_name: 'Noor Jansen',
  tz: 'Europe/Amsterdam',
  locale: 'nl-NL',
  is_admin: true,
  is_owner: true,
};

/** A leader, where a test appoints her. */
export const MARJAN: SeedPerson = {
  id: 'UMARJAN',
  name: 'marjan',
  real_name: 'Marjan Bakker',
  tz: 'Europe/Amsterdam',
  locale: 'nl-NL',
};

/** Everybody whom Mantra leaves alone, one of each sort. */
export const OTHERS: SeedPerson[] = [
  { id: 'UGUEST', name: 'guest', real_name: 'Gast Een', tz: 'Europe/Amsterdam', is_restricted: true },
  {
    id: 'UGUESTONE',
    name: 'guest2',
    real_name: 'Gast Twee',
    tz: 'Europe/Amsterdam',
    is_restricted: true,
    is_ultra_restricted: true,
  },
  { id: 'UGONE', name: 'gone', real_name: 'Weg Gegaan', tz: 'Europe/Amsterdam', deleted: true },
  { id: 'UINVITED', name: 'invited', real_name: 'Nog Niet', tz: 'Europe/Amsterdam', is_invited_user: true },
  { id: 'UROBOT', name: 'robot', real_name: 'Robot', is_bot: true },
  { id: 'UFLOW', name: 'flow', real_name: 'Workflow', is_bot: true, is_workflow_bot: true },
];

export const STORIES = 'CSTORIES';

/** A small workspace with a channel for stories. */
export const villageOf = (people: SeedPerson[], teamId: string): Seed => ({
  team: { id: teamId, name: 'Lindenhof', domain: 'lindenhof' },
  people,
  channels: [
    { id: STORIES, name: 'klantverhalen', members: people.map(({ id }) => id), bot: true },
    { id: 'CGENERAL', name: 'algemeen', members: people.map(({ id }) => id) },
  ],
});
