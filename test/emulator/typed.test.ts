import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack, Visitor } from './core/index.ts';
import { aGarden, type Garden } from './garden.ts';

let garden: Garden;
let slack: Slack;
let anna: Visitor;

beforeEach(async () => {
  garden = await aGarden();
  slack = garden.slack;
  slack.groups.create({ id: 'S0TEAM', handle: 'team', name: 'Team', users: ['U0ANNA'] });
  anna = slack.as('U0ANNA');
});

afterEach(() => garden.close());

/** What Slack keeps of what somebody typed into the channel of all. */
async function kept(typed: string) {
  await anna.types(typed, { in: 'C0BEDS' });
  const message = anna.messages('C0BEDS').at(-1);
  return { text: message?.text, parts: message?.blocks[0]?.elements, readable: message?.readable };
}

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style && { style }) });

describe('What somebody types', () => {
  it('is kept as it is where it is plain, with Slack’s control characters as entities', async () => {
    const plain = await kept('R&D says 3 < 4: 10:30:45, a_b_c, 2*3*4 — @nobody, #nowhere, a@b');
    expect(plain.text).toBe('R&amp;D says 3 &lt; 4: 10:30:45, a_b_c, 2*3*4 — @nobody, #nowhere, a@b');
    expect(plain.parts).toEqual([section(text('R&D says 3 < 4: 10:30:45, a_b_c, 2*3*4 — @nobody, #nowhere, a@b'))]);
  });

  it.each([
    ['a person', 'hi @ben!', 'hi <@U0BEN>!', { type: 'user', user_id: 'U0BEN' }],
    ['a group', 'hi @team!', 'hi <!subteam^S0TEAM>!', { type: 'usergroup', usergroup_id: 'S0TEAM' }],
    ['all who are here', 'hi @here!', 'hi <!here>!', { type: 'broadcast', range: 'here' }],
    ['a channel', 'hi #shed!', 'hi <#C0SHED>!', { type: 'channel', channel_id: 'C0SHED' }],
    ['a private channel they are in', 'hi #secret!', 'hi <#G0SECRET>!', { type: 'channel', channel_id: 'G0SECRET' }],
    ['an emoji', 'hi :wave:!', 'hi :wave:!', { type: 'emoji', name: 'wave' }],
    [
      'an address',
      'hi https://a.example/b?c=1&d!',
      'hi <https://a.example/b?c=1&amp;d>!',
      { type: 'link', url: 'https://a.example/b?c=1&d' },
    ],
    [
      'a mail address',
      'hi ben@a.example!',
      'hi <mailto:ben@a.example|ben@a.example>!',
      { type: 'link', url: 'mailto:ben@a.example', text: 'ben@a.example' },
    ],
  ])('names %s', async (_what, typed, stored, piece) => {
    expect(await kept(typed)).toMatchObject({ text: stored, parts: [section(text('hi '), piece, text('!'))] });
  });

  it('does not name a private channel to somebody who is not in it', async () => {
    await slack.as('U0BEN').types('in #secret', { in: 'C0BEDS' });
    expect(anna.messages('C0BEDS').at(-1)?.text).toBe('in #secret');
  });

  it('is bold, italic, struck and code between the marks, one inside the other', async () => {
    const { text: stored, parts } = await kept('*a _b_* ~c~ `*d* @ben` x*y*z');
    expect(stored).toBe('*a _b_* ~c~ `*d* @ben` x*y*z');
    expect(parts).toEqual([
      section(
        text('a ', { bold: true }),
        text('b', { bold: true, italic: true }),
        text(' '),
        text('c', { strike: true }),
        text(' '),
        text('*d* @ben', { code: true }),
        text(' x*y*z'),
      ),
    ]);
  });

  it('is a list, a quote or code by how its lines begin', async () => {
    const { text: stored, parts } = await kept(
      'first\nsecond\n- one\n- two\n    - deeper\n1. un\n2. deux\n> said\n> again\n```a < b\n*c*```\nend',
    );
    expect(stored).toBe(
      'first\nsecond\n• one\n• two\n    • deeper\n1. un\n2. deux\n&gt; said\n&gt; again\n```a &lt; b\n*c*```\nend',
    );
    const list = (style: string, indent: number, ...items: string[]) => ({
      type: 'rich_text_list',
      style,
      indent,
      elements: items.map((item) => section(text(item))),
    });
    expect(parts).toEqual([
      section(text('first\nsecond\n')),
      list('bullet', 0, 'one', 'two'),
      list('bullet', 1, 'deeper'),
      list('ordered', 0, 'un', 'deux'),
      { type: 'rich_text_quote', elements: [text('said\nagain')] },
      { type: 'rich_text_preformatted', elements: [text('a < b\n*c*')] },
      section(text('end')),
    ]);
  });

  it('reads to others as it was meant', async () => {
    expect((await kept('*Hi* @ben, see #shed')).readable).toBe('Hi @Ben Akker, see #shed');
  });

  it('reaches the app with its blocks, and a command as it was typed', async () => {
    await garden.overSockets();
    await anna.types('hello @ben');
    expect(slack.envelopes[0]?.payload.event).toMatchObject({
      text: 'hello <@U0BEN>',
      blocks: [{ type: 'rich_text', block_id: expect.any(String), elements: [{ type: 'rich_text_section' }] }],
    });
    expect((await anna.types('/whisper @ben & co')).ephemeral[0]?.text).toBe('psst: @ben & co');
  });
});
