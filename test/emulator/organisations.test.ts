import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack, Visitor } from './core/index.ts';
import { aGreenhouse, type Greenhouse } from './greenhouse.ts';

let greenhouse: Greenhouse;
let slack: Slack;
let mira: Visitor;

beforeEach(async () => {
  greenhouse = await aGreenhouse();
  slack = greenhouse.slack;
  mira = slack.as('U0MIRA');
});

afterEach(() => greenhouse.close());

const SHARED = 'C0CLIENTS';
const card = (value: string) => [
  {
    type: 'actions' as const,
    elements: [
      { type: 'button' as const, action_id: 'water', value, text: { type: 'plain_text' as const, text: 'Water' } },
    ],
  },
];

describe('Somebody of a customer’s organisation', () => {
  it('sees the shared channel and nothing else, not even direct messages with the app', async () => {
    expect(mira.conversations().map(({ name, external }) => [name, external])).toEqual([['clients', true]]);
    expect(mira.appDm()).toBe('');
    expect(mira.messages()).toEqual([]);
    expect((await mira.types('hello?')).notice).toBe('You are not in this conversation');
    expect((await mira.types('hello?', { in: 'C0GLASSHOUSE' })).notice).toBe('You are not in this conversation');
  });

  it('writes there, and the app and colleagues learn whose words they are', async () => {
    await mira.types('When do the figs come?', { in: SHARED });
    const { payload } = slack.envelopes.at(-1) ?? {};
    expect(payload).toMatchObject({
      team_id: 'T02',
      is_ext_shared_channel: true,
      event: { user: 'U0MIRA', team: 'T0CLIENT', user_team: 'T0CLIENT', source_team: 'T0CLIENT', channel: SHARED },
    });
    expect(slack.as('U0IDA').messages(SHARED)[0]).toMatchObject({ name: 'Mira Client', team: 'Client & Co' });
    await slack.as('U0IDA').types('On Friday', { in: SHARED });
    expect(mira.messages(SHARED).map(({ team }) => team)).toEqual(['Client & Co', undefined]);
  });

  it('clicks the app’s buttons: the app is told of both organisations', async () => {
    await greenhouse.web.chat.postMessage({ channel: SHARED, text: 'Fig', blocks: card('Fig') });
    expect(await mira.clicks('Water')).toMatchObject({ acked: true, notice: undefined });
    expect(slack.envelopes.findLast(({ type }) => type === 'interactive')?.payload).toMatchObject({
      type: 'block_actions',
      team: { id: 'T0CLIENT', domain: 'client-and-co' },
      user: { id: 'U0MIRA', team_id: 'T0CLIENT' },
      message: { team: 'T02' },
    });
    expect(mira.messages(SHARED)[0]?.text).toBe('Fig watered by <@U0MIRA>');
  });

  it('puts an emoji under a message', async () => {
    await greenhouse.web.chat.postMessage({ channel: SHARED, text: 'Fig' });
    const [fig] = mira.messages(SHARED);
    if (fig) await mira.reacts('wave', fig);
    expect(mira.messages(SHARED)[0]?.reactions).toEqual([{ name: 'wave', users: ['U0MIRA'] }]);
  });

  it('has no commands, shortcuts or Home of an app that is not theirs', async () => {
    await greenhouse.web.chat.postMessage({ channel: SHARED, text: 'Fig' });
    const [fig] = mira.messages(SHARED);
    const before = slack.envelopes.length;
    expect((await mira.types('/pot', { in: SHARED })).notice).toBe('/pot is not a valid command.');
    expect((await mira.opensHome()).notice).toContain('isn’t installed in your workspace');
    const shortcut = fig && (await mira.messageShortcut('Compost this', fig));
    expect(shortcut?.notice).toContain('isn’t installed in your workspace');
    expect(slack.envelopes.length).toBe(before);
  });
});
