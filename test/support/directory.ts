import { type Customer, customerStore } from '../../src/features/customers/index.ts';
import { systemIds } from '../../src/ids.ts';
import type { Outcome, Visitor } from '../emulator/core/index.ts';
import type { House } from './house.ts';

/** The form "About this customer" as people read it in Dutch. */
export const ABOUT = {
  find: 'Over wie wil je iets weten?',
  name: 'Hoe heet deze klant?',
  status: 'Wat zijn ze voor ons?',
  contact: 'Vaste contactpersoon',
  quiet: 'Mogen we contact opnemen?',
  segment: 'Segment',
  fits: 'Past deze klant bij ons?',
  key: 'Hun nummer elders',
} as const;

/** Opens "About this customer" from Home, in Dutch; a name nobody knows is added. */
export async function looksUp(somebody: Visitor, name: string): Promise<Outcome> {
  await somebody.opensHome();
  await somebody.clicks('Klantgegevens', { in: 'home' });
  const offered = await somebody.searches(ABOUT.find, name);
  await somebody.picks(ABOUT.find, offered.includes(name) ? name : `“${name}” toevoegen`);
  return somebody.submits();
}

/** A customer who is there, added without a form. */
export const knows = (house: House, name: string, sort: Customer['sort'] = 'customer'): Promise<Customer> =>
  house.db.run((tx) =>
    customerStore(tx).findOrAdd({ name, sort, id: systemIds.uuid(), by: 'UBEN', at: house.clock.now() }),
  );
