import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Somebody in front of the page, who finds things by what they are called. */
export type Keyboard = ReturnType<typeof keyboardAt>;

/** How long something may take to appear (milliseconds): the machine may be busy. */
const PATIENCE_MS = 20_000;
/** How long the clock may take to be turned (milliseconds). */
const TURN_MS = 60_000;

/** Sits down at a page; its pictures go to `folder`. */
export function keyboardAt(page: Page, folder: string) {
  page.setDefaultTimeout(PATIENCE_MS);
  const main = page.getByRole('main');
  const form = page.getByRole('dialog').last();
  let pictures = 0;

  return {
    form,
    async becomes(name: string) {
      await page.getByRole('combobox', { name: 'Act as' }).fill(name);
      await page.getByRole('option', { name }).click();
      await expect.poll(() => page.title(), { timeout: PATIENCE_MS }).toContain(name);
    },
    async types(text: string) {
      const composer = page.getByRole('textbox', { name: /^Message / });
      await composer.fill(text);
      await composer.press('Enter');
    },
    opensTab: (name: 'Home' | 'Messages') => page.getByRole('tab', { name }).click(),
    opens: (conversation: string) =>
      page.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name: conversation }).click(),
    /** The newest button of that name: on a message, or on Home. */
    clicks: (name: string) => main.getByRole('button', { name, exact: true }).last().click(),
    /** Presses a button of the window on top; its own, not the cross that may go by the same name. */
    presses: (name: string) => form.getByRole('button', { name, exact: true }).last().click(),
    /** Saves the form, which then is gone. */
    async saves(name: string) {
      await form.getByRole('button', { name, exact: true }).click();
      await form.waitFor({ state: 'detached' });
    },
    /** Types into a select of the form, and takes the first option of that name. */
    async picks(field: string, typed: string, option: string | RegExp = typed) {
      await form.getByRole('combobox', { name: field }).fill(typed);
      await page.getByRole('option', { name: option }).first().click();
    },
    chooses: (option: string) => form.getByRole('radio', { name: option }).check(),
    fills: (field: string, text: string) => form.getByLabel(field).fill(text),
    /** Waits until these words can be read in the open conversation or on Home. */
    reads: (text: string | RegExp) => main.getByText(text).last().waitFor(),
    /** Waits until these words stand in the form. */
    readsInForm: (text: string | RegExp) => form.getByText(text).last().waitFor(),
    sees: (image: RegExp) => main.getByRole('img', { name: image }).last().waitFor(),
    async turnsTheClock(to: string) {
      const clock = page.getByRole('region', { name: 'Clock' });
      const answered = page.waitForResponse((response) => response.url().endsWith('/page/clock'), { timeout: TURN_MS });
      await clock.getByRole('button', { name: to }).click();
      await answered;
    },
    /** A picture of what can be seen now. */
    async picture(name: string) {
      pictures += 1;
      await page.screenshot({ path: path.join(folder, `${String(pictures).padStart(2, '0')}-${name}.png`) });
    },
  };
}

/** A folder for pictures, printed so that one can look at them. */
export function folderForPictures(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mantra-pictures-'));
  process.stdout.write(`Pictures of the page: ${folder}\n`);
  return folder;
}
