import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack, Visitor } from './core/index.ts';
import { aGarden, type Garden, manifest, refusalOf } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;
let ben: Visitor;

const BEDS = 'C0BEDS';
const scopes = [
  ...['commands', 'chat:write', 'im:write', 'im:history', 'im:read', 'mpim:write', 'mpim:read', 'users:read'],
  ...['channels:read', 'channels:history', 'channels:join', 'reactions:read', 'reactions:write', 'groups:read'],
];

beforeEach(async () => {
  garden = await aGarden({ manifest: { ...manifest, oauth_config: { scopes: { bot: scopes } } } });
  ({ slack, web } = garden);
  ben = slack.as('U0BEN');
});

afterEach(() => garden.close());

/** What Slack says no with, the word alone. */
const noTo = async (call: Promise<unknown>) => (await refusalOf(call))?.error;

const posted = async (args: object) =>
  (await web.apiCall('chat.postMessage', { channel: BEDS, text: 'x', ...args })) as { ts?: string };
const seen = () => ben.messages(BEDS);

describe('A message of the app', () => {
  it.each([
    ['neither words nor blocks nor attachments', { text: '', attachments: '[]' }, 'no_text'],
    ['words and markdown at once', { markdown_text: '*x*' }, 'markdown_text_conflict'],
    ['too much markdown', { text: '', markdown_text: 'x'.repeat(12_001) }, 'msg_too_long'],
    ['blocks that are no JSON', { blocks: '[{' }, 'invalid_blocks_format'],
    ['attachments that are no JSON', { attachments: '[{' }, 'invalid_attachments'],
    [
      'too many attachments',
      { attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) },
      'too_many_attachments',
    ],
    ['wrong blocks in an attachment', { attachments: [{ blocks: [{ type: 'party' }] }] }, 'invalid_attachments'],
    ['metadata that is no JSON', { metadata: '{' }, 'invalid_metadata_format'],
    ['metadata without a type', { metadata: { event_payload: { a: 1 } } }, 'invalid_metadata_schema'],
    [
      'metadata that is nested',
      { metadata: { event_type: 'a', event_payload: { a: { b: { c: 1 } } } } },
      'invalid_metadata_schema',
    ],
    [
      'too much metadata',
      { metadata: { event_type: 'a', event_payload: { a: 'x'.repeat(20_000) } } },
      'metadata_too_large',
    ],
    ['a thread that is no ts', { thread_ts: 'soon' }, 'invalid_thread_ts'],
    ['a name nobody knows', { channel: '#nowhere' }, 'channel_not_found'],
  ])('is refused with %s', async (_what, args, error) => {
    expect(await noTo(posted(args))).toBe(error);
    expect(seen()).toEqual([]);
  });

  it('goes to a channel by its name, and is cut off where it is too long', async () => {
    await posted({ channel: '#beds', text: 'x'.repeat(40_100) });
    expect(seen()[0]?.text.length).toBe(40_000);
  });

  it('carries attachments, markdown, and metadata', async () => {
    const attachments = [{ color: 'good', title: 'Beet', text: 'is up', fields: [{ title: 'Row', value: '3' }] }];
    await posted({ attachments });
    expect(seen()[0]?.attachments).toMatchObject([{ id: 1, color: '2eb886', title: 'Beet', fields: [{ value: '3' }] }]);
    await posted({ text: '', markdown_text: '**up**' });
    expect(seen()[1]).toMatchObject({ text: '**up**', blocks: [{ type: 'markdown', text: '**up**' }] });
    const event = { event_type: 'sown', event_payload: { row: 3, seeds: ['a', 'b'], by: { name: 'Ben' } } };
    await posted({ metadata: event });
    const read = (include_all_metadata: boolean) =>
      web.conversations.history({ channel: BEDS, limit: 1, include_all_metadata });
    expect((await read(true)).messages?.[0]).toMatchObject({ metadata: event });
    expect((await read(false)).messages?.[0]).not.toHaveProperty('metadata');
  });

  it('stands in its thread, and in the channel too where it is told to', async () => {
    const { ts = '' } = await posted({ text: 'card' });
    await posted({ text: 'below', thread_ts: ts });
    await posted({ text: 'below and above', thread_ts: ts, reply_broadcast: true });
    const { messages = [] } = await web.conversations.history({ channel: BEDS });
    expect(messages).toMatchObject([
      { text: 'below and above', subtype: 'thread_broadcast' },
      { text: 'card', reply_count: 2 },
    ]);
    expect(seen().map(({ broadcast }) => broadcast)).toEqual([false, false, true]);
    const quiet = seen()[1]?.ts ?? '';
    expect(await noTo(web.chat.update({ channel: BEDS, ts: quiet, text: 'y', reply_broadcast: true }))).toBe(
      'no_dual_broadcast_content_update',
    );
    await web.apiCall('chat.update', { channel: BEDS, ts: quiet, reply_broadcast: true });
    expect(seen()[1]).toMatchObject({ text: 'below', broadcast: true });
  });

  it('loses its blocks to new words, and keeps them where only they are new', async () => {
    const blocks = [{ type: 'divider', block_id: 'line' }];
    const { ts = '' } = await posted({ text: 'old', blocks });
    await web.chat.update({ channel: BEDS, ts, blocks, metadata: { event_type: 'a', event_payload: {} } });
    expect(seen()[0]).toMatchObject({ text: 'old', blocks });
    await web.chat.update({ channel: BEDS, ts, text: 'new' });
    expect(seen()[0]).toMatchObject({ text: 'new', blocks: [], edited: true });
    expect(await noTo(web.chat.update({ channel: BEDS, ts, text: 'é'.repeat(2001) }))).toBe('msg_too_long');
    expect(await noTo(web.chat.update({ channel: 'U0BEN', ts, text: 'x' }))).toBe('channel_not_found');
    slack.channels.archive(BEDS);
    expect(await noTo(web.chat.update({ channel: BEDS, ts, text: 'late' }))).toBe('is_inactive');
  });

  it('leaves a stone while it has answers, which goes with the last of them', async () => {
    const { ts = '' } = await posted({ text: 'above' });
    const { ts: below = '' } = await posted({ text: 'below', thread_ts: ts });
    await web.chat.delete({ channel: BEDS, ts });
    const thread = async () => (await web.conversations.replies({ channel: BEDS, ts })).messages;
    expect(await thread()).toMatchObject([
      { subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT', hidden: true, reply_count: 1 },
      { text: 'below', parent_user_id: 'USLACKBOT' },
    ]);
    await web.chat.delete({ channel: BEDS, ts: below });
    expect(await noTo(thread())).toBe('thread_not_found');
    expect(seen()).toEqual([]);
  });

  it('has an address, also in its thread, until it is deleted', async () => {
    const { ts = '' } = await posted({});
    const { ts: below = '' } = await posted({ thread_ts: ts });
    const linkTo = (message_ts: string) => web.chat.getPermalink({ channel: BEDS, message_ts });
    const page = 'https://green-fingers.slack.com/archives/C0BEDS';
    expect((await linkTo(ts)).permalink).toBe(`${page}/p${ts.replace('.', '')}`);
    expect((await linkTo(below)).permalink).toBe(`${page}/p${below.replace('.', '')}?thread_ts=${ts}&cid=C0BEDS`);
    await web.chat.delete({ channel: BEDS, ts });
    expect(await noTo(linkTo(ts))).toBe('message_not_found');
    expect(await noTo(web.chat.delete({ channel: BEDS, ts }))).toBe('message_not_found');
    await ben.types('mine', { in: BEDS });
    expect(await noTo(web.chat.delete({ channel: BEDS, ts: seen().at(-1)?.ts ?? '' }))).toBe('cant_delete_message');
  });
});

describe('Emoji under a message', () => {
  const bot = { name: 'eyes', users: ['U0APPBOT001'] };

  it('come and go, by people and by the app', async () => {
    const { ts: timestamp = '' } = await posted({});
    const item = { channel: BEDS, timestamp, name: 'eyes' };
    await web.reactions.add(item);
    await ben.reacts(':tada:', { channel: BEDS, ts: timestamp });
    expect(seen()[0]?.reactions).toEqual([bot, { name: 'tada', users: ['U0BEN'] }]);
    expect((await web.reactions.get({ channel: BEDS, timestamp })).message?.reactions).toMatchObject([
      { count: 1 },
      { name: 'tada' },
    ]);
    expect(await noTo(web.reactions.add(item))).toBe('already_reacted');
    await web.reactions.remove(item);
    await ben.reacts('tada', { channel: BEDS, ts: timestamp });
    expect(seen()[0]?.reactions).toEqual([]);
    expect(await noTo(web.reactions.remove(item))).toBe('no_reaction');
  });

  it('need an emoji, a message, and somebody who is there', async () => {
    const { ts: timestamp = '' } = await posted({});
    const add = (more: object) =>
      noTo(web.apiCall('reactions.add', { channel: BEDS, timestamp, name: 'eyes', ...more }));
    expect(await add({ name: 'two eyes' })).toBe('invalid_name');
    expect(await add({ timestamp: '' })).toBe('no_item_specified');
    expect(await add({ timestamp: 'soon' })).toBe('bad_timestamp');
    expect(await add({ timestamp: '1.000001' })).toBe('message_not_found');
    expect(await add({ channel: 'C0SHED' })).toBe('not_in_channel');
    const guest = await slack.as('U0GUEST').reacts('eyes', { channel: BEDS, ts: timestamp });
    expect(guest.notice).toBe('You are not in this conversation');
    slack.channels.archive(BEDS);
    expect((await ben.reacts('eyes', { channel: BEDS, ts: timestamp })).notice).toBe('This conversation is archived');
  });
});

describe('A conversation', () => {
  it('is opened with one person or several, and opened again', async () => {
    const alone = await web.conversations.open({ users: 'U0BEN' });
    expect(alone.channel).toEqual({ id: ben.appDm() });
    const again = await web.conversations.open({ users: 'U0BEN', return_im: true });
    expect(again).toMatchObject({ no_op: true, already_open: true, channel: { is_im: true, user: 'U0BEN' } });
    const { channel: several } = await web.conversations.open({ users: 'U0BEN,U0ANNA' });
    expect((await web.conversations.open({ users: 'U0ANNA,U0BEN' })).channel?.id).toBe(several?.id);
    await web.chat.postMessage({ channel: several?.id ?? '', text: 'you two' });
    expect(slack.as('U0ANNA').messages(several?.id)).toMatchObject([{ text: 'you two' }]);
    expect((await web.conversations.info({ channel: several?.id ?? '' })).channel).toMatchObject({
      is_mpim: true,
      name: 'mpdm-ben--anna--garden-1',
    });
  });

  it('stays with somebody who left, but is not opened anew', async () => {
    await posted({ channel: 'U0BEN' });
    slack.people.leave('U0BEN');
    await posted({ channel: 'U0BEN', text: 'farewell' });
    expect(ben.messages().map(({ text }) => text)).toEqual(['x', 'farewell']);
    expect(await noTo(web.conversations.open({ users: 'U0BEN' }))).toBe('user_disabled');
    expect(await noTo(posted({ channel: 'U0GONE' }))).toBe('channel_not_found');
  });

  it('is not opened with nobody, too many, or only to look', async () => {
    const open = (args: Record<string, unknown>) => noTo(web.apiCall('conversations.open', args));
    expect(await open({})).toBe('users_list_not_supplied');
    expect(await open({ users: Array.from({ length: 9 }, (_, at) => `U0000${at}`).join(',') })).toBe('too_many_users');
    expect(await open({ users: 'U0BEN,U0NOBODY' })).toBe('user_not_found');
    expect(await open({ users: 'U0BEN,U0ANNA', prevent_creation: true })).toBe('channel_not_found');
    expect(await open({ channel: BEDS })).toBe('method_not_supported_for_channel_type');
  });

  it('is joined once, and listed by its kind', async () => {
    expect(await web.conversations.join({ channel: 'C0SHED' })).not.toHaveProperty('warning');
    expect(await web.conversations.join({ channel: 'C0SHED' })).toMatchObject({ warning: 'already_in_channel' });
    expect(await noTo(web.conversations.list({ types: 'public_channel,secret_channel' }))).toBe('invalid_types');
    expect(await noTo(web.conversations.history({ channel: BEDS, oldest: 'soon' }))).toBe('invalid_ts_oldest');
    expect(await noTo(web.conversations.history({ channel: BEDS, latest: 'soon' }))).toBe('invalid_ts_latest');
  });
});
