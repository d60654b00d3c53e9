import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { aGarden, type Garden, manifest, refusalOf } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

const scopes = [
  ...['commands', 'chat:write', 'channels:read', 'groups:read', 'channels:history', 'groups:history', 'channels:join'],
  ...['im:history', 'im:write', 'users:read'],
];
const events = [
  'channel_archive',
  'channel_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'channel_shared',
  'message.channels',
];

beforeEach(async () => {
  garden = await aGarden({
    manifest: {
      ...manifest,
      oauth_config: { scopes: { bot: scopes } },
      settings: { ...manifest.settings, event_subscriptions: { bot_events: events } },
    },
  });
  ({ slack, web } = garden);
});

afterEach(() => garden.close());

const told = () => slack.envelopes.filter(({ retry }) => retry === 0).map(({ payload }) => payload.event);

describe('Channels', () => {
  it('are listed by kind, private ones only where the app is in', async () => {
    const names = async (types: string) =>
      (await web.conversations.list({ types, exclude_archived: true })).channels?.map(({ name }) => name);
    expect(await names('public_channel')).toEqual(['beds', 'shed']);
    expect(await names('private_channel')).toEqual([]);
    slack.channels.invite('G0SECRET', slack.botUserId);
    expect(await names('public_channel,private_channel')).toEqual(['beds', 'shed', 'secret']);
    slack.channels.archive('C0SHED');
    expect(await names('public_channel')).toEqual(['beds']);
    expect((await web.conversations.members({ channel: 'C0BEDS', limit: 2 })).members).toEqual(['U0ANNA', 'U0BEN']);
  });

  it('tell the app when they are archived, shared, joined or left, if it can see them', async () => {
    slack.channels.archive('G0SECRET');
    slack.channels.archive('C0SHED');
    slack.channels.unarchive('C0SHED');
    slack.channels.invite('C0SHED', slack.botUserId);
    slack.channels.remove('C0SHED', slack.botUserId);
    slack.channels.share('C0BEDS', 'T99');
    await slack.idle();
    expect(told()).toMatchObject([
      { type: 'channel_archive', channel: 'C0SHED' },
      { type: 'channel_unarchive', channel: 'C0SHED' },
      { type: 'member_joined_channel', channel: 'C0SHED', user: slack.botUserId },
      { type: 'message', subtype: 'channel_join', text: `<@${slack.botUserId}> has joined the channel` },
      { type: 'message', subtype: 'channel_leave', text: `<@${slack.botUserId}> has left the channel` },
      { type: 'member_left_channel', channel: 'C0SHED', user: slack.botUserId },
      { type: 'channel_shared', channel: 'C0BEDS', connected_team_id: 'T99' },
    ]);
    const { channel } = await web.conversations.info({ channel: 'C0BEDS' });
    expect(channel).toMatchObject({ is_ext_shared: true, connected_team_ids: ['T99'] });
  });

  it('echo what is said in them, the app’s own words too, but not in direct messages it has not subscribed to', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0BEDS', text: 'one' });
    await web.chat.update({ channel: 'C0BEDS', ts, text: 'two' });
    await web.chat.delete({ channel: 'C0BEDS', ts });
    await web.chat.postMessage({ channel: 'U0BEN', text: 'quiet' });
    await slack.idle();
    const bot = { bot_id: expect.any(String), user: slack.botUserId };
    expect(told()).toMatchObject([
      { type: 'message', text: 'one', channel_type: 'channel', ...bot },
      { subtype: 'message_changed', message: { text: 'two' }, previous_message: { text: 'one' } },
      { subtype: 'message_deleted', deleted_ts: ts },
    ]);
  });

  it('are joined by an app that may, and read only then', async () => {
    expect(await refusalOf(web.conversations.history({ channel: 'C0SHED' }))).toMatchObject({
      error: 'not_in_channel',
    });
    await web.conversations.join({ channel: 'C0SHED' });
    await web.chat.postMessage({ channel: 'C0SHED', text: 'hello' });
    expect((await web.conversations.history({ channel: 'C0SHED' })).messages).toMatchObject([
      { text: 'hello' },
      { subtype: 'channel_join', user: slack.botUserId, text: `<@${slack.botUserId}> has joined the channel` },
    ]);
  });

  it('read who came and went, which is news to nobody', async () => {
    slack.channels.invite('C0BEDS', 'U0GUEST');
    slack.channels.invite('C0BEDS', 'U0GUEST');
    slack.channels.remove('C0BEDS', 'U0GUEST');
    slack.channels.remove('C0BEDS', 'U0GUEST');
    const anna = slack.as('U0ANNA');
    const read = anna.messages('C0BEDS').map(({ readable }) => readable);
    expect(read).toEqual(['@Gus Guest has joined the channel', '@Gus Guest has left the channel']);
    expect(anna.conversations().find(({ id }) => id === 'C0BEDS')?.unread).toBe(0);
  });

  it('keep what was said and read in them under a new id', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0BEDS', text: 'before' });
    slack.as('U0ANNA').reads('C0BEDS');
    slack.channels.changeId('C0BEDS', 'C0FIELDS');
    await web.chat.update({ channel: 'C0FIELDS', ts, text: 'after' });
    const anna = slack.as('U0ANNA');
    expect(anna.messages('C0FIELDS')).toMatchObject([{ channel: 'C0FIELDS', text: 'after' }]);
    expect(anna.conversations().find(({ id }) => id === 'C0FIELDS')?.unread).toBe(0);
    const old = web.chat.postMessage({ channel: 'C0BEDS', text: 'too late' });
    expect(await refusalOf(old)).toMatchObject({ error: 'channel_not_found' });
  });

  it('let the people of another organisation go with it', async () => {
    slack.channels.share('C0BEDS', 'T99');
    slack.channels.invite('C0BEDS', 'U0FAR');
    slack.channels.unshare('C0BEDS', 'T99');
    const { channel } = await web.conversations.info({ channel: 'C0BEDS' });
    expect(channel).toMatchObject({ is_ext_shared: false });
    expect((await web.conversations.members({ channel: 'C0BEDS' })).members).not.toContain('U0FAR');
  });

  it('are seen by guests only where they are in, and say so to nobody else', async () => {
    const gus = slack.as('U0GUEST');
    expect(gus.conversations().map(({ kind }) => kind)).toEqual(['app']);
    await web.chat.postMessage({ channel: 'C0BEDS', text: 'members only' });
    expect(gus.messages('C0BEDS')).toEqual([]);
    expect((await gus.types('hello', { in: 'C0BEDS' })).notice).toBe('You are not in this conversation');
  });
});

describe('Messages', () => {
  it('have threads, whose replies stay out of the channel', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0BEDS', text: 'card' });
    const reply = await web.chat.postMessage({ channel: 'C0BEDS', text: 'line', thread_ts: ts });
    await slack.as('U0BEN').types('thanks', { in: 'C0BEDS', threadTs: reply.ts ?? '' });
    const channel = await web.conversations.history({ channel: 'C0BEDS' });
    expect(channel.messages).toMatchObject([{ text: 'card', reply_count: 2 }]);
    const thread = await web.conversations.replies({ channel: 'C0BEDS', ts });
    expect(thread.messages?.map(({ text }) => text)).toEqual(['card', 'line', 'thanks']);
    const nowhere = web.chat.postMessage({ channel: 'C0BEDS', text: 'x', thread_ts: '1.000000' });
    expect(await refusalOf(nowhere)).toMatchObject({ error: 'thread_not_found' });
  });

  it('are read page by page, between two moments, the newest first', async () => {
    const stamps: string[] = [];
    for (const text of ['a', 'b', 'c', 'd'])
      stamps.push((await web.chat.postMessage({ channel: 'U0BEN', text })).ts ?? '');
    const channel = slack.as('U0BEN').appDm();
    const texts = async (more: object) => {
      const page = await web.conversations.history({ channel, ...more });
      return [page.messages?.map(({ text }) => text).join(''), page.response_metadata?.next_cursor ?? ''] as const;
    };
    const [first, cursor] = await texts({ limit: 3 });
    expect([first, (await texts({ limit: 3, cursor }))[0]]).toEqual(['dcb', 'a']);
    const between = { oldest: stamps[1] ?? '', latest: stamps[3] ?? '' };
    expect([(await texts(between))[0], (await texts({ ...between, inclusive: true }))[0]]).toEqual(['c', 'dcb']);
  });

  it('for one person alone need that person in the channel', async () => {
    await web.chat.postEphemeral({ channel: 'C0BEDS', user: 'U0BEN', text: 'psst' });
    expect(slack.as('U0BEN').messages('C0BEDS')).toMatchObject([{ text: 'psst', ephemeral: true }]);
    const outside = web.chat.postEphemeral({ channel: 'C0BEDS', user: 'U0GUEST', text: 'psst' });
    expect(await refusalOf(outside)).toMatchObject({ error: 'user_not_in_channel' });
  });

  it('lose their blocks when they get new words alone', async () => {
    const blocks = [{ type: 'divider' as const }];
    const { ts = '' } = await web.chat.postMessage({ channel: 'C0BEDS', text: 'one', blocks });
    await web.chat.update({ channel: 'C0BEDS', ts, text: 'two', blocks });
    expect(slack.as('U0BEN').messages('C0BEDS')).toMatchObject([{ text: 'two', blocks: [{ type: 'divider' }] }]);
    await web.chat.update({ channel: 'C0BEDS', ts, text: 'three' });
    expect(slack.as('U0BEN').messages('C0BEDS')).toMatchObject([{ text: 'three', edited: true, blocks: [] }]);
  });
});

describe('Other questions', () => {
  it('whether blocks would be taken', async () => {
    expect(await web.blocks.validate({ blocks: [{ type: 'divider' }] })).toMatchObject({ ok: true });
    expect(await refusalOf(web.blocks.validate({ blocks: [{ type: 'poem' }] }))).toMatchObject({
      error: 'invalid_blocks',
      errors: [{ code: 'failed_constraint', message: 'unsupported type: poem', pointer: '/0/type' }],
    });
    expect(await refusalOf(web.blocks.validate({}))).toMatchObject({ error: 'invalid_arguments' });
  });

  it('who may be written to', async () => {
    const opened = await web.conversations.open({ users: 'U0BEN' });
    expect(opened.channel?.id).toBe(slack.as('U0BEN').appDm());
    const errors = ['U0NOBODY', 'U0BOT', 'U0GONE', 'USLACKBOT'].map(
      async (users) => (await refusalOf(web.conversations.open({ users })))?.error,
    );
    expect(await Promise.all(errors)).toEqual(['user_not_found', 'cannot_dm_bot', 'user_disabled', 'cannot_dm_bot']);
  });
});
