import type { Feature } from '../feature.ts';
import { companions } from './companions/index.ts';
import { conversations } from './conversations/index.ts';
import { customers } from './customers/index.ts';
import { drafts } from './drafts/index.ts';
import { help } from './help/index.ts';
import { home } from './home/index.ts';
import { imports } from './imports/index.ts';
import { logbook } from './logbook/index.ts';
import { nudges } from './nudges/index.ts';
import { pages } from './pages/index.ts';
import { people } from './people/index.ts';
import { plans } from './plans/index.ts';
import { reminders } from './reminders/index.ts';
import { rests } from './rests/index.ts';
import { returns } from './returns/index.ts';
import { search } from './search/index.ts';
import { settings } from './settings/index.ts';
import { summaries } from './summaries/index.ts';

/** Every habit, in the order Home, help, settings and the menu show them. Adding one is a folder and a line here. */
export const features: readonly Feature[] = [
  companions,
  conversations,
  logbook,
  plans,
  pages,
  search,
  nudges,
  reminders,
  rests,
  returns,
  summaries,
  customers,
  imports,
  drafts,
  settings,
  people,
  home,
  help,
];
