import type { KnownBlock, ModalView, View } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack, Visitor } from './core/index.ts';
import { aGarden, type Garden, lastPayload, refusalOf } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;
let anna: Visitor;

beforeEach(async () => {
  garden = await aGarden();
  ({ slack, web } = garden);
  await garden.overSockets();
  anna = slack.as('U0ANNA');
});

afterEach(() => garden.close());

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const option = (words: string) => ({ text: text(words), value: words.toLowerCase() });

/** A trigger nobody has used yet. */
async function trigger(): Promise<string> {
  await anna.types('/whisper');
  return lastPayload(slack, 'trigger_id');
}

const aModal = (title: string, blocks: KnownBlock[] = [{ type: 'section', text: text(title) }]): ModalView => ({
  type: 'modal',
  title: text(title),
  submit: text('Save'),
  callback_id: 'planting',
  blocks,
});

const input = (label: string, element: Extract<KnownBlock, { type: 'input' }>['element']): KnownBlock => ({
  type: 'input',
  block_id: label.toLowerCase(),
  label: text(label),
  element,
});

describe('A stack of modals', () => {
  it('is three deep, and each closes to the one below', async () => {
    await web.views.open({ trigger_id: await trigger(), view: aModal('One') });
    await web.views.push({ trigger_id: await trigger(), view: aModal('Two') });
    await web.views.push({ trigger_id: await trigger(), view: aModal('Three') });
    const fourth = web.views.push({ trigger_id: await trigger(), view: aModal('Four') });
    expect(await refusalOf(fourth)).toMatchObject({ error: 'push_limit_reached' });
    expect(anna.modals.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
    expect((await anna.submits()).modal?.title).toBe('Two');
    expect((await anna.closes()).modal?.title).toBe('One');
    await web.views.push({ trigger_id: await trigger(), view: aModal('Again') });
    expect((await anna.closes({ all: true })).modal).toBeUndefined();
  });

  it('has nothing to push onto before one is open', async () => {
    const pushed = web.views.push({ trigger_id: await trigger(), view: aModal('One') });
    expect(await refusalOf(pushed)).toMatchObject({ error: 'invalid_arguments' });
  });

  it('is only replaced by somebody who has seen its last state', async () => {
    const { view } = await web.views.open({ trigger_id: await trigger(), view: aModal('One') });
    const view_id = view?.id ?? '';
    const old = view?.hash ?? '';
    await web.views.update({ view_id, hash: old, view: aModal('Two') });
    const late = web.views.update({ view_id, hash: old, view: aModal('Three') });
    expect(await refusalOf(late)).toMatchObject({ error: 'hash_conflict' });
    expect(anna.modal?.title).toBe('Two');
    await anna.closes();
    expect(await refusalOf(web.views.update({ view_id, view: aModal('Four') }))).toMatchObject({ error: 'not_found' });
  });

  it('gives an external_id to one view only, and refuses what is larger than 250 kB', async () => {
    const view = { ...aModal('One'), external_id: 'mine' };
    await web.views.open({ trigger_id: await trigger(), view });
    const twice = web.views.open({ trigger_id: await trigger(), view });
    expect(await refusalOf(twice)).toMatchObject({ error: 'duplicate_external_id' });
    await web.views.push({ trigger_id: await trigger(), view: { ...aModal('Two'), external_id: 'yours' } });
    const update = (to: View) => web.views.update({ external_id: 'yours', view: to });
    expect(await refusalOf(update(view))).toMatchObject({ error: 'duplicate_external_id' });
    expect(await refusalOf(update({ type: 'home', blocks: [] }))).toMatchObject({ error: 'invalid_arguments' });
    await update({ ...aModal('Three'), external_id: 'yours' });
    expect(anna.modals.map(({ title }) => title)).toEqual(['One', 'Three']);
    const long = Array.from({ length: 100 }, (): KnownBlock => ({ type: 'section', text: text('x'.repeat(3000)) }));
    const large = web.views.publish({ user_id: 'U0ANNA', view: { type: 'home', blocks: long } });
    expect(await refusalOf(large)).toMatchObject({ error: 'view_too_large' });
  });
});

describe('Every sort of field', () => {
  const options = ['Red', 'Blue', 'Green'].map(option);
  const fields: KnownBlock[] = [
    input('Colour', { type: 'static_select', action_id: 'a', options, initial_option: option('Blue') }),
    input('Colours', { type: 'multi_static_select', action_id: 'a', options }),
    input('Boxes', { type: 'checkboxes', action_id: 'a', options }),
    input('Who', { type: 'users_select', action_id: 'a', initial_user: 'U0BEN' }),
    input('Whom', { type: 'multi_users_select', action_id: 'a' }),
    input('Where', { type: 'channels_select', action_id: 'a' }),
    input('Talk', { type: 'conversations_select', action_id: 'a' }),
    input('Day', { type: 'datepicker', action_id: 'a', initial_date: '2026-11-02' }),
    input('Time', { type: 'timepicker', action_id: 'a' }),
    input('Moment', { type: 'datetimepicker', action_id: 'a' }),
    input('Minutes', { type: 'number_input', action_id: 'a', is_decimal_allowed: false, max_value: '60' }),
    input('Mail', { type: 'email_text_input', action_id: 'a' }),
    input('Link', { type: 'url_text_input', action_id: 'a' }),
  ];

  it('reports what was chosen under the name Slack gives it', async () => {
    await web.views.open({ trigger_id: await trigger(), view: aModal('All', fields) });
    expect(anna.modal?.filled).toEqual({
      Colour: 'Blue',
      Colours: [],
      Boxes: [],
      Who: 'Ben Akker',
      Whom: [],
      Day: '2026-11-02',
    });
    await anna.fills({
      Colours: ['Red', 'Green'],
      Boxes: ['Green'],
      Who: 'Anna Bos',
      Whom: ['Anna Bos', 'ben'],
      Where: '#beds',
      Talk: 'shed',
      Day: '2026-11-05',
      Time: '10:30',
      Moment: '1793610000',
      Minutes: '15',
      Mail: 'a@example.com',
      Link: 'https://example.com',
    });
    const answers = Object.fromEntries(Object.entries(anna.modal?.values ?? {}).map(([id, { a }]) => [id, a]));
    expect(answers).toEqual({
      colour: { type: 'static_select', selected_option: option('Blue') },
      colours: { type: 'multi_static_select', selected_options: [option('Red'), option('Green')] },
      boxes: { type: 'checkboxes', selected_options: [option('Green')] },
      who: { type: 'users_select', selected_user: 'U0ANNA' },
      whom: { type: 'multi_users_select', selected_users: ['U0ANNA', 'U0BEN'] },
      where: { type: 'channels_select', selected_channel: 'C0BEDS' },
      talk: { type: 'conversations_select', selected_conversation: 'C0SHED' },
      day: { type: 'datepicker', selected_date: '2026-11-05' },
      time: { type: 'timepicker', selected_time: '10:30' },
      moment: { type: 'datetimepicker', selected_date_time: 1793610000 },
      minutes: { type: 'number_input', value: '15' },
      mail: { type: 'email_text_input', value: 'a@example.com' },
      link: { type: 'url_text_input', value: 'https://example.com' },
    });
    expect((await anna.submits()).modal).toBeUndefined();
  });

  it('is checked by Slack before the app hears of it', async () => {
    await web.views.open({ trigger_id: await trigger(), view: aModal('All', fields.slice(-3)) });
    await anna.fills({ Minutes: '61', Mail: 'nobody', Link: 'nowhere' });
    const before = slack.envelopes.length;
    expect((await anna.submits()).errors).toEqual({
      Minutes: 'Must be at most 60.',
      Mail: 'Please enter a valid email address.',
      Link: 'Please enter a valid URL.',
    });
    expect(slack.envelopes.length).toBe(before);
  });

  it('says which options there are when somebody wants another', async () => {
    await web.views.open({ trigger_id: await trigger(), view: aModal('All', fields.slice(0, 1)) });
    await expect(anna.fills({ Colour: 'Pink' })).rejects.toThrow('offered: "Red", "Blue", "Green"');
    await expect(anna.fills({ Taste: 'Sweet' })).rejects.toThrow('nothing called "Taste"');
  });
});

describe('Selects outside forms', () => {
  const menu: KnownBlock = {
    type: 'actions',
    block_id: 'menu',
    elements: [
      { type: 'static_select', action_id: 'one', placeholder: text('Pick one'), options: ['A', 'B'].map(option) },
      { type: 'datepicker', action_id: 'day', placeholder: text('Pick a day') },
    ],
  };

  it('tell the app at once, with the state of their neighbours', async () => {
    await web.chat.postMessage({ channel: 'U0ANNA', text: 'Choose', blocks: [menu] });
    await anna.picks('Pick a day', '2026-11-03');
    await anna.picks('Pick one', 'B');
    const payload = slack.envelopes.filter(({ type }) => type === 'interactive').at(-1)?.payload;
    expect(payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', is_ephemeral: false },
      channel: { name: 'directmessage' },
      user: { id: 'U0ANNA', username: 'anna', team_id: 'T01' },
      actions: [{ type: 'static_select', block_id: 'menu', action_id: 'one', selected_option: { value: 'b' } }],
      state: { values: { menu: { day: { selected_date: '2026-11-03' }, one: { selected_option: { value: 'b' } } } } },
    });
    expect(anna.messages().at(-1)?.readable).toBe('(B ▾) (2026-11-03 ▾)');
  });

  it('are one person’s own on Home and gone when replaced', async () => {
    const home: View = { type: 'home', blocks: [menu] };
    await web.views.publish({ user_id: 'U0ANNA', view: home });
    const seen = anna.home;
    const container = { kind: 'view' as const, viewId: seen?.id ?? '' };
    await anna.act({ container, blockId: 'menu', actionId: 'one', value: 'a' });
    expect(slack.envelopes.at(-1)?.payload).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } });
    const stranger = await slack.as('U0BEN').act({ container, blockId: 'menu', actionId: 'one', value: 'a' });
    expect(stranger.notice).toBe('This is no longer there');
  });

  it('are told apart by the words beside them', async () => {
    const row = (words: string, value: string): KnownBlock => ({
      type: 'section',
      text: text(words),
      accessory: { type: 'button', action_id: 'one', text: text('Edit'), value },
    });
    await web.views.publish({
      user_id: 'U0ANNA',
      view: { type: 'home', blocks: [row('Basil', '1'), row('Beet', '2')] },
    });
    await anna.clicks('Edit', { in: 'home', beside: 'Beet' });
    expect(slack.envelopes.at(-1)?.payload).toMatchObject({ actions: [{ value: '2' }] });
    await expect(anna.clicks('Edit', { beside: 'Carrot' })).rejects.toThrow('sees nothing called "Edit"');
  });
});
