import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dump } from './core/index.ts';
import { aCrowd, BUSY, READER } from './crowd.ts';
import { aGarden, type Garden, manifest as gardens } from './garden.ts';

const READS = ['channels:read', 'channels:history', 'groups:read'];
const manifest = {
  ...gardens,
  oauth_config: { scopes: { bot: [...(gardens.oauth_config?.scopes?.bot ?? []), ...READS] } },
};

let crowd: Dump;
let garden: Garden;

beforeAll(async () => {
  crowd = await aCrowd({ people: 5_000, channels: 500, messages: 10_000 });
});

beforeEach(async () => {
  garden = await aGarden({ manifest, seed: crowd });
});

afterEach(() => garden.close());

/** Follows the cursors of a list to its end. */
async function everyPage<T>(of: (cursor: string) => Promise<{ items: T[]; next: string | undefined }>): Promise<T[][]> {
  const pages: T[][] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const { items, next } = await of(cursor);
    pages.push(items);
    cursor = next || undefined;
  }
  return pages;
}

const at = (cursor: string) => (cursor ? { cursor } : {});

describe('A workspace of 5,000 people, 500 channels and 10,000 messages', () => {
  it('lists everybody once, in pages', async () => {
    const pages = await everyPage(async (cursor) => {
      const { members = [], response_metadata } = await garden.web.users.list({ limit: 1000, ...at(cursor) });
      return { items: members.map(({ id }) => id), next: response_metadata?.next_cursor };
    });
    expect(pages.map((page) => page.length)).toEqual([1000, 1000, 1000, 1000, 1000, 3]);
    expect(new Set(pages.flat()).size).toBe(5003);
  });

  it('lists every message once, in pages, the newest first', async () => {
    const pages = await everyPage(async (cursor) => {
      const { messages = [], response_metadata } = await garden.web.conversations.history({
        channel: BUSY,
        limit: 999,
        ...at(cursor),
      });
      return { items: messages, next: response_metadata?.next_cursor };
    });
    const all = pages.flat();
    expect([pages.length, all.length, new Set(all.map(({ ts }) => ts)).size]).toEqual([10, 9000, 9000]);
    expect(all.every(({ ts }, n) => n === 0 || Number(ts) < Number(all[n - 1]?.ts))).toBe(true);
    expect(all.filter(({ reply_count }) => reply_count === 1).length).toBe(1000);
  });

  it('shows the end of a conversation, and says how much stands before it', () => {
    const { messages, earlier } = garden.slack.as(READER).page(BUSY, 60);
    expect([messages.length, earlier, messages.at(-1)?.text.slice(0, 12)]).toEqual([60, 8940, 'Message 9998']);
  });

  it('counts what is new in each conversation', () => {
    const reader = garden.slack.as(READER);
    const newIn = () => reader.conversations().filter(({ unread }) => unread > 0);
    expect(newIn().length).toBe(500);
    expect(newIn().find(({ id }) => id === BUSY)?.unread).toBe(9000);
    reader.reads(BUSY);
    expect(newIn().length).toBe(499);
  });

  it('hears of a click on the newest message, and of a word in the busiest channel', async () => {
    await garden.overSockets();
    const reader = garden.slack.as(READER);
    const { length } = reader.messages(BUSY);
    expect((await reader.clicks('Pick')).acked).toBe(true);
    const ts = garden.slack.envelopes.at(-1)?.payload.container;
    expect(ts).toMatchObject({ channel_id: BUSY, message_ts: reader.messages(BUSY)[length - 5]?.ts });
    expect((await reader.types('/whisper x', { in: BUSY })).ephemeral.map(({ text }) => text)).toEqual(['psst: x']);
  });
});
