import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { aSeat } from './tea-seat.ts';

/** As long as the page itself waits for anything (real milliseconds). */
const PATIENT = { timeout: 10_000 };

const executablePath = chromiumFor('every input of a form');

describe.skipIf(!executablePath)('a form with every input there is', () => {
  /** What the app was told, the newest last. */
  let heard: unknown[];
  const at = aSeat(executablePath, { heard: (what) => heard.push(what) });
  let page: Page;
  beforeEach(() => {
    heard = [];
    page = at.page;
  });

  const form = () => page.getByRole('dialog', { name: 'Everything' });
  const openForm = async () => {
    await at.slack.as('U0MIA').shortcut('Everything');
    await form().waitFor();
  };
  const send = async () => {
    await typed('plain_text_input-0').fill('With a little milk and some sugar, please');
    await form().getByRole('button', { name: 'Send' }).click();
    await form().waitFor({ state: 'detached' });
    return heard.at(-1);
  };
  const field = (name: string) => form().getByLabel(name, { exact: true });
  const typed = (name: string) => field(`${name} 🍵`);
  const tea = (name: string) => ({
    text: { type: 'plain_text', text: `${name} :tea:`, emoji: true },
    value: name.toLowerCase(),
    description: { type: 'plain_text', text: `About ${name.toLowerCase()} :leaves:`, emoji: true },
  });
  const focused = (name: string) =>
    expect.poll(() => page.locator(':focus').getAttribute('aria-label'), PATIENT).toBe(name);
  /** Waits for what the app is told next. */
  const told = async (what: object) => {
    await expect.poll(() => heard.at(-1), PATIENT).toMatchObject(what);
  };

  const dropped = async (name: string) => {
    const dataTransfer = await page.evaluateHandle(`(() => {
      const carried = new DataTransfer();
      carried.items.add(new File(['a;b'], '${name}'));
      return carried;
    })()`);
    await form().locator('.drop').dispatchEvent('drop', { dataTransfer });
  };
  const row = (name: string) => form().locator('.field', { has: page.getByText(name, { exact: true }) });
  const pick = async (name: string, choice: string) => {
    await field(name).click();
    await page.getByRole('option', { name: choice }).first().click();
  };

  it('a form is filled with the mouse, and the app gets what Slack would send', async () => {
    await openForm();
    await pick('static_select-0', 'Black tea');
    await pick('static_select-1', 'Mint tea');
    await field('external_select-2').fill('gree');
    await page.getByRole('option', { name: 'Green tea' }).click();
    await pick('users_select-3', 'Mia Visser');
    await pick('channels_select-4', '#attic');
    await pick('conversations_select-5', '#attic');
    await row('multi_static_select-0').getByRole('button', { name: 'Remove Green tea' }).click();
    await pick('multi_static_select-0', 'Black tea');
    await row('multi_users_select-4').getByRole('button', { name: 'Remove Tom Hill' }).click();
    await form().getByRole('radio', { name: 'Mint tea' }).check();
    await form().getByRole('checkbox', { name: 'Green tea' }).check();
    await row('datepicker').getByRole('button', { name: 'Open the calendar' }).click();
    await page.getByRole('button', { name: 'woensdag 25 november 2026' }).click();
    await pick('timepicker', '16:30');
    await row('datetimepicker').getByRole('textbox', { name: 'Day' }).fill('24 nov');
    await row('datetimepicker').getByRole('combobox', { name: 'Time' }).fill('9:15');
    await page.getByRole('option', { name: '09:15' }).click();
    const values = await send();
    expect(values).toMatchObject({
      'ask-static_select-0': { 'static_select-0': { type: 'static_select', selected_option: tea('Black tea') } },
      'ask-static_select-1': { 'static_select-1': { selected_option: tea('Mint tea') } },
      'ask-external_select-2': { 'external_select-2': { selected_option: { value: 'green tea' } } },
      'ask-users_select-3': { 'users_select-3': { type: 'users_select', selected_user: 'U0MIA' } },
      'ask-channels_select-4': { 'channels_select-4': { selected_channel: 'C0ATTIC' } },
      'ask-conversations_select-5': { 'conversations_select-5': { selected_conversation: 'C0ATTIC' } },
      'ask-multi_static_select-0': {
        'multi_static_select-0': { selected_options: [tea('Mint tea'), tea('Black tea')] },
      },
      'ask-multi_users_select-4': { 'multi_users_select-4': { selected_users: ['U0MIA'] } },
      'ask-radio_buttons': { radio_buttons: { selected_option: { value: 'mint tea' } } },
      'ask-checkboxes': { checkboxes: { selected_options: [{ value: 'green tea' }, { value: 'mint tea' }] } },
      'ask-datepicker': { datepicker: { type: 'datepicker', selected_date: '2026-11-25' } },
      'ask-timepicker': { timepicker: { type: 'timepicker', selected_time: '16:30' } },
      'ask-datetimepicker': {
        datetimepicker: { selected_date_time: Date.parse('2026-11-24T09:15+01:00') / 1000 },
      },
    });
  });

  it('the same form is filled with the keyboard alone, beginning where the app wants it', async () => {
    await openForm();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    expect(await field('users_select-3').evaluate((own) => own.matches(':focus'))).toBe(true);
    await page.keyboard.type('mia');
    await press('Enter');
    await field('static_select-0').focus();
    await press('ArrowDown');
    await page.getByRole('option', { name: 'Black tea' }).waitFor();
    await press('ArrowDown', 'Enter');
    await field('multi_channels_select-5').focus();
    await press('Backspace');
    await field('radio_buttons').getByRole('radio', { name: 'Black tea' }).focus();
    await press('ArrowDown');
    await field('checkboxes').getByRole('checkbox', { name: 'None' }).focus();
    await press(' ');
    await field('datepicker').focus();
    await press('ArrowDown');
    await focused('maandag 23 november 2026');
    await press('PageDown', 'ArrowRight', 'ArrowUp', 'Enter');
    await field('timepicker').focus();
    await page.keyboard.type('1745');
    await press('Enter');
    await typed('number_input-2').focus();
    await press('ArrowUp', 'ArrowUp');
    await typed('rich_text_input-5').focus();
    await press('Control+a', 'Control+b');
    expect(await send()).toMatchObject({
      'ask-users_select-3': { 'users_select-3': { selected_user: 'U0MIA' } },
      'ask-static_select-0': { 'static_select-0': { selected_option: tea('Black tea') } },
      'ask-multi_channels_select-5': { 'multi_channels_select-5': { selected_channels: ['C0SHELF'] } },
      'ask-radio_buttons': { radio_buttons: { selected_option: { value: 'mint tea' } } },
      'ask-checkboxes': { checkboxes: { selected_options: [{ value: 'mint tea' }, { value: 'none' }] } },
      'ask-datepicker': { datepicker: { selected_date: '2026-12-17' } },
      'ask-timepicker': { timepicker: { selected_time: '17:45' } },
      'typed-2': { typed: { type: 'number_input', value: '4' } },
      'typed-5': {
        typed: {
          rich_text_value: {
            elements: [{ elements: [{ type: 'text', text: 'To be written', style: { bold: true } }] }],
          },
        },
      },
    });
  });

  it('typed words stay when the app shows the form again, and are gone when it asks anew', async () => {
    await openForm();
    const empty = typed('empty plain_text_input');
    await empty.fill('no sugar');
    await form().getByRole('button', { name: 'Show it again' }).click();
    await expect.poll(() => at.slack.calls.some(({ method }) => method === 'views.update'), PATIENT).toBe(true);
    expect(await empty.inputValue()).toBe('no sugar');
    await page.reload();
    expect(await empty.inputValue()).toBe('no sugar');
    await form().getByRole('button', { name: 'Ask anew' }).click();
    await expect.poll(() => empty.inputValue(), PATIENT).toBe('');
  });

  it('a file is chosen, seen on its way and taken off again; another sort is not taken', async () => {
    await openForm();
    const chooser = form().getByLabel('Files of this computer');
    const file = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
    await chooser.setInputFiles([file('cups.csv'), file('pots.csv')]);
    await form().getByRole('button', { name: 'Remove pots.csv' }).click();
    await form().getByText('pots.csv').waitFor({ state: 'detached' });
    await chooser.setInputFiles([file('picture.png')]);
    await form().getByText('picture.png is of a kind').waitFor();
    await chooser.setInputFiles([file('one.csv'), file('two.csv')]);
    await form().getByText('No more than 2').waitFor();
    await form().getByRole('button', { name: 'Remove one.csv' }).click();
    await form().getByText('one.csv').waitFor({ state: 'detached' });
    await dropped('dropped.txt');
    await form().getByRole('button', { name: 'Remove dropped.txt' }).waitFor();
    expect(await send()).toMatchObject({
      files: { files: { type: 'file_input', files: [{ name: 'cups.csv', size: 8 }, { name: 'dropped.txt' }] } },
    });
  });

  it('the app hears each letter where it asked for that', async () => {
    await openForm();
    await typed('plain_text_input-1').fill('Quite full');
    await told({ type: 'plain_text_input', action_id: 'typed', block_id: 'typed-1', value: 'Quite full' });
    await form().getByText('2 characters left').waitFor();
  });

  it('the app hears of typed words at Enter where it asked for nothing else', async () => {
    await openForm();
    await typed('empty plain_text_input').fill('lemon');
    await typed('empty email_text_input').fill('mia@example.com');
    expect(heard).toEqual([]);
    await typed('empty email_text_input').press('Enter');
    await told({ type: 'email_text_input', block_id: 'empty-email_text_input', value: 'mia@example.com' });
  });

  it('a day and a time are told together, once both are there', async () => {
    await openForm();
    const clock = row('datetimepicker');
    await clock.getByRole('button', { name: 'Clear' }).click();
    await clock.getByRole('textbox', { name: 'Day' }).fill('morgen');
    await clock.getByRole('textbox', { name: 'Day' }).press('Enter');
    expect(await clock.getByRole('textbox', { name: 'Day' }).inputValue()).toBe('21 nov 2026');
    await clock.getByRole('combobox', { name: 'Time' }).fill('8:00');
    await page.getByRole('option', { name: '08:00' }).click();
    const seconds = Date.parse('2026-11-21T07:00:00Z') / 1000;
    expect(await send()).toMatchObject({ 'ask-datetimepicker': { datetimepicker: { selected_date_time: seconds } } });
  });

  it('an external menu waits for enough letters, shows groups, and says when there is nothing', async () => {
    await openForm();
    const menu = field('external_select-2');
    await menu.click();
    await page.getByText('Type 2 letters to search').waitFor();
    await menu.fill('grouped');
    await page.getByText('Warm', { exact: true }).waitFor();
    expect(await page.getByRole('option').count()).toBe(3);
    await menu.fill('nothing');
    await page.getByText('Nothing found').waitFor();
    await menu.fill('slow');
    await page.getByText('Looking …').waitFor();
    await page.getByRole('option', { name: 'Mint tea' }).waitFor();
  });

  it('an external menu whose app answers nonsense has nothing to choose, and the inspector says why', async () => {
    await openForm();
    await field('external_select-2').fill('spill');
    await page.getByText('Nothing found').waitFor();
    expect(at.slack.refusals.at(-1)).toMatchObject({ what: 'options' });
  });

  it('no more is chosen than the element takes', async () => {
    await openForm();
    await field('multi_channels_select-5').click();
    await page.getByText('No more than these can be chosen').waitFor();
  });
});
