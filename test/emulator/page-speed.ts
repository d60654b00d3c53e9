import { chromium, type Page, type Response } from 'playwright-core';
import { chromiumFor } from '../support/chromium.ts';
import { type Slack, startEmulator } from './core/index.ts';
import { aCrowd, BUSY, type Crowd, READER } from './crowd.ts';
import { manifest } from './garden-app.ts';
import { pageRoutes } from './page/server.ts';

/**
 * How much slower the page is in a big workspace than in a small one: `npx tsx test/emulator/page-speed.ts` prints how
 * long a channel takes from the click until it is painted, and how much a new message costs on the wire.
 */
const SMALL: Crowd = { people: 10, channels: 3, messages: 10 };
const BIG: Crowd = { people: 5_000, channels: 500, messages: 10_000 };
const TIMES = 7;

const now = new Date('2026-11-02T10:00:00Z');

/** Real milliseconds from the click on a channel until its newest words are painted; run in the browser. */
const OPENING = `async ([name, words]) => {
  const entry = [...document.querySelectorAll('nav .entry-name')].find((each) => each.textContent === name);
  const frame = () => new Promise(requestAnimationFrame);
  const began = performance.now();
  entry.closest('button').click();
  while (!document.querySelector('.messages')?.textContent.includes(words)) await frame();
  await frame();
  return performance.now() - began;
}`;

const opening = (page: Page, name: string, words: string) =>
  page.evaluate<number>(`(${OPENING})(${JSON.stringify([name, words])})`);

/** The bytes of every answer about the state while somebody writes so many messages. */
async function bytesOf(page: Page, slack: Slack): Promise<number[]> {
  const sizes: Promise<number>[] = [];
  const weigh = (response: Response) => {
    if (response.url().includes('/page/state')) sizes.push(response.body().then((body) => body.length));
  };
  page.on('response', weigh);
  for (let n = 0; n < TIMES; n += 1) {
    await slack.as('U0P1').types(`Hello ${n}`, { in: BUSY });
    await page.getByText(`Hello ${n}`).waitFor();
  }
  page.off('response', weigh);
  return Promise.all(sizes);
}

async function measured(page: Page, crowd: Crowd) {
  let slack: Slack;
  const controls = { now: () => now, targets: () => [], turn: async () => {} };
  const routes = pageRoutes(() => slack, controls);
  slack = await startEmulator({ manifest, seed: await aCrowd(crowd), clock: { now: () => now }, routes });
  await page.goto(`${slack.url}/?as=${READER}&in=C0C1`);
  await page.getByText('Welcome to 1').waitFor();
  const took: number[] = [];
  // The first is for warming up.
  for (let n = 0; n <= TIMES; n += 1) {
    const ms = await opening(page, 'busy', `Message ${crowd.messages - 2}`);
    if (n > 0) took.push(ms);
    await opening(page, 'channel-1', 'Welcome to 1');
  }
  await opening(page, 'busy', `Message ${crowd.messages - 2}`);
  const sizes = await bytesOf(page, slack);
  await page.goto('about:blank');
  await slack.close();
  return { ms: median(took), most: Math.max(...took), bytes: Math.max(...sizes) };
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

const executablePath = chromiumFor('how fast the page is');
if (executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  for (const crowd of [SMALL, BIG]) {
    const { ms, most, bytes } = await measured(page, crowd);
    const size = `${crowd.messages} messages, ${crowd.people} people, ${crowd.channels} channels`.padEnd(46);
    process.stdout.write(
      `${size}a channel ${ms.toFixed(0)} ms (at most ${most.toFixed(0)}), a refresh at most ${(bytes / 1024).toFixed(1)} kB\n`,
    );
  }
  await browser.close();
}
