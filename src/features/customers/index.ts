import type { Feature } from '../../feature.ts';
import { findCustomers } from './handlers.ts';
import { FIND } from './views.ts';

export { customerMeant, optionMeant } from './handlers.ts';
export { type Customer, customerStore, type Suggestion } from './store.ts';
export { customerOption, customerSelect } from './views.ts';

/** Whom we talk with: customers, and kinds of customers without a name. */
export const customers: Feature = {
  name: 'customers',
  options: [{ id: FIND, by: 'member', find: findCustomers }],
  personal: [
    { table: 'customers', column: 'name', holds: 'about a customer', export: false, erase: 'keep', keepMonths: 24 },
    { table: 'customers', column: 'added_by', holds: 'what they did', export: true, erase: 'blank', keepMonths: 24 },
  ],
};
