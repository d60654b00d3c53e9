import fc from 'fast-check';
import type { Row, RowChanges } from '../../../src/delivery/store.ts';
import { addDays, plus } from '../../../src/time.ts';
import { CUSTOMER } from './habits.ts';

export const START = new Date('2026-11-02T09:00:00Z');
export const MONTH = '2026-11';
export const ZONES = ['Europe/Amsterdam', 'Asia/Kolkata'];

export const moment = fc.integer({ min: 0, max: 12 }).map((n) => plus(START, { minutes: 10 * n }));
export const day = fc.integer({ min: -3, max: 9 }).map((n) => addDays('2026-11-02', n));
export const holder = fc.constantFrom('one', 'other');
export const person = fc.constantFrom('U0ANNA', 'U0BEN', 'U0CEM');
export const recipient = fc.oneof(person, fc.constantFrom('C0STORIES', 'C0OTHER'));
const kind = fc.constantFrom('nudges.monthly', 'nudges.again', 'conversations.story');
const subject = fc.constantFrom(MONTH, '2026-10', 'story');
const state = fc.constantFrom(
  ...['pending', 'sending', 'sending', 'unknown', 'unknown', 'held', 'sent', 'failed', 'skipped', 'expired'],
);
const seldom = fc.nat({ max: 3 }).map((n) => n === 0);
const ts = fc.option(fc.constantFrom('1.0', '2.0'));
export const nth = fc.nat({ max: 20 });
export const fence = fc.integer({ min: 1, max: 3 });
export const place = fc.record({ channel: fc.constantFrom('D0ANNA', 'C0STORIES'), ts: fc.constantFrom('1.0', '2.0') });
export const uuid = fc.nat({ max: 3 }).map((n) => `00000000-0000-4000-9000-00000000000${n}`);

export const changes: fc.Arbitrary<RowChanges> = fc.record(
  {
    ...{ state, ts, fence, leaseUntil: fc.option(moment), notBefore: moment, settlesAt: fc.option(moment) },
    ...{ attempt: fc.nat({ max: 5 }), lastError: fc.option(fc.constantFrom('render', 'x')), sentAt: fc.option(moment) },
    ...{ wanted: fence, claimed: fence, gone: seldom, expiresAt: fc.option(moment) },
  },
  { requiredKeys: [] },
);
export const newRow = fc.record({
  ...{ kind, recipient, subject, unasked: fc.boolean(), monthlyHabit: fc.boolean() },
  ...{ priority: fc.integer({ min: 1, max: 5 }), dueAt: moment, expiresAt: fc.option(moment) },
});
export const about = fc.record({ kind, subject, recipient: fc.option(recipient, { nil: undefined }) });
/** What stands in an outbox at some time. */
export const standing: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      ...{ key: fc.uuid({ version: 4 }), kind, recipient, subject, unasked: fc.boolean(), monthlyHabit: fc.boolean() },
      ...{ priority: fc.integer({ min: 1, max: 5 }), dueAt: moment, expiresAt: fc.option(moment), wanted: fence },
      ...{ shown: fence, claimed: fence, gone: seldom, state, ts, channel: fc.constant('D0ANNA') },
      ...{ fence: fc.option(fence), leaseUntil: fc.option(moment), notBefore: moment, settlesAt: fc.option(moment) },
      ...{ attempt: fc.nat({ max: 5 }), lastError: fc.constantFrom(null, 'render'), sentAt: fc.option(moment) },
    }),
    { minLength: 8, maxLength: 20 },
  )
  .map((rows) => unique(rows));

/** Nudges of the month that were put off, by whom. */
export const putOff = fc.uniqueArray(fc.record({ userId: person, laterOn: fc.option(day) }), {
  selector: ({ userId }) => userId,
});

export const told = fc.record({
  ...{ customerId: fc.constant(CUSTOMER.id), kind: fc.constant('call' as const), learned: fc.constantFrom('v1', 'v2') },
  ...{ heldOn: day, readers: fc.constantFrom('story' as const, 'me' as const), counts: fc.boolean() },
  ...{ need: fc.constant(null), said: fc.constant(null), initiative: fc.constant(null), level: fc.constant(null) },
  minutes: fc.constant(null),
  topic: fc.constant(null),
});
export const seen = fc.record({
  ...{ userId: person, name: fc.constant('Anna'), lang: fc.constantFrom('nl' as const, null) },
  ...{ zone: fc.constantFrom(...ZONES, null), member: fc.boolean(), admin: fc.boolean() },
  today: day,
});
export const week = fc.constantFrom('12345', '12345', '24', '7');
export const nudgeDay = fc.constantFrom(5, 10, 20);
export const country = fc.constantFrom(null, null, 'BE');

/** One statement can't write the same row twice. */
export const unique = <T extends object>(rows: readonly T[], by: (row: T) => string = messageOf) => [
  ...new Map(rows.map((row) => [by(row), row])).values(),
];

const messageOf = (row: object) =>
  'kind' in row && 'recipient' in row && 'subject' in row ? `${row.kind} ${row.recipient} ${row.subject}` : '';
