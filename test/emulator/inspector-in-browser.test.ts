import { describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { aSeat } from './tea-seat.ts';

const executablePath = chromiumFor('the inspector in a browser');

describe.skipIf(!executablePath)('behind the scenes', () => {
  const at = aSeat(executablePath);
  const inspector = () => at.page.getByRole('complementary', { name: 'Inspector' });

  it('the clock is shown and turned, and the inspector put away', async () => {
    await inspector().getByText('Friday, 20 November 2026').waitFor();
    await inspector().getByRole('button', { name: 'To Monday 09:00' }).click();
    await inspector().getByText('Monday, 23 November 2026').waitFor();
    await at.page.getByRole('button', { name: 'Inspector' }).click();
    await inspector().waitFor({ state: 'detached' });
  });

  it('a refusal opens to what was asked and what was answered, apart', async () => {
    await at.writes('/spill');
    await inspector().getByRole('button', { name: 'chat.postMessage invalid_blocks' }).click();
    const half = (title: string) => inspector().getByRole('figure').filter({ hasText: title });
    await half('Slack answered').getByText('json-pointer').waitFor();
    await half('The app asked').getByText('"channel"').waitFor();
    expect(await half('The app asked').getByText('json-pointer').count()).toBe(0);
  });

  it('the log is narrowed down by kind', async () => {
    await at.writes('/spill');
    await inspector().getByRole('button', { name: 'to the app /spill' }).waitFor();
    await inspector()
      .getByRole('radio', { name: /Refused/ })
      .check();
    expect(await inspector().locator('.log-name').allInnerTexts()).toEqual(['chat.postMessage']);
    await inspector().getByRole('radio', { name: 'To the app' }).check();
    expect(await inspector().locator('.log-name').allInnerTexts()).toEqual(['/spill']);
  });

  it('a long log scrolls by itself, and never the page', async () => {
    await at.page.setViewportSize({ width: 1280, height: 480 });
    for (let n = 0; n < 10; n += 1) await at.slack.as('U0MIA').types('/spill');
    await expect.poll(() => inspector().locator('.log-line').count()).toBeGreaterThan(20);
    expect(await at.page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0);
  });

  it('a fault is one button, says how long it lasts, and everything is mended by another', async () => {
    await inspector().getByText('Let something go wrong').click();
    await inspector().getByRole('button', { name: 'Next post is lost' }).click();
    await inspector().getByRole('button', { name: 'Slow network' }).click();
    const active = inspector().getByRole('status', { name: 'In force' });
    await active.getByText('once more').waitFor();
    await active.getByText('until mended', { exact: true }).waitFor();
    await inspector().getByRole('button', { name: 'Mend everything' }).click();
    await active.waitFor({ state: 'detached' });
    expect(at.slack.faults.active()).toEqual([]);
  });

  it('an app that does not answer is told of to the person, in Slack’s words', async () => {
    at.slack.dropSockets();
    await at.writes('/tea 1');
    await at.page
      .getByRole('status', { name: 'Notices' })
      .getByText('/tea failed with the error “dispatch_failed”')
      .waitFor();
    await at.page.getByRole('button', { name: 'Close this notice' }).click();
    expect(await at.page.getByText('dispatch_failed').count()).toBe(0);
  });
});
