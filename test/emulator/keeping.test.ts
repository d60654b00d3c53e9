import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { aGarden, type Garden, refusalOf } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

afterEach(() => garden.close());

describe('What Slack keeps and tells', () => {
  beforeEach(async () => {
    garden = await aGarden();
    ({ slack, web } = garden);
  });

  it('pages its people, without those of other organisations, and their language only when asked', async () => {
    const first = await web.users.list({ limit: 4 });
    const next = await web.users.list({
      limit: 4,
      cursor: first.response_metadata?.next_cursor ?? '',
      include_locale: true,
    });
    const people = [...(first.members ?? []), ...(next.members ?? [])];
    expect(people.map(({ id }) => id)).toEqual([
      'U0ANNA',
      'U0BEN',
      'U0GUEST',
      'U0BOT',
      'U0GONE',
      'USLACKBOT',
      slack.botUserId,
    ]);
    expect(next.response_metadata?.next_cursor).toBe('');
    expect(people[0]).toMatchObject({ tz: 'Europe/Amsterdam', tz_offset: 3600, is_admin: true });
    expect(people[0]?.locale).toBeUndefined();
    expect((await web.users.info({ user: 'U0ANNA', include_locale: true })).user?.locale).toBe('nl-NL');
    expect(people[4]).toMatchObject({ deleted: true });
    expect(people[4]).not.toHaveProperty('tz');
    expect(await refusalOf(web.users.list({ cursor: 'nonsense' }))).toMatchObject({ error: 'invalid_cursor' });
  });

  it('gives every message a later ts than the one before, following the turned clock', async () => {
    const said = async () => (await web.chat.postMessage({ channel: 'U0BEN', text: 'x' })).ts;
    expect([await said(), await said()]).toEqual(['1793610000.000000', '1793610000.000001']);
    garden.turn(new Date('2026-12-01T09:00:00Z'));
    expect(await said()).toBe('1796115600.000000');
  });

  it('reads back messages with their metadata', async () => {
    const metadata = { event_type: 'planted', event_payload: { key: 'k1' } };
    const { channel = '' } = await web.chat.postMessage({ channel: 'U0BEN', text: 'x', metadata });
    await web.chat.postMessage({ channel: 'U0BEN', text: 'y' });
    const plain = await web.conversations.history({ channel });
    expect(plain.messages?.map(({ text, metadata: shown }) => [text, shown])).toEqual([
      ['y', undefined],
      ['x', undefined],
    ]);
    const [, first] = (await web.conversations.history({ channel, include_all_metadata: true })).messages ?? [];
    expect(first?.metadata).toEqual(metadata);
  });

  it('restores people, messages, Home and modals from a dump, but no ephemeral messages', async () => {
    await garden.overSockets();
    const anna = slack.as('U0ANNA');
    await anna.opensHome();
    await anna.types('keep this');
    await anna.types('/whisper gone');
    await anna.types('/plant');
    await anna.fills({ 'A note': 'half' });
    const dump = JSON.parse(JSON.stringify(slack.dump())) as ReturnType<Slack['dump']>;
    await garden.close();
    garden = await aGarden({ seed: dump });
    const again = garden.slack.as('U0ANNA');
    expect(again.messages().map(({ text }) => text)).toEqual(['keep this', 'You said keep this']);
    expect(again.home?.readable).toContain('Home basil');
    expect(again.modal?.filled).toEqual({ 'A note': 'half' });
  });
});
