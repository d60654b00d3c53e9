import type { App } from '@slack/bolt';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { type Slack, startEmulator } from './core/index.ts';
import { pageRoutes } from './page/server.ts';
import { manifest, seed, teaTrolley } from './tea-trolley.ts';

const executablePath = chromiumFor('the page in a browser');

describe.skipIf(!executablePath)('at the keyboard', () => {
  let browser: Browser;
  let slack: Slack;
  let app: App;
  let page: Page;
  let now: Date;
  /** Errors of the page itself; there are never any. */
  let troubles: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    now = new Date('2026-11-20T09:00:00Z');
    troubles = [];
    const routes = pageRoutes(() => slack, {
      now: () => now,
      targets: () => [{ label: 'To Monday 09:00', at: new Date('2026-11-23T08:00:00Z') }],
      turn: async (to) => {
        now = to;
      },
    });
    slack = await startEmulator({ manifest, seed, clock: { now: () => now }, routes });
    app = teaTrolley(slack);
    await app.start();
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.setDefaultTimeout(5_000);
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
    await page.goto(slack.url);
  });
  afterEach(async () => {
    await page.close();
    await app.stop();
    await slack.close();
    expect(troubles).toEqual([]);
  });

  const composer = () => page.getByRole('textbox', { name: 'Message Tea Trolley' });
  const type = async (text: string) => {
    await composer().fill(text);
    await composer().press('Enter');
  };
  const openForm = async () => {
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'Order tea' }).click();
    return page.getByRole('dialog', { name: 'Your tea' });
  };
  const seen = (text: string | RegExp) => page.getByText(text).last().waitFor();

  it('a slash shows the family of commands, and the arrow keys choose one', async () => {
    await composer().fill('/te');
    expect(await page.getByRole('listbox', { name: 'Commands' }).getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('/tea how many cups'),
      expect.stringContaining('/tea-menu'),
    ]);
    await composer().press('ArrowDown');
    await composer().press('ArrowDown');
    await composer().press('Enter');
    expect(await composer().inputValue()).toBe('/tea-menu ');
  });

  it('a message is read as its reader reads it: names, quotations, their own date', async () => {
    await type('/tea-menu');
    await seen('It smells of rain');
    const message = page.getByRole('article', { name: /Tea Trolley/ });
    await message.getByText('Warm and quiet, by @Tom Hill, in #shelf').waitFor();
    await message.getByRole('blockquote').getByText('It smells of rain.').waitFor();
    await message.getByText('Served vrijdag 20 november 2026 15:00').waitFor();
    await page.getByRole('img', { name: 'Cups a day: Cups: Mon 8, Tue 12, Wed 5' }).waitFor();
  });

  it('a menu, an overflow and a confirmed button reach the app', async () => {
    await type('/tea-menu');
    await page.getByRole('combobox', { name: 'A tea' }).fill('min');
    await page.getByRole('option', { name: 'Mint tea' }).click();
    await seen('Mint tea.');
    await page.getByRole('button', { name: 'More choices' }).click();
    await page.getByRole('menuitem', { name: 'Tomorrow' }).click();
    await seen('Tomorrow.');
    await page.getByRole('button', { name: 'Tip it over' }).click();
    await page.getByRole('dialog', { name: 'Really?' }).getByRole('button', { name: 'Keep' }).click();
    expect(await page.getByText('It is all over the floor.').count()).toBe(0);
    await page.getByRole('button', { name: 'Tip it over' }).click();
    await page.getByRole('dialog', { name: 'Really?' }).getByRole('button', { name: 'Tip' }).click();
    await seen('It is all over the floor.');
  });

  it('a form says what is missing, what the app refuses, keeps what was typed, and is done', async () => {
    const form = await openForm();
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await form.getByText('Please complete this required field.').first().waitFor();

    await form.getByRole('combobox', { name: 'Which tea?' }).fill('m');
    await page.getByRole('option', { name: 'Mint tea' }).click();
    await form.getByRole('radio', { name: 'Without' }).check();
    await form.getByLabel('Which day?').fill('2026-11-23');
    await form.getByRole('combobox', { name: 'With whom?' }).fill('tom');
    await page.getByRole('option', { name: 'Tom Hill' }).click();
    await form.getByRole('checkbox', { name: 'Lemon' }).check();
    await form.getByRole('textbox', { name: 'Anything else?' }).fill('now');
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await form.getByText('Say please.').waitFor();

    const [values] = slack.as('U0MIA').modals.map((modal) => modal.filled);
    expect(values).toMatchObject({ 'Which tea?': 'Mint tea', 'Milk?': 'Without', 'Which day?': '2026-11-23' });
    await form.getByRole('textbox', { name: 'Anything else?' }).fill('now please');
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await seen('Mint tea is on its way.');
  });

  it('a form over a form: Esc leads back, and what was typed is still there', async () => {
    const form = await openForm();
    await form.getByRole('textbox', { name: 'Anything else?' }).fill('no sugar');
    await form.getByRole('button', { name: 'Why so many questions?' }).click();
    await page.getByRole('dialog', { name: 'Why' }).getByText('Tea is personal.').waitFor();
    await page.keyboard.press('Escape');
    expect(await form.getByRole('textbox', { name: 'Anything else?' }).inputValue()).toBe('no sugar');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  it('Home is fetched when it is looked at', async () => {
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByText('You had 12 cups.').waitFor();
    await page.getByRole('button', { name: 'Order more' }).click();
    await page.getByRole('dialog', { name: 'Your tea' }).waitFor();
  });

  it('somebody else sits down: their time, their unread messages, their own notices', async () => {
    await page.getByRole('button', { name: 'shelf' }).click();
    await page.getByRole('textbox', { name: 'Message #shelf' }).fill('Quiet *please*');
    await page.keyboard.press('Enter');
    await seen('Quiet please');
    await page.getByRole('combobox', { name: 'Act as' }).fill('tom');
    await page.getByRole('option', { name: 'Tom Hill Admin · New York · English' }).click();
    await page.getByRole('button', { name: 'shelf 1 unread' }).click();
    await page.getByRole('article', { name: 'Mia Visser, 4:00 AM' }).waitFor();
    await page.getByRole('textbox', { name: 'Message #shelf' }).fill('/nonsense');
    await page.keyboard.press('Enter');
    await page.getByRole('status', { name: 'Notices' }).getByText('/nonsense').waitFor();
  });

  it('a message is answered in its thread, or handed to the app', async () => {
    await type('Hello');
    await seen('Hello');
    await page.getByRole('button', { name: 'More with this message' }).click();
    await page.getByRole('menuitem', { name: 'Reply in thread' }).click();
    await page.getByText('In the thread of Mia Visser').waitFor();
    await type('and again');
    await seen('and again');
    const [first, answer] = slack.as('U0MIA').messages();
    expect(answer?.threadTs).toBe(first?.ts);
    await page.getByRole('button', { name: 'More with this message' }).first().click();
    await page.getByRole('menuitem', { name: 'Tea with this' }).click();
    await page.getByRole('dialog', { name: 'Your tea' }).waitFor();
  });

  it('the inspector shows the clock, turns it, and opens a refusal', async () => {
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('Friday, 20 November 2026').waitFor();
    await inspector.getByRole('button', { name: 'To Monday 09:00' }).click();
    await inspector.getByText('Monday, 23 November 2026').waitFor();
    await type('/spill');
    await inspector.getByRole('button', { name: 'chat.postMessage invalid_blocks' }).click();
    await inspector.getByText('json-pointer').waitFor();
    await page.getByRole('button', { name: 'Inspector' }).click();
    await inspector.waitFor({ state: 'detached' });
  });

  it('fits a phone: no sideways scrolling, conversations and inspector in drawers', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.reload();
    await type('/tea-menu');
    await seen('It smells of rain');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.getByRole('button', { name: 'Conversations' }).click();
    await page.getByRole('button', { name: 'shelf' }).click();
    await page.getByRole('heading', { name: '#shelf' }).waitFor();
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.getByRole('button', { name: 'To Monday 09:00' }).waitFor();
  });
});
