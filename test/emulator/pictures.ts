import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { say as conversation } from '../../src/features/conversations/texts.ts';
import { say as nudge } from '../../src/features/nudges/texts.ts';
import { say as summary } from '../../src/features/summaries/texts.ts';
import { inPackage } from '../../src/package-root.ts';
import { escape, plainText } from '../../src/slack/escape.ts';
import type { Lang } from '../../src/texts.ts';
import { savesAnyway } from '../support/form.ts';
import { idOf } from './company.ts';
import { CUSTOMERS } from './customers.ts';
import { beganBefore, liveThrough } from './history.ts';
import { openStage, type Stage } from './stage.ts';
import { TO_MONDAY, targets } from './targets.ts';

/**
 * Makes the README's pictures anew, of a company that has lived with Mantra for three months:
 * `npx tsx test/emulator/pictures.ts`. CHROMIUM_PATH names a browser other than Debian's.
 */

/** The Friday on which they are taken. */
const FRIDAY = new Date('2026-11-20T08:30:00Z');
const NEVER_BETWEEN = 365 * 24 * 60;
/** Narrow enough for two pictures beside each other, and without the inspector; sharper makes files nobody waits for. */
const BESIDE = { viewport: { width: 880, height: 980 }, deviceScaleFactor: 1.3 };
const DESKTOP = { width: 1400, height: 900 };
/** Home ends below the newest conversations. */
const HOME_HEIGHT = 620;

const CAST: Record<Lang, { member: string; leader: string; learned: string }> = {
  nl: {
    member: idOf('Sanne de Vries'),
    leader: idOf('Marjan de Boer'),
    learned: 'Wij bestellen op donderdag, want dan is de koelcel leeg.',
  },
  en: {
    member: idOf('Ben Carter'),
    leader: idOf('Lucy Bennett'),
    learned: 'If you tell me by noon that it will be late, I can plan around it.',
  },
};
const LANGS: readonly Lang[] = ['nl', 'en'];

async function main() {
  const dir = mkdtempSync(path.join(tmpdir(), 'mantra-pictures-'));
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ args: ['--no-sandbox'], executablePath });
  const stage = await openStage({ dir, at: beganBefore(FRIDAY), onFatal: fail });
  const { slack, clock, turn } = stage;
  await liveThrough({ slack, now: clock.now, turnTo: (at) => turn(at, NEVER_BETWEEN) }, FRIDAY);
  await stage.settled();
  for (const lang of LANGS) await picturesOfMember(browser, stage, lang);
  await pictureOfAll(browser, stage);
  const monday = targets(clock.now()).find(({ label }) => label === TO_MONDAY);
  if (monday) await turn(monday.at);
  await stage.settled();
  for (const lang of LANGS) await pictureOfSummary(browser, stage, lang);
  await browser.close();
  await stage.stop();
  await stage.close();
  rmSync(dir, { recursive: true, force: true });
}

/** The question of the month, the form, and Home. */
async function picturesOfMember(browser: Browser, { slack }: Stage, lang: Lang) {
  const { member, learned } = CAST[lang];
  const t = conversation(lang);
  const page = await open(browser, `${slack.url}/?as=${member}`);
  await take(messageWith(page, nudge(lang).another), `message.${lang}`);
  const visitor = slack.as(member);
  await visitor.types(`${lang === 'nl' ? '/klant gesprek' : '/customer log'} ${learned}`);
  const [customer = ''] = CUSTOMERS[lang];
  const [found = ''] = await visitor.searches(t.whom, customer);
  await visitor.fills({
    [t.whom]: found,
    [t.how]: t.kinds.visit,
    [t.readers]: plainText(t.story(escape('#klantverhalen'))),
  });
  await page.getByRole('dialog').getByRole('button', { name: t.save, exact: true }).focus();
  await take(page.getByRole('dialog'), `modal.${lang}`);
  await savesAnyway(visitor);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.setViewportSize({ ...BESIDE.viewport, height: HOME_HEIGHT });
  await page.getByRole('tab', { name: 'Home' }).click();
  await page.getByText(learned).waitFor();
  await take(page.getByRole('main'), `home.${lang}`);
  await page.close();
}

/** The whole page, with the inspector. */
async function pictureOfAll(browser: Browser, { slack }: Stage) {
  const page = await open(browser, `${slack.url}/?as=${CAST.en.member}`, { viewport: DESKTOP });
  await page.getByText(CAST.en.learned).waitFor();
  await page.screenshot({ path: inPackage('docs', 'mantra.png') });
  await page.close();
}

async function pictureOfSummary(browser: Browser, { slack }: Stage, lang: Lang) {
  const page = await open(browser, `${slack.url}/?as=${CAST[lang].leader}`);
  await take(messageWith(page, plainText(summary(lang).question)), `summary.${lang}`);
  await page.close();
}

/** The tour has been closed here, and nothing moves. */
async function open(browser: Browser, url: string, window: BrowserContextOptions = BESIDE): Promise<Page> {
  const page = await browser.newPage({ ...window, reducedMotion: 'reduce' });
  await page.addInitScript(`localStorage.setItem('tour', '"closed"')`);
  await page.goto(url);
  return page;
}

const messageWith = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words }).last();

async function take(what: Locator, name: string) {
  await what.waitFor();
  await what.screenshot({ path: inPackage('docs', `${name}.png`), animations: 'disabled' });
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

await main();
