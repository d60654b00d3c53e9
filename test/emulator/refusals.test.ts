import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { aGarden, formOf, type Garden, lastPayload, refusalOf, start } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

afterEach(() => garden.close());

describe('What Slack refuses', () => {
  beforeEach(async () => {
    garden = await aGarden();
    ({ slack, web } = garden);
  });

  it('does not know commands outside the manifest, in threads, or of another organisation', async () => {
    const anna = slack.as('U0ANNA');
    expect((await anna.types('/dig')).notice).toBe('/dig is not a valid command.');
    expect((await anna.types('/plant', { threadTs: '1.2' })).notice).toContain('not supported in threads');
    expect((await slack.as('U0FAR').types('/plant')).notice).toBe('/plant is not a valid command.');
  });

  it('knows no method it does not have, no other token, and no scope the manifest does not ask for', async () => {
    expect(await refusalOf(web.apiCall('party.start'))).toMatchObject({ error: 'unknown_method' });
    expect(await refusalOf(garden.client('xoxb-other').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await refusalOf(web.conversations.info({ channel: 'C0BEDS' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:read,groups:read,im:read,mpim:read',
    });
    expect(await refusalOf(web.conversations.history({ channel: 'C0BEDS' }))).toMatchObject({
      needed: 'channels:history',
    });
  });

  it('lets the app post only where it may', async () => {
    const post = (channel: string) => refusalOf(web.chat.postMessage({ channel, text: 'hi' }));
    expect(await post('C0SHED')).toMatchObject({ error: 'not_in_channel' });
    expect(await post('G0SECRET')).toMatchObject({ error: 'channel_not_found' });
    expect(await post('U0BOT')).toMatchObject({ error: 'cannot_dm_bot' });
    slack.channels.archive('C0BEDS');
    expect(await post('C0BEDS')).toMatchObject({ error: 'is_archived' });
    expect(await refusalOf(web.chat.postMessage({ channel: 'U0BEN', text: '' }))).toMatchObject({ error: 'no_text' });
    expect(await refusalOf(web.chat.update({ channel: 'C0BEDS', ts: '1.000000', text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    });
    const ben = slack.as('U0BEN');
    await ben.types('mine');
    const [mine] = ben.messages();
    const change = { channel: mine?.channel ?? '', ts: mine?.ts ?? '', text: 'yours' };
    expect(await refusalOf(web.chat.update(change))).toMatchObject({ error: 'cant_update_message' });
  });

  it('names what is wrong in blocks, with a pointer', async () => {
    const long = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }];
    expect(await refusalOf(web.chat.postMessage({ channel: 'U0BEN', text: 'x', blocks: long }))).toMatchObject({
      error: 'invalid_blocks',
      errors: [
        'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
        'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      ],
    });
    const heavy = Array.from({ length: 5 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'x'.repeat(2700) },
    }));
    expect(await refusalOf(web.chat.postMessage({ channel: 'U0BEN', text: 'x', blocks: heavy }))).toMatchObject({
      error: 'msg_blocks_too_long',
    });
    expect(slack.refusals.map(({ error }) => error)).toEqual(['invalid_blocks', 'msg_blocks_too_long']);
  });

  it('opens a modal once per trigger, and only for three seconds', async () => {
    await garden.overSockets();
    await slack.as('U0ANNA').types('/plant');
    const trigger_id = lastPayload(slack, 'trigger_id');
    const again = () => refusalOf(web.views.open({ trigger_id, view: formOf() }));
    expect(await again()).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await refusalOf(web.views.open({ trigger_id: 'none', view: formOf() }))).toMatchObject({
      error: 'invalid_trigger_id',
    });
    await slack.as('U0ANNA').types('/whisper');
    const old = lastPayload(slack, 'trigger_id');
    await sleep(3050);
    expect(await refusalOf(web.views.open({ trigger_id: old, view: formOf() }))).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it('takes five answers to a response_url, for half an hour of the turned clock', async () => {
    await garden.overSockets();
    const urlOf = async () => {
      await slack.as('U0ANNA').types('/whisper');
      return lastPayload(slack, 'response_url');
    };
    const say = async (url: string) =>
      (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"x"}' }))
        .status;
    const url = await urlOf();
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => say(url)))).toEqual([200, 200, 200, 200, 200]);
    expect(await say(url)).toBe(404);
    const later = await urlOf();
    garden.turn(new Date(start.getTime() + 31 * 60_000));
    expect(await say(later)).toBe(404);
  });

  it('replaces and takes away the message that was clicked on, said with true as a word too', async () => {
    const ben = slack.as('U0BEN');
    const button = { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } };
    await web.chat.postMessage({ channel: 'U0BEN', text: 'x', blocks: [{ type: 'actions', elements: [button] }] });
    await ben.clicks('Go');
    const url = String(slack.envelopes.findLast(({ type }) => type === 'interactive')?.payload.response_url);
    const answer = (said: object) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(said),
      });
    await answer({ replace_original: 'true', text: 'Gone already' });
    expect(ben.messages().map(({ text }) => text)).toEqual(['Gone already']);
    await answer({ delete_original: 'true' });
    expect(ben.messages()).toEqual([]);
  });
});
