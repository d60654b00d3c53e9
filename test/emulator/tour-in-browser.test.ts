import { describe, expect, it } from 'vitest';
import { say as conversation } from '../../src/features/conversations/texts.ts';
import { say as logbook } from '../../src/features/logbook/texts.ts';
import { say as nudge } from '../../src/features/nudges/texts.ts';
import { plainText } from '../../src/slack/escape.ts';
import type { Lang } from '../../src/texts.ts';
import { chromiumFor } from '../support/chromium.ts';
import { keyboardAt } from '../support/keyboard.ts';
import { barriers } from './barriers.ts';
import { aLivedIn } from './lived-in.ts';
import { say } from './page/tour/texts.ts';
import { aSeat } from './tea-seat.ts';

const executablePath = chromiumFor('the guided tour');

/** A week of turned clock, on a machine that may be busy (milliseconds). */
const LONG = 90_000;

describe.skipIf(!executablePath)('the guided tour', { timeout: LONG }, () => {
  const at = aLivedIn(executablePath);
  const card = () => at.page.getByRole('region', { name: /^(Rondleiding|Guided tour)$/ });
  const presses = (name: string) => card().getByRole('button', { name, exact: true }).click();
  const stands = (step: number, lang: Lang = 'nl') => card().getByText(say(lang).of(step, 5)).waitFor();
  const reads = (text: string | RegExp) => at.page.getByRole('main').getByText(text).last().waitFor();

  it.each<[string, Lang, string, string]>([
    ['Dutch', 'nl', 'Sanne de Vries', 'Marjan de Boer'],
    ['English', 'en', 'Ben Carter', 'Lucy Bennett'],
  ])('shows a newcomer all of it, up to what a leader reads on Monday: in %s', async (_, lang, name, leader) => {
    const t = say(lang);
    await at.arrives(name);
    await stands(1, lang);
    await card().getByText(name).waitFor();
    await presses(t.show);
    await stands(2, lang);
    await presses(t.show);
    await at.page
      .getByRole('button', { name: conversation(lang).save })
      .and(at.page.locator(':focus'))
      .click();
    await stands(3, lang);
    await presses(t.show);
    await reads(plainText(logbook(lang).latest));
    await stands(4, lang);
    expect(await barriers(at.page)).toEqual([]);
    await presses(t.show);
    await stands(5, lang);
    await presses(t.show);
    await expect.poll(() => at.page.title()).toContain(leader);
    await reads(at.today(lang === 'nl' ? 'nl-NL' : 'en-GB'));
    expect(await barriers(at.page)).toEqual([]);
    await presses(t.done);
    await card().waitFor({ state: 'detached' });
  });

  it('goes on by itself when somebody does what it speaks of', async () => {
    const t = conversation('nl');
    const keyboard = keyboardAt(at.page, '');
    await at.arrives();
    await stands(1);
    await keyboard.clicks(nudge('nl').already);
    await stands(2);
    await keyboard.picks(t.whom, 'Bakkerij Zuid', /Bakkerij Zuid/);
    await keyboard.picks(t.how, t.kinds.chat);
    await keyboard.fills(t.learned, 'Ze bellen liever dan dat ze mailen.');
    await keyboard.saves(t.save);
    await stands(3);
    await keyboard.opensTab('Home');
    await stands(4);
    await keyboard.turnsTheClock('Monday 09:00');
    await stands(5);
    await keyboard.becomes('Joost Verhagen');
    await card()
      .getByRole('button', { name: say('nl').done })
      .waitFor();
  });

  it('lets somebody skip what they know', async () => {
    await at.arrives();
    for (const step of [1, 2, 3, 4, 5]) {
      await stands(step);
      await presses(say('nl').next);
    }
    await card()
      .getByRole('button', { name: say('nl').done })
      .waitFor();
  });

  it('a form that was closed half-way is opened again by “Show me”', async () => {
    await at.arrives();
    await presses(say('nl').show);
    await stands(2);
    await at.page
      .getByRole('dialog')
      .getByRole('button', { name: conversation('nl').cancel, exact: true })
      .click();
    await at.page.getByRole('dialog').waitFor({ state: 'detached' });
    await presses(say('nl').show);
    await at.page
      .getByRole('button', { name: conversation('nl').save })
      .and(at.page.locator(':focus'))
      .waitFor();
  });

  it('says so where there is nothing to show', async () => {
    const step = { says: 'Press *Nowhere*.', beside: 'Nowhere', until: { what: 'home' } };
    const tour = { steps: [{ ...step, show: [{ what: 'presses', button: 'Nowhere' }] }], end: '' };
    await at.page.route('**/page/tour?*', (route) => route.fulfill({ json: tour }));
    await at.arrives();
    await presses(say('nl').show);
    await card().getByText(say('nl').lost).waitFor();
  });

  it('the first card leads to the same tour in the other language', async () => {
    await at.arrives();
    await presses('Rather in English, as Ben');
    await stands(1, 'en');
    await presses('Liever in het Nederlands, als Sanne');
    await stands(1, 'nl');
  });

  it('goes on where it was after a reload; closed it stays away, until somebody asks for it', async () => {
    await at.arrives();
    await stands(1);
    await presses(say('nl').next);
    await stands(2);
    await at.page.reload();
    await stands(2);
    await presses(say('nl').close);
    await card().waitFor({ state: 'detached' });
    await at.page.reload();
    const link = at.page.getByRole('button', { name: say('nl').tour, exact: true });
    await link.waitFor();
    expect(await card().count()).toBe(0);
    await keyboardAt(at.page, '').becomes('Marjan de Boer');
    await link.press('Enter');
    await link.and(at.page.locator(':focus')).waitFor();
    await stands(1);
    await card().getByText('Sanne de Vries').waitFor();
  });
});

describe.skipIf(!executablePath)('an app that has no tour', () => {
  const at = aSeat(executablePath);

  it('shows none, and offers none', async () => {
    await at.sees('You are Mia Visser');
    expect(await at.page.getByRole('region', { name: /^(Rondleiding|Guided tour)$/ }).count()).toBe(0);
    expect(await at.page.getByRole('button', { name: /^(Rondleiding|Guided tour)$/ }).count()).toBe(0);
  });
});
