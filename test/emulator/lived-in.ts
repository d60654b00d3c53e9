import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { ADMIN, company, HOUSE_ZONE, idOf } from './company.ts';
import type { Seed } from './core/index.ts';
import { setUp } from './history.ts';
import { openStage, type Stage } from './stage.ts';

const PEOPLE = ['Sanne de Vries', 'Ben Carter', 'Marjan de Boer', 'Joost Verhagen', 'Lucy Bennett', 'Noor Jansen'].map(
  idOf,
);

/** A handful of Lindenhof's people: those who play a part in the tour. */
const seed: Seed = {
  ...company,
  people: company.people.filter(({ id }) => PEOPLE.includes(id)),
  channels: company.channels.map((channel) => ({ ...channel, members: PEOPLE })),
};

const BEGAN = new Date('2026-10-30T08:30:00Z');
/** The first working day of November, just after Mantra asked everybody which customer they will talk to. */
const ASKED = new Date('2026-11-02T09:05:00Z');

/** A place at the keyboard in a company that lives with Mantra; the company stays for all tests, the browser is new. */
export type LivedIn = {
  readonly page: Page;
  /** Loads the page; where nobody is named, as a newcomer finds it. */
  arrives(who?: string): Promise<void>;
  /** How today is called in the title of a summary. */
  today(locale: string): RegExp;
};

/** To be called in a `describe`: after each test it finds any trouble of the page, of Slack or of Mantra. */
export function aLivedIn(executablePath: string | undefined): LivedIn {
  const dir = mkdtempSync(path.join(tmpdir(), 'mantra-lived-in-'));
  const troubles: string[] = [];
  let browser: Browser;
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
    stage = await openStage({ dir, at: BEGAN, seed, onFatal: (sentence) => troubles.push(sentence) });
    await setUp(stage.slack.as(ADMIN), 'nl');
    await stage.turn(ASKED);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
    await stage?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
  });
  afterEach(async () => {
    await page.close();
    for (const visitor of PEOPLE.map(stage.slack.as)) if (visitor.modal) await visitor.closes({ all: true });
    const refused = stage.slack.refusals.map(({ what, error }) => `${what} ${error}`);
    expect([...troubles, ...refused]).toEqual([]);
  });

  return {
    get page() {
      return page;
    },
    async arrives(who) {
      await page.goto(`${stage.slack.url}${who ? `/?as=${idOf(who)}` : ''}`);
    },
    today(locale) {
      const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone: HOUSE_ZONE } as const;
      return new RegExp(new Intl.DateTimeFormat(locale, day).format(stage.clock.now()), 'i');
    },
  };
}
