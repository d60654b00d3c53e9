import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack, Visitor } from './core/index.ts';
import { aGarden, type Garden, lastPayload, manifest } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;
let anna: Visitor;

async function begin(changes: Parameters<typeof aGarden>[0] = {}) {
  garden = await aGarden(changes);
  ({ slack, web } = garden);
  anna = slack.as('U0ANNA');
}

afterEach(() => garden.close());

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const mrkdwn = (words: string) => ({ type: 'mrkdwn' as const, text: words });
const button = (words: string) => ({ type: 'button' as const, action_id: 'one', text: text(words) });
const actions: KnownBlock = { type: 'actions', block_id: 'row', elements: [button('Go')] };

/** What the app was told of the last click. */
const told = () => slack.envelopes.findLast(({ type }) => type === 'interactive')?.payload;

describe('A button', () => {
  beforeEach(async () => {
    await begin();
    await garden.overSockets();
  });

  it.each<[string, KnownBlock, object]>([
    ['a container', { type: 'container', title: text('More'), child_blocks: [actions] }, { block_id: 'row' }],
    [
      'a card',
      { type: 'card', block_id: 'fern', title: mrkdwn('Fern'), actions: [button('Go')] },
      { block_id: 'fern' },
    ],
    [
      'a card of a carousel',
      {
        type: 'carousel',
        elements: [{ type: 'card', block_id: 'fig', title: mrkdwn('Fig'), actions: [button('Go')] }],
      },
      { block_id: 'fig' },
    ],
    [
      'a pair to say how it was',
      {
        type: 'context_actions',
        block_id: 'how',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'one',
            positive_button: { text: text('Go'), value: 'good' },
            negative_button: { text: text('No'), value: 'bad' },
          },
        ],
      },
      { block_id: 'how', type: 'feedback_buttons', value: 'good', text: { text: 'Go' } },
    ],
  ])('in %s tells where it stands', async (_where, block, action) => {
    await web.chat.postMessage({ channel: 'U0ANNA', text: 'x', blocks: [block] });
    expect(await anna.clicks('Go')).toMatchObject({ acked: true });
    expect(told()?.actions).toMatchObject([{ action_id: 'one', ...action }]);
  });

  it('in an attachment tells of which', async () => {
    const attachments = [{ text: 'first' }, { text: 'second', blocks: [actions] }];
    const { ts = '' } = await web.chat.postMessage({ channel: 'U0ANNA', text: 'x', attachments });
    expect(anna.messages()[0]?.readable).toBe('x\nfirst\nsecond\n[Go]');
    await anna.clicks('Go');
    expect(told()?.container).toMatchObject({ type: 'message_attachment', attachment_id: 2, message_ts: ts });
  });

  it('is out of reach for who does not see the conversation', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: 'U0ANNA', text: 'x', blocks: [actions] });
    const container = { kind: 'message' as const, channel: anna.appDm(), ts };
    const clicked = await slack.as('U0BEN').act({ container, blockId: 'row', actionId: 'one' });
    expect(clicked.notice).toBe('This is no longer there');
  });
});

describe('A form', () => {
  it('tells what was typed into it with its marks, and where the app may answer', async () => {
    await begin();
    await garden.overSockets();
    await anna.types('/whisper');
    const input = (id: string, element: Extract<KnownBlock, { type: 'input' }>['element']): KnownBlock => ({
      type: 'input',
      block_id: id,
      label: text(id),
      element: { ...element, action_id: id },
    });
    const blocks = [
      input('care', { type: 'rich_text_input' }),
      input('where', { type: 'conversations_select', response_url_enabled: true }),
    ];
    const view = { type: 'modal' as const, callback_id: 'planting', title: text('Ask'), submit: text('Ask'), blocks };
    await web.views.open({ trigger_id: lastPayload(slack, 'trigger_id'), view });
    expect((await anna.submits()).errors).toMatchObject({ care: 'Please complete this required field.' });
    await anna.fills({ care: 'not *too* wet', where: 'beds' });
    await anna.submits();
    const elements = [{ type: 'text', text: 'not ' }, { type: 'text', text: 'too', style: { bold: true } }, {}];
    expect(told()).toMatchObject({
      view: { state: { values: { care: { care: { rich_text_value: { elements: [{ elements }] } } } } } },
      response_urls: [{ block_id: 'where', action_id: 'where', channel_id: 'C0BEDS' }],
    });
    const [{ response_url = '' } = {}] = (told()?.response_urls ?? []) as { response_url: string }[];
    const body = JSON.stringify({ text: 'asked', response_type: 'in_channel' });
    await fetch(response_url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(slack.as('U0BEN').messages('C0BEDS').at(-1)?.text).toBe('asked');
  });
});

describe('A select of conversations', () => {
  it('begins with the one somebody is in, where the app asks for that', async () => {
    await begin();
    await garden.overSockets();
    await anna.types('/whisper', { in: 'C0BEDS' });
    const element = { type: 'conversations_select' as const, action_id: 'to', default_to_current_conversation: true };
    const blocks: KnownBlock[] = [{ type: 'input', block_id: 'to', label: text('To'), element }];
    const view = { type: 'modal' as const, title: text('Ask'), submit: text('Ask'), blocks };
    await web.views.open({ trigger_id: lastPayload(slack, 'trigger_id'), view });
    expect(anna.modal?.filled).toEqual({ To: 'beds' });
    await web.views.update({
      view_id: anna.modal?.id ?? '',
      view: { ...view, blocks: [{ ...blocks[0], block_id: 'new' }] as KnownBlock[] },
    });
    expect(anna.modal?.filled).toEqual({ To: 'beds' });
  });
});

describe('Somebody', () => {
  it('loses what only they saw when they load Slack anew', async () => {
    await begin();
    await web.chat.postMessage({ channel: 'C0BEDS', text: 'for all' });
    await web.chat.postEphemeral({ channel: 'C0BEDS', user: 'U0ANNA', text: 'for you' });
    await anna.types('/dig');
    anna.reloads();
    expect(anna.messages('C0BEDS').map(({ text: words }) => words)).toEqual(['for all']);
    expect(anna.notices).toEqual([]);
  });

  it.each([
    ['hides its messages', { messages_tab_enabled: false }],
    ['only speaks', { messages_tab_enabled: true, messages_tab_read_only_enabled: true }],
  ])('can’t write to an app that %s', async (_what, tab) => {
    await begin({ manifest: { ...manifest, features: { ...manifest.features, app_home: tab } } });
    expect((await anna.types('hello')).notice).toBe('Sending messages to this app has been turned off.');
    expect((await anna.types('hello', { in: 'C0BEDS' })).notice).toBeUndefined();
  });

  it('finds the state of an earlier version as it was', async () => {
    await begin();
    await web.chat.postMessage({ channel: 'U0ANNA', text: 'old' });
    const { files: _none, ...older } = JSON.parse(JSON.stringify(slack.dump()));
    await garden.close();
    await begin({ seed: older });
    const id = anna.uploads({ name: 'new.txt', content: 'new' });
    await anna.types('', { files: [id] });
    expect(anna.messages().map(({ text: words, files }) => [words, files.length])).toEqual([
      ['old', 0],
      ['', 1],
    ]);
  });
});
