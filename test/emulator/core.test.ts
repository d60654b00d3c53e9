import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { aGarden, card, type Garden } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

afterEach(() => garden.close());

describe.each([
  ['Socket Mode', 'overSockets'],
  ['signed HTTP', 'overHttp'],
] as const)('An ordinary app over %s', (_name, transport) => {
  beforeEach(async () => {
    garden = await aGarden();
    ({ slack, web } = garden);
    await garden[transport]();
  });

  it('opens a form on a command, offers options, and posts what was saved', async () => {
    const anna = slack.as('U0ANNA');
    const opened = await anna.types('/plant');
    expect(opened).toMatchObject({ acked: true, notice: undefined, modal: { title: 'Plant' } });
    expect(await anna.searches('Which seed?', 'b')).toEqual(['Basil', 'Beet']);
    await anna.fills({ 'Which seed?': 'Basil', 'A note': 'in May', 'Where?': 'Shade' });
    expect(anna.modal?.filled).toEqual({ 'Which seed?': 'Basil', 'A note': 'in May', 'Where?': 'Shade' });
    expect((await anna.submits()).modal).toBeUndefined();
    expect(anna.messages().at(-1)?.readable).toBe('Basil for @Anna Bos\n[⋯ Later · Never]\n[Pick]');
    expect(slack.refusals).toEqual([]);
  });

  it('answers buttons and menus in messages', async () => {
    const anna = slack.as('U0ANNA');
    await web.chat.postMessage({ channel: 'U0ANNA', text: 'Basil', blocks: card('Basil') });
    const chosen = await anna.picks('⋯', 'Later');
    expect(chosen.ephemeral.map(({ text }) => text)).toEqual(['You chose Later']);
    await anna.clicks('Pick');
    expect(anna.messages().map(({ readable }) => readable)).toEqual(['Basil picked', 'You chose Later']);
  });

  it('shows errors beside their field, from Slack itself and from the app', async () => {
    const anna = slack.as('U0ANNA');
    await anna.shortcut('Plant a tree');
    const missing = 'Please complete this required field.';
    expect((await anna.submits()).errors).toEqual({ 'Which seed?': missing, 'A note': missing });
    await anna.fills({ 'Which seed?': 'Beet', 'A note': 'far too long a note to be saved' });
    expect((await anna.submits()).errors).toEqual({ 'A note': 'Must be less than 21 characters long.' });
    await anna.fills({ 'A note': 'weeds' });
    expect((await anna.submits()).errors).toEqual({ 'A note': 'No weeds here' });
    await anna.fills({ 'A note': 'wrong' });
    expect((await anna.submits()).notice).toBe('We had some trouble connecting. Try again?');
    expect(slack.refusals.at(-1)).toMatchObject({ what: 'view_submission', error: 'invalid_response' });
  });

  it('keeps what was typed when a form is replaced, except under a new block_id', async () => {
    const anna = slack.as('U0ANNA');
    await anna.types('/plant');
    await anna.fills({ 'Which seed?': 'Carrot', 'A note': 'dry' });
    await anna.clicks('Water it');
    expect(anna.modal?.filled).toEqual({ 'Which seed?': 'Carrot', 'A note': 'watered' });
  });

  it('hears that a form was closed, Home opened, somebody wrote, somebody joined', async () => {
    const ben = slack.as('U0BEN');
    await ben.types('/plant');
    await ben.closes();
    await ben.opensHome();
    expect(ben.home?.readable).toContain('Home basil');
    await ben.types('hello <there> & you');
    slack.people.join({ id: 'U0NEW', name: 'new', real_name: 'Nel Nieuw', tz: 'Europe/Amsterdam' });
    await slack.idle();
    expect(ben.messages().map(({ readable }) => readable)).toEqual([
      'Another time',
      'hello <there> & you',
      'You said hello <there> & you',
    ]);
    expect(slack.as('U0NEW').messages().at(-1)?.text).toBe('Welcome Nel Nieuw');
  });

  it('says things to one person alone', async () => {
    const anna = slack.as('U0ANNA');
    const { ephemeral } = await anna.types('/whisper go', { in: 'C0BEDS' });
    expect(ephemeral).toMatchObject([{ text: 'psst: go', ephemeral: true, channel: 'C0BEDS' }]);
    expect(slack.as('U0BEN').messages('C0BEDS')).toEqual([]);
    await slack.as('U0BEN').types('look at this', { in: 'C0BEDS' });
    const [message] = anna.messages('C0BEDS').filter(({ userId }) => userId === 'U0BEN');
    const pressed = await anna.messageShortcut('Press this flower', { channel: 'C0BEDS', ts: message?.ts ?? '' });
    expect(pressed.ephemeral.map(({ text }) => text)).toEqual(['Pressed']);
  });

  it('is told off by Slack after three seconds of silence', async () => {
    const outcome = await slack.as('U0ANNA').types('/sleep');
    expect(outcome).toMatchObject({ acked: false, notice: '/sleep failed with the error “operation_timeout”' });
    expect(slack.envelopes.at(-1)?.outcome).toBe('too late');
  });
});
