import type { PagePerson } from '../contract.ts';
import { readingOf } from '../text/reading.ts';

const person = (id: string, name: string): PagePerson => ({
  id,
  name,
  handle: name.toLowerCase(),
  title: '',
  role: 'Member',
  zone: 'Europe/Amsterdam',
  locale: 'nl-NL',
  color: '8a4b2f',
  playable: true,
  bot: false,
});

const conversation = (id: string, name: string, kind: 'public' | 'private' | 'im' | 'mpim', external = false) => ({
  ...{ id, name, kind, external, unread: 0, mentions: 0, member: true, archived: false, topic: '', members: 2 },
  others: kind === 'im' ? ['U0BOT'] : [],
});

const MIA = person('U0MIA', 'Mia');
/** Mia, who reads in Dutch, with the people and places that blocks may speak of. */
export const reading = readingOf({
  me: MIA,
  people: [MIA, person('U0TOM', 'Tom'), person('U0GONE', 'Gerda'), { ...person('U0BOT', 'Kettle'), bot: true }],
  conversations: [
    conversation('C0SHELF', 'shelf', 'public'),
    conversation('C0ATTIC', 'attic', 'public'),
    conversation('C0CELLAR', 'cellar', 'private'),
    conversation('C0GUESTS', 'guests', 'public', true),
    conversation('D0KETTLE', 'Kettle', 'im'),
    conversation('G0THREE', 'Mia, Tom, Gerda', 'mpim'),
  ],
  groups: [
    { id: 'S0TEA', handle: 'tea-lovers' },
    { id: 'S0CAKE', handle: 'cake-lovers' },
  ],
  clock: { now: '2026-11-20T09:00:00Z', turning: false, targets: [] },
});
