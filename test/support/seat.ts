import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { idOf } from '../emulator/company.ts';
import type { Seed, SeedPerson } from '../emulator/core/index.ts';
import { say as tour } from '../emulator/page/tour/texts.ts';
import { openStage, type Stage } from '../emulator/stage.ts';

/** A company of one's own, and its page in a browser, with the tour closed. */
export type Seat = {
  stage: Stage;
  page: Page;
  /** Ends all of it. Answers errors of the product and of the page itself, and what Slack refused; there are never any. */
  leave(): Promise<string[]>;
};

/** `height`: of the page, in pixels. `script`: runs in the page before its own. */
type Where = { at: Date; seed: Seed; height: number; script?: string };

/** Sits down before the page. Without motion, or pictures show windows that are still opening. */
export async function takeSeat(browser: Browser, { at, seed, height, script }: Where): Promise<Seat> {
  const dir = mkdtempSync(path.join(tmpdir(), 'mantra-in-browser-'));
  const troubles: string[] = [];
  const stage = await openStage({ dir, at, seed, onFatal: (sentence) => troubles.push(sentence) });
  const page = await browser.newPage({ viewport: { width: 1400, height }, reducedMotion: 'reduce' });
  if (script) await page.addInitScript(script);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => line.type() === 'error' && troubles.push(line.text()));
  await page.goto(stage.slack.url);
  await page.getByRole('button', { name: tour('nl').close }).click();
  return {
    stage,
    page,
    async leave() {
      await page.close();
      await stage.stop();
      const refused = stage.slack.refusals.map(({ what, error }) => `${what} ${error}`);
      await stage.close();
      rmSync(dir, { recursive: true, force: true });
      return [...troubles, ...refused];
    },
  };
}

/** Somebody in Amsterdam, who reads Slack in this locale. */
export const inAmsterdam = (name: string, locale: string, more: Partial<SeedPerson> = {}): SeedPerson => ({
  ...{ id: idOf(name), name: name.toLowerCase().replaceAll(' ', '.'), real_name: name, tz: 'Europe/Amsterdam', locale },
  ...more,
});
