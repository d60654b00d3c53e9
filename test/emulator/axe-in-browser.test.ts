import { describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { barriers } from './barriers.ts';
import type { Tour } from './page/tour/tour.ts';
import { everyMessage } from './tea-gallery/everything.ts';
import { aSeat } from './tea-seat.ts';

/** A window in which all of it can be seen at once: what is scrolled out of sight axe-core can't judge. */
const TALL = { width: 1280, height: 6_000 };

const executablePath = chromiumFor('whether everybody can use the page');

describe.skipIf(!executablePath)('axe-core finds nothing, in light and in dark', () => {
  const at = aSeat(executablePath);
  const mia = () => at.slack.as('U0MIA');
  const opensForm = async (shortcut: string, title: string) => {
    await mia().shortcut(shortcut);
    const form = at.page.getByRole('dialog', { name: title });
    await form.waitFor();
    return form;
  };

  it('an ordinary conversation, and everything that a message can hold', async () => {
    await at.writes('/tea-menu');
    await at.sees('It smells of rain');
    expect(await barriers(at.page)).toEqual([]);
    await at.page.setViewportSize(TALL);
    await at.writes('/everything');
    await expect.poll(() => at.page.locator('[data-ts]').count()).toBe(1 + everyMessage.length);
    // Which headings follow each other in a message is the app's own choice.
    expect(await barriers(at.page, ['heading-order'])).toEqual([]);
  });

  it('a thread beside its conversation, with reactions', async () => {
    await at.slack.as('U0TOM').types('Who has the atlas?', { in: 'C0SHELF' });
    const message = { channel: 'C0SHELF', ts: mia().messages('C0SHELF').at(-1)?.ts ?? '' };
    await mia().types('I have', { in: 'C0SHELF', threadTs: message.ts });
    await mia().reacts('tada', message);
    await at.opens(`as=U0MIA&in=C0SHELF&thread=${message.ts}`);
    await at.page.getByRole('complementary', { name: 'Thread' }).getByText('I have').waitFor();
    expect(await barriers(at.page)).toEqual([]);
  });

  it('Home', async () => {
    await at.page.getByRole('tab', { name: 'Home' }).click();
    await at.sees('You had 12 cups.');
    expect(await barriers(at.page)).toEqual([]);
  });

  it('a form with errors, a select that is open, a calendar', async () => {
    const form = await opensForm('order', 'Your tea');
    await form.getByRole('button', { name: 'Order', exact: true }).click();
    await form.getByText('Please complete this required field.').first().waitFor();
    expect(await barriers(at.page)).toEqual([]);
    await form.getByRole('combobox', { name: 'With whom?' }).click();
    await at.page.getByRole('listbox', { name: 'Choices' }).getByRole('option').first().waitFor();
    expect(await barriers(at.page)).toEqual([]);
    await form.getByRole('combobox', { name: 'With whom?' }).press('Escape');
    await form.getByRole('button', { name: 'Open the calendar' }).click();
    await at.page.getByRole('table').waitFor();
    expect(await barriers(at.page)).toEqual([]);
  });

  it('a form that asks everything', async () => {
    await at.page.setViewportSize(TALL);
    await opensForm('everything', 'Everything');
    expect(await barriers(at.page)).toEqual([]);
  });

  it('a slash with the commands it offers, and the emoji one can choose', async () => {
    const composer = at.page.getByRole('textbox', { name: 'Message Tea Trolley' });
    await composer.fill('/te');
    await at.page.getByRole('listbox', { name: 'Commands' }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
    await composer.press('Escape');
    await at.page.getByRole('button', { name: 'Emoji' }).click();
    await at.page.getByRole('searchbox', { name: 'Search an emoji' }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
  });

  it('everybody one can act as, and the channels one can look into', async () => {
    await at.page.getByRole('combobox', { name: 'Act as' }).click();
    await at.page.getByRole('option', { name: /Tom Hill/ }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
    await at.page.getByRole('button', { name: 'Browse channels' }).click();
    await at.page.getByRole('searchbox', { name: 'Find a channel' }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
  });

  it('the inspector: the JSON behind a refusal, and what can go wrong', async () => {
    await at.writes('/spill');
    await at.page.getByRole('button', { name: /chat.postMessage invalid_blocks/ }).click();
    await at.sees('json-pointer');
    expect(await barriers(at.page)).toEqual([]);
    await at.page.getByText('Let something go wrong').click();
    await at.page.getByRole('button', { name: 'Slow network' }).click();
    await at.page.getByRole('button', { name: 'Mend everything' }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
  });

  it('a phone: the conversation and the drawers', async () => {
    await at.page.setViewportSize({ width: 360, height: 740 });
    await at.page.reload();
    await at.writes('/tea-menu');
    await at.sees('It smells of rain');
    expect(await barriers(at.page)).toEqual([]);
    await at.page.getByRole('button', { name: 'Conversations' }).click();
    await at.page.getByRole('button', { name: 'shelf' }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
    await at.page.getByRole('button', { name: 'Conversations' }).click();
    await at.page.getByRole('button', { name: 'Inspector' }).click();
    await at.page.getByRole('button', { name: 'To Monday 09:00' }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
  });
});

/** As short as a tour can be. */
const tour: Tour = {
  steps: [
    {
      says: 'You are *Tom*. Order with `/tea`.',
      beside: 'Home',
      until: { what: 'home' },
      show: [{ what: 'opens', tab: 'home' }],
    },
  ],
  end: 'That was it.',
  aside: { says: 'Rather as Mia', person: 'U0MIA' },
};

describe.skipIf(!executablePath)('axe-core finds nothing about a tour', () => {
  const at = aSeat(executablePath, { newcomer: { person: 'U0TOM', tour: () => tour } });

  it.each([1280, 360])('on the page and in a form, %i pixels wide', async (width) => {
    await at.page.setViewportSize({ width, height: 800 });
    await at.page.getByRole('region', { name: 'Guided tour' }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
    await at.slack.as('U0TOM').shortcut('order');
    await at.page.getByRole('dialog').getByRole('region', { name: 'Guided tour' }).waitFor();
    expect(await barriers(at.page)).toEqual([]);
  });
});
