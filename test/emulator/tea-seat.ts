import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Slack } from './core/index.ts';
import { type Around, aTeaPage } from './tea-page.ts';

/** A place at the keyboard: for each test a new Slack with the Tea Trolley at work in it, and a page in Chromium. */
export type Seat = {
  readonly page: Page;
  readonly slack: Slack;
  /** Loads the page for somebody, where nothing is said for the first person of the seed. */
  opens(query?: string): Promise<void>;
  /** Writes into the field of that name, and sends it. */
  writes(text: string, field?: string): Promise<void>;
  /** Waits until these words stand on the page. */
  sees(text: string | RegExp): Promise<void>;
  /** Chooses a conversation in the sidebar. */
  goesTo(name: string | RegExp): Promise<void>;
  /** Lets that much of the turned clock pass. */
  waits(minutes: number): void;
};

/** To be called in a `describe`: it sets up before each test, and finds any trouble of the page itself after it. */
export function aSeat(executablePath: string | undefined, around: Around = {}): Seat {
  const server = aTeaPage(around);
  let browser: Browser;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    troubles = [];
    page = await browser.newPage({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
    await page.goto(server.slack.url);
  });
  afterEach(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });

  return {
    get page() {
      return page;
    },
    get slack() {
      return server.slack;
    },
    async opens(query = '') {
      await page.goto(`${server.slack.url}/?${query}`);
    },
    async writes(text, field = 'Message Tea Trolley') {
      const composer = page.getByRole('textbox', { name: field });
      await composer.fill(text);
      await composer.press('Enter');
    },
    sees: (text) => page.getByText(text).last().waitFor(),
    goesTo: (name) => page.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name }).click(),
    waits: server.waits,
  };
}
