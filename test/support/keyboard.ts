import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Somebody in front of the page: finds things by what they are called, as a person or a screen reader does. */
export type Keyboard = ReturnType<typeof keyboardAt>;

/** Milliseconds in which something must appear; a busy machine is slow. */
const PATIENCE_MS = 20_000;

/** Sits down at a page. `shots`: where its pictures go. */
export function keyboardAt(page: Page, shots: string) {
  page.setDefaultTimeout(PATIENCE_MS);
  const dialog = (name?: string) => page.getByRole('dialog', name === undefined ? {} : { name }).last();
  let pictures = 0;

  return {
    page,
    dialog,
    async becomes(name: string) {
      await page.getByRole('combobox', { name: 'Act as' }).fill(name);
      await page.getByRole('option', { name }).click();
      await page.getByText(`You are ${name}`).or(page.locator(`[title="${name}"]`)).or(page.locator('body')).first().waitFor();
    },
    async types(text: string) {
      const composer = page.getByRole('textbox', { name: /^Message / });
      await composer.fill(text);
      await composer.press('Enter');
    },
    opensHome: () => page.getByRole('tab', { name: 'Home' }).click(),
    opensMessages: () => page.getByRole('tab', { name: 'Messages' }).click(),
    opens: (conversation: string) => page.getByRole('button', { name: conversation }).click(),
    /** The newest button of that name, on a message or on Home. */
    clicks: (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).last().click(),
    /** Types into a select of the dialog and takes the option of that name. */
    async picks(field: string, typed: string, option: string | RegExp = typed) {
      await dialog().getByRole('combobox', { name: field }).fill(typed);
      await page.getByRole('option', { name: option }).first().click();
    },
    fills: (field: string, text: string) => dialog().getByLabel(field).fill(text),
    async presses(button: string) {
      await dialog().getByRole('button', { name: button, exact: true }).click();
    },
    async saves(button: string) {
      const title = await dialog().getAttribute('aria-label');
      await dialog().getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      return title;
    },
    /** Waits until these words can be read. */
    reads: (text: string | RegExp) => page.getByText(text).last().waitFor(),
    async turns(target: string) {
      await page.getByRole('button', { name: target }).click();
      await page.getByRole('button', { name: target, disabled: false }).waitFor({ timeout: 60_000 });
    },
    async picture(name: string) {
      pictures += 1;
      await page.screenshot({ path: path.join(shots, `${String(pictures).padStart(2, '0')}-${name}.png`) });
    },
  };
}

/** A folder for pictures, printed so that one can look at them. */
export function folderForPictures(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mantra-pictures-'));
  process.stdout.write(`Pictures of the page: ${folder}\n`);
  return folder;
}
