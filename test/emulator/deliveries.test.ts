import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope, Slack } from './core/index.ts';
import { aGarden, type Garden } from './garden.ts';

let garden: Garden;
let slack: Slack;

beforeEach(async () => {
  garden = await aGarden();
  slack = garden.slack;
});

afterEach(() => garden.close());

const said = (userId: string) =>
  slack
    .as(userId)
    .messages()
    .map(({ text }) => text);

/** What went to the app because somebody wrote: nothing of the app's own words. */
const heard = () =>
  slack.envelopes.filter(
    ({ payload: { event } }) => typeof event === 'object' && event !== null && !('bot_id' in event),
  );

const eventId = ({ payload }: Envelope) => payload.event_id;

describe.each([
  ['Socket Mode', 'overSockets'],
  ['signed HTTP', 'overHttp'],
] as const)('What goes wrong on the way to the app over %s', (_name, transport) => {
  beforeEach(() => garden[transport]());

  it('brings an event twice, each as if it were the first', async () => {
    slack.faults.addDelivery({ kind: 'duplicate', type: 'events_api', times: 1, delayMs: 1 });
    await slack.as('U0BEN').types('once');
    await slack.idle();
    expect(said('U0BEN')).toEqual(['once', 'You said once', 'You said once']);
    expect(heard().map(({ retry, outcome }) => [retry, outcome])).toEqual([
      [0, 'acked'],
      [0, 'acked'],
    ]);
    expect(new Set(heard().map(eventId)).size).toBe(1);
  });

  it('brings an event twice, the second as a retry', async () => {
    slack.faults.addDelivery({ kind: 'duplicate', times: 1, delayMs: 1, asRetry: true });
    await slack.as('U0BEN').types('once');
    await slack.idle();
    expect(heard().map(({ retry }) => retry)).toEqual([0, 1]);
  });

  it('lets a later event overtake', async () => {
    slack.faults.addDelivery({ kind: 'late', type: 'events_api', times: 1, delayMs: 400 });
    const ben = slack.as('U0BEN');
    await Promise.all([ben.types('first'), ben.types('second')]);
    await slack.idle();
    expect(said('U0BEN')).toEqual(['first', 'second', 'You said second', 'You said first']);
  });

  it('leaves other payloads alone', async () => {
    slack.faults.addDelivery({ kind: 'duplicate', type: 'events_api' });
    await slack.as('U0ANNA').types('/whisper x');
    expect(slack.envelopes.length).toBe(1);
    expect(slack.faults.activeDelivery()).toEqual([{ kind: 'duplicate', type: 'events_api' }]);
    slack.faults.clear();
    expect(slack.faults.activeDelivery()).toEqual([]);
  });

  it('brings only that twice which it was asked to, however much there is', async () => {
    slack.waitFor(() => false);
    slack.faults.addDelivery({ kind: 'late', type: 'events_api', times: 5, delayMs: 30 });
    slack.faults.addDelivery({ kind: 'duplicate', type: 'events_api', times: 5, delayMs: 20 });
    const words = Array.from({ length: 60 }, (_, n) => `word ${n}`);
    await Promise.all(words.map((word) => slack.as('U0BEN').types(word)));
    await slack.idle();
    const echoes = said('U0BEN').filter((text) => text.startsWith('You said'));
    expect([echoes.length, new Set(echoes).size]).toEqual([65, 60]);
    expect(heard().filter(({ outcome }) => outcome !== 'acked')).toEqual([]);
  });

  it('presses a button twice when it is asked to', async () => {
    slack.faults.addDelivery({ kind: 'duplicate', type: 'slash_commands', times: 1, delayMs: 1 });
    const anna = slack.as('U0ANNA');
    await anna.types('/plant');
    const opened = slack.calls.filter(({ method }) => method === 'views.open');
    expect(opened.map(({ response }) => response)).toMatchObject([
      { ok: true },
      { ok: false, error: 'exchanged_trigger_id' },
    ]);
    expect(anna.modals.length).toBe(1);
  });

  it('sends a payload again exactly as it was', async () => {
    await slack.as('U0BEN').types('once');
    const [first] = slack.envelopes;
    expect(first && (await slack.redeliver(first))).toBe('acked');
    await slack.idle();
    expect(said('U0BEN')).toEqual(['once', 'You said once', 'You said once']);
  });
});

describe('An event that nobody takes', () => {
  it('comes again under the same id, and says why', async () => {
    await slack.as('U0BEN').types('is anybody there?');
    await slack.idle();
    expect(slack.envelopes.map(({ outcome, retry }) => [outcome, retry])).toEqual([
      ['not delivered', 0],
      ['not delivered', 1],
    ]);
    expect(new Set(slack.envelopes.map(eventId)).size).toBe(1);
  });
});
