import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { plus } from '../../time.ts';
import { openButton } from './form.ts';
import { fileListener, openImport, stalledDue } from './handlers.ts';
import { reportKind } from './messages.ts';
import { importStore } from './store.ts';
import { say } from './texts.ts';
import { importBlocks } from './views.ts';

export { importForOperator, type Progress } from './operator.ts';
export { MOST_BYTES } from './rules.ts';
export { runImport } from './run.ts';
export { importStore } from './store.ts';

/** For so many days an import's report can be looked at. */
const KEPT_DAYS = 90;

/** Customers from another system: a file that an admin brings, or an operator. */
export const imports: Feature = {
  name: 'imports',
  actions: [on(openButton, openImport, 'admin')],
  modals: [fileListener],
  due: [stalledDue],
  messages: [reportKind],
  settings: { place: 6, blocks: (_settings, { lang }) => importBlocks(lang) },
  nightly: async ({ db }, now) => {
    await db.run((tx) => importStore(tx).forget(plus(now, { days: -KEPT_DAYS })));
  },
  help: (lang) => ({ title: say(lang).helpTitle, says: say(lang).helpSays, words: [] }),
  personal: [
    { table: 'customer_imports', column: 'by', holds: 'what they did', export: true, erase: 'blank', keepMonths: 3 },
    {
      table: 'customer_import_rows',
      column: 'contact_id',
      holds: 'identity',
      export: false,
      erase: 'row',
      keepMonths: 1,
    },
  ],
};
