import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { everyMessage } from './tea-gallery/everything.ts';
import { aSeat } from './tea-seat.ts';

const executablePath = chromiumFor('how the page fits a window');

/** A phone, a desktop of 1280 pixels enlarged two times, and the same four times (WCAG 2.2, 1.4.10). */
const WINDOWS = [
  ['on a phone', 360, 740],
  ['enlarged two times', 640, 430],
  ['enlarged four times', 320, 256],
] as const;

describe.skipIf(!executablePath)('whatever the window', () => {
  const at = aSeat(executablePath);
  const mia = () => at.slack.as('U0MIA');

  it.each(WINDOWS)('everything that is said can be read without scrolling sideways: %s', async (_, width, height) => {
    await at.page.setViewportSize({ width, height });
    await at.opens('as=U0MIA');
    await mia().types('/everything');
    await expect.poll(() => at.page.locator('[data-ts]').count()).toBe(everyMessage.length);
    expect(await tooBig(at.page)).toEqual([]);
    await at.opens('as=U0MIA&tab=home');
    await at.page.getByRole('tabpanel').getByRole('button').first().waitFor();
    expect(await tooBig(at.page)).toEqual([]);
  });

  it.each(WINDOWS)('forms, lists, threads and drawers fit: %s', async (_, width, height) => {
    await at.page.setViewportSize({ width, height });
    await mia().types('Who has the atlas?', { in: 'C0SHELF' });
    const ts = mia().messages('C0SHELF').at(-1)?.ts ?? '';
    await at.opens(`as=U0MIA&in=C0SHELF&thread=${ts}`);
    await at.page.getByRole('complementary', { name: 'Thread' }).getByText('Who has the atlas?').waitFor();
    expect(await tooBig(at.page)).toEqual([]);
    await at.page.getByRole('button', { name: 'Close the thread' }).click();
    await at.page.getByRole('combobox', { name: 'Act as' }).click();
    await at.page.getByRole('option', { name: /Tom Hill/ }).waitFor();
    expect(await tooBig(at.page)).toEqual([]);
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('button', { name: 'Inspector' }).click();
    await at.page.getByRole('button', { name: 'To Monday 09:00' }).waitFor();
    expect(await tooBig(at.page)).toEqual([]);
    await mia().shortcut('everything');
    await at.page.getByRole('dialog', { name: 'Everything' }).waitFor();
    expect(await tooBig(at.page)).toEqual([]);
    await mia().closes({ all: true });
    await mia().shortcut('order');
    await at.page.getByRole('dialog', { name: 'Your tea' }).waitFor();
    await at.page.getByRole('button', { name: 'Open the calendar' }).click();
    await at.page.getByRole('table').waitFor();
    expect(await tooBig(at.page)).toEqual([]);
  });

  it('nothing moves for somebody who wants little motion', async () => {
    await mia().shortcut('order');
    await at.page.getByRole('dialog', { name: 'Your tea' }).waitFor();
    await at.page.getByRole('button', { name: 'Open the calendar' }).click();
    await at.page.getByRole('table').waitFor();
    const busy = `for (const one of document.querySelectorAll('.button, .clock')) one.setAttribute('aria-busy', 'true')`;
    await at.page.evaluate(busy);
    expect(await at.page.evaluate('document.getAnimations().length')).toBe(0);
    await at.page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await at.page.evaluate('document.getAnimations().length')).toBeGreaterThan(0);
  });
});

/** What is wider than its window, and so scrolls sideways or is cut off; a popover may not be cut off below either. */
const tooBig = (page: Page) => page.evaluate<string[]>(TOO_BIG);

/** Runs in the page. Tables, charts and code may scroll within themselves. */
const TOO_BIG = `[...document.querySelectorAll('html, .page, .main, .scroller, .thread, .inspector, dialog[open], .dialog-body, :popover-open')]
  .filter((each) => {
    const { right, bottom } = each.getBoundingClientRect();
    const isCut = right > innerWidth + 1 || (each.matches(':popover-open') && bottom > innerHeight);
    return isCut || each.scrollWidth > each.clientWidth + 1;
  })
  .map((each) => each.localName + '.' + each.className + ' ' + each.scrollWidth + ' > ' + each.clientWidth)`;
