import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { aSeat } from './tea-seat.ts';

/** As long as the page itself waits for anything (real milliseconds). */
const PATIENT = { timeout: 10_000 };

const executablePath = chromiumFor('every block and element in use');

describe.skipIf(!executablePath)('everything in messages and on Home', () => {
  /** What the app was told, the newest last. */
  let heard: unknown[];
  const at = aSeat(executablePath, { heard: (what) => heard.push(what) });
  let page: Page;
  beforeEach(() => {
    heard = [];
    page = at.page;
  });

  const openMessages = async () => {
    await at.slack.as('U0MIA').types('/everything');
    await page.getByRole('button', { name: 'Pour a cup' }).waitFor();
  };
  const tea = (name: string) => ({
    text: { type: 'plain_text', text: `${name} :tea:`, emoji: true },
    value: name.toLowerCase(),
    description: { type: 'plain_text', text: `About ${name.toLowerCase()} :leaves:`, emoji: true },
  });
  /** Waits for what the app is told next. */
  const told = async (what: object) => {
    await expect.poll(() => heard.at(-1), PATIENT).toMatchObject(what);
  };

  it('what is pressed in a message reaches the app in Slack’s shape', async () => {
    await openMessages();
    await page.getByRole('button', { name: 'Pour a cup' }).click();
    await told({ type: 'button', action_id: 'button', value: 'green', block_id: 'offer-button' });
    await page.getByRole('button', { name: 'Start the kettle now' }).focus();
    await page.keyboard.press('Enter');
    await told({ type: 'workflow_button', action_id: 'workflow' });
    await page.getByRole('button', { name: 'This tea is good' }).click();
    await told({ type: 'feedback_buttons', action_id: 'feedback', value: 'good' });
    expect(await page.getByRole('button', { name: 'This tea is good' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Throw this tea away' }).click();
    await page.getByRole('dialog', { name: 'Really?' }).getByRole('button', { name: 'Do it' }).click();
    await told({ type: 'icon_button', action_id: 'throw', value: 'green' });
    await page.getByRole('button', { name: 'More choices' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=menuitem]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await told({ type: 'overflow', selected_option: { value: 'tomorrow' } });
    await page.getByRole('button', { name: 'Take sugar' }).click();
    await told({ type: 'button', action_id: 'inside', block_id: 'inside' });
    await page.getByRole('button', { name: 'Pour within' }).click();
    await told({ type: 'button', action_id: 'within', block_id: 'within' });
  });

  it('what is chosen in a message is still chosen after a reload', async () => {
    await openMessages();
    const menu = page.getByRole('combobox', { name: 'static_select-0 🍵', exact: true });
    await menu.fill('mint');
    await page.getByRole('option', { name: 'Mint tea' }).click();
    await told({ type: 'static_select', selected_option: tea('Mint tea') });
    await page.reload();
    await expect.poll(() => menu.inputValue(), PATIENT).toBe('Mint tea 🍵');
  });

  it('a deck of cards is leafed through, a frame is folded, long words are unfolded', async () => {
    await openMessages();
    const cards = page.getByRole('region', { name: '3 cards' });
    await page.getByRole('button', { name: 'Next card' }).click();
    await expect.poll(() => cards.evaluate((own) => own.scrollLeft), PATIENT).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Take mint tea' }).click();
    await told({ action_id: 'take-2', block_id: 'card-2' });
    await page.getByRole('button', { name: 'Behind the counter' }).click();
    await page.getByText('Sugar, milk, lemon.').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'See more' }).first().click();
    await page.getByRole('button', { name: 'See less' }).waitFor();
  });

  it('a data table turns its pages, sorts by a column and finds a row', async () => {
    await openMessages();
    const table = page.getByRole('region', { name: 'All that was poured' });
    const days = (...expected: string[]) =>
      expect.poll(() => table.getByRole('rowheader').allInnerTexts(), PATIENT).toEqual(expected);
    await days('Mon', 'Tue');
    await page.getByRole('button', { name: 'Next page' }).click();
    await days('Wed', 'Thu');
    await page.getByRole('button', { name: 'Previous page' }).click();
    await table.getByRole('button', { name: 'Cups' }).click();
    await table.getByRole('button', { name: 'Cups' }).click();
    await days('Thu', 'Tue');
    await page.getByRole('searchbox', { name: 'Search in All that was poured' }).fill('fri');
    await days('Fri');
  });

  it('Home shows all that it can hold', async () => {
    await openMessages();
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByText('Everything on the trolley').waitFor();
    await page.getByRole('button', { name: 'Pour a cup' }).click();
    await told({ type: 'button', action_id: 'button' });
    expect(await page.getByText("This page can't draw").count()).toBe(0);
  });
});
