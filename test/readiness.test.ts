import { expect, it } from 'vitest';
import { type Looked, readiness } from '../src/readiness.ts';
import { plus } from '../src/time.ts';

const NOW = new Date('2026-12-01T09:00:00Z');
const sound = { kind: 'nudges.monthly', state: 'sent', rows: 2, sound: 2 };

const wellHouse: Looked = {
  stopping: false,
  database: { ping: async () => {} },
  ticker: { lastTickAt: () => plus(NOW, { seconds: -60 }) },
  receiver: { reachable: () => true },
  counting: { last: () => [sound] },
  steady: () => true,
  refusedBy: () => null,
  withoutZone: () => 0,
  clock: { now: () => NOW, sleep: async () => {} },
};

const tickedAgo = (seconds: number) => ({ ticker: { lastTickAt: () => plus(NOW, { seconds: -seconds }) } });

it.each<[string, Partial<Looked>, string[]]>([
  ['all is well', {}, []],
  ['the last tick ended three minutes ago', tickedAgo(180), []],
  ['the last tick ended longer ago', tickedAgo(181), ['the last tick is too long ago']],
  ['no tick has ended well yet', { ticker: { lastTickAt: () => undefined } }, ['the last tick is too long ago']],
  [
    'the clock leapt',
    { steady: () => false },
    ['the clock leapt against the database’s: nothing is sent until it is steady'],
  ],
  [
    'Slack refuses the token',
    { refusedBy: () => 'token_revoked' },
    ['Slack takes no message of ours (token_revoked): it is asked again every five minutes'],
  ],
  ['nothing was counted yet', { counting: { last: () => undefined } }, []],
  [
    'a message is unaccounted for',
    { counting: { last: () => [{ ...sound, sound: 1 }] } },
    ['messages are unaccounted for: the outbox contradicts itself'],
  ],
  [
    'everything is wrong at once',
    {
      stopping: true,
      database: { ping: () => Promise.reject(new Error('gone')) },
      receiver: { reachable: () => false },
      ...tickedAgo(600),
    },
    ['stopping', 'the database does not answer', 'the last tick is too long ago', 'no connection to Slack'],
  ],
])('when %s, the self-check says so', async (_when, what, reasons) => {
  expect(await readiness({ ...wellHouse, ...what })).toEqual({ ok: reasons.length === 0, reasons });
});

it('people without a time zone are a note, not a reason, and only their number is told', async () => {
  expect(await readiness({ ...wellHouse, withoutZone: () => 3 })).toEqual({
    ok: true,
    reasons: [],
    notes: ['3 people have no known time zone: for them the house’s counts'],
  });
});

it('messages that failed or came too late are a note, and only their number is told', async () => {
  const tally = ['failed', 'failed', 'expired'].map((state) => ({ ...sound, state, rows: 1, sound: 1 }));
  expect(await readiness({ ...wellHouse, counting: { last: () => tally } })).toEqual({
    ok: true,
    reasons: [],
    notes: ['2 messages failed and 1 expired: each row says why'],
  });
});
