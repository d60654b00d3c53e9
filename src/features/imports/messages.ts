import type { Kind } from '../../delivery/outbox.ts';
import { plus } from '../../time.ts';
import { personStore } from '../people/index.ts';
import { importStore } from './store.ts';
import { reportMessage } from './views.ts';

/** How far somebody's list is, and what came of it: one message that changes. Its subject is the import. */
export const reportKind: Kind = {
  name: 'imports.report',
  priority: 1,
  unasked: false,
  window: 'always',
  until: (dueAt) => plus(dueAt, { days: 1 }),
  async render(_deps, tx, { recipient, subject }) {
    const person = await personStore(tx).find(recipient);
    const one = await importStore(tx).find(subject);
    return person && one ? reportMessage(one, person.lang) : 'no longer needed';
  },
};
