import { describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { aSeat } from './tea-seat.ts';

const executablePath = chromiumFor('the page in a browser');

describe.skipIf(!executablePath)('at the keyboard', () => {
  const at = aSeat(executablePath);

  const openForm = async () => {
    await at.page.getByRole('button', { name: 'Shortcuts' }).click();
    await at.page.getByRole('menuitem', { name: 'Order tea' }).click();
    return at.page.getByRole('dialog', { name: 'Your tea' });
  };

  it('a message is read as its reader reads it: names, quotations, their own date', async () => {
    await at.writes('/tea-menu');
    await at.sees('It smells of rain');
    const message = at.page.getByRole('article', { name: /Tea Trolley/ });
    await message.getByText('Warm and quiet, by @Tom Hill, in #shelf').waitFor();
    await message.getByRole('blockquote').getByText('It smells of rain.').waitFor();
    await message.getByText('Served vrijdag 20 november 2026 15:00').waitFor();
    await at.page.getByRole('img', { name: 'Cups a day: Cups: Mon 8, Tue 12, Wed 5' }).waitFor();
  });

  it('a menu, an overflow and a confirmed button reach the app', async () => {
    await at.writes('/tea-menu');
    await at.page.getByRole('combobox', { name: 'A tea' }).fill('min');
    await at.page.getByRole('option', { name: 'Mint tea' }).click();
    await at.sees('Mint tea.');
    await at.page.getByRole('button', { name: 'More choices' }).click();
    await at.page.getByRole('menuitem', { name: 'Tomorrow' }).click();
    await at.sees('Tomorrow.');
    await at.page.getByRole('button', { name: 'Tip it over' }).click();
    await at.page.getByRole('dialog', { name: 'Really?' }).getByRole('button', { name: 'Keep' }).click();
    expect(await at.page.getByText('It is all over the floor.').count()).toBe(0);
    await at.page.getByRole('button', { name: 'Tip it over' }).click();
    await at.page.getByRole('dialog', { name: 'Really?' }).getByRole('button', { name: 'Tip' }).click();
    await at.sees('It is all over the floor.');
  });

  it('a form says what is missing, what the app refuses, keeps what was typed, and is done', async () => {
    const form = await openForm();
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await form.getByText('Please complete this required field.').first().waitFor();

    await form.getByRole('combobox', { name: 'Which tea?' }).fill('m');
    await at.page.getByRole('option', { name: 'Mint tea' }).click();
    await form.getByRole('radio', { name: 'Without' }).check();
    await form.getByLabel('Which day?').fill('2026-11-23');
    await form.getByRole('combobox', { name: 'With whom?' }).fill('tom');
    await at.page.getByRole('option', { name: 'Tom Hill' }).click();
    await form.getByRole('checkbox', { name: 'Lemon' }).check();
    await form.getByRole('textbox', { name: 'Anything else?' }).fill('now');
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await form.getByText('Say please.').waitFor();

    const [values] = at.slack.as('U0MIA').modals.map((modal) => modal.filled);
    expect(values).toMatchObject({ 'Which tea?': 'Mint tea', 'Milk?': 'Without', 'Which day?': '2026-11-23' });
    await form.getByRole('textbox', { name: 'Anything else?' }).fill('now please');
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await at.sees('Mint tea is on its way.');
  });

  it('a form that reaches nobody says so, and keeps what was typed', async () => {
    const form = await openForm();
    await form.getByRole('combobox', { name: 'Which tea?' }).fill('m');
    await at.page.getByRole('option', { name: 'Mint tea' }).click();
    await form.getByRole('radio', { name: 'Without' }).check();
    await form.getByRole('textbox', { name: 'Anything else?' }).fill('no sugar please');
    at.slack.dropSockets();
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await form.getByText('We had some trouble connecting. Try again?').waitFor();
    expect(await form.getByRole('textbox', { name: 'Anything else?' }).inputValue()).toBe('no sugar please');
  });

  it('a form over a form: Esc leads back, and what was typed is still there', async () => {
    const form = await openForm();
    await form.getByRole('textbox', { name: 'Anything else?' }).fill('no sugar');
    await form.getByRole('button', { name: 'Why so many questions?' }).click();
    await at.page.getByRole('dialog', { name: 'Why' }).getByText('Tea is personal.').waitFor();
    await at.page.keyboard.press('Escape');
    expect(await form.getByRole('textbox', { name: 'Anything else?' }).inputValue()).toBe('no sugar');
    await at.page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  it('Home is fetched when it is looked at', async () => {
    await at.page.getByRole('tab', { name: 'Home' }).click();
    await at.page.getByText('You had 12 cups.').waitFor();
    await at.page.getByRole('button', { name: 'Order more' }).click();
    await at.page.getByRole('dialog', { name: 'Your tea' }).waitFor();
  });

  it('somebody else sits down: their time, their unread messages, their own notices', async () => {
    await at.page.getByRole('button', { name: 'shelf' }).click();
    await at.page.getByRole('textbox', { name: 'Message #shelf' }).fill('Quiet *please*');
    await at.page.keyboard.press('Enter');
    await at.sees('Quiet please');
    await at.page.getByRole('combobox', { name: 'Act as' }).fill('tom');
    await at.page.getByRole('option', { name: 'Tom Hill Admin · New York · English' }).click();
    await at.page.getByRole('button', { name: 'shelf 1 unread' }).click();
    await at.page.getByRole('article', { name: 'Mia Visser, 4:00 AM' }).waitFor();
    await at.page.getByRole('textbox', { name: 'Message #shelf' }).fill('/nonsense');
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('status', { name: 'Notices' }).getByText('/nonsense').waitFor();
  });

  it('fits a phone: no sideways scrolling, conversations and inspector in drawers', async () => {
    await at.page.setViewportSize({ width: 390, height: 800 });
    await at.page.reload();
    await at.writes('/tea-menu');
    await at.sees('It smells of rain');
    expect(await at.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await at.page.getByRole('button', { name: 'Conversations' }).click();
    await at.page.getByRole('button', { name: 'shelf' }).click();
    await at.page.getByRole('heading', { name: '#shelf' }).waitFor();
    await at.page.getByRole('button', { name: 'Inspector' }).click();
    await at.page.getByRole('button', { name: 'To Monday 09:00' }).waitFor();
  });
});
