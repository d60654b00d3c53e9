import { beforeEach, describe, expect, it } from 'vitest';
import { say as conversation } from '../../src/features/conversations/texts.ts';
import { say as logbook } from '../../src/features/logbook/texts.ts';
import { say as nudge } from '../../src/features/nudges/texts.ts';
import { plainText } from '../../src/slack/escape.ts';
import { chromiumFor } from '../support/chromium.ts';
import { aLivedIn } from './lived-in.ts';
import { say } from './page/tour/texts.ts';

const executablePath = chromiumFor('the page by keyboard alone');

/** Nobody presses Tab more often than this to get somewhere. */
const FAR = 60;

/** Where the focus is: what it is called, and whether it can be seen there. Runs in the at.page. */
const FOCUS = `(() => {
  const own = document.activeElement;
  const labels = (own.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  const labelled = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const name = (labelled || own.ariaLabel || own.labels?.[0]?.textContent || own.textContent).trim();
  const outlined = (element) => element && (getComputedStyle(element).outlineStyle !== 'none' || outlined(element.parentElement));
  return { name, tag: own.tagName, seen: Boolean(outlined(own)) };
})()`;

type Focus = { name: string; tag: string; seen: boolean };

/** A week of turned clock, on a machine that may be busy (milliseconds). */
const LONG = 90_000;

describe.skipIf(!executablePath)('with no mouse', { timeout: LONG }, () => {
  const t = conversation('nl');
  const tour = say('nl');
  const at = aLivedIn(executablePath);

  beforeEach(async () => {
    await at.arrives();
    await at.page.getByRole('region', { name: tour.tour }).waitFor();
  });

  const focus = () => at.page.evaluate<Focus>(FOCUS);

  /** Presses Tab until the focus is on what goes by that name; on the way it can be seen wherever it is. */
  async function tabsTo(name: string | RegExp, key = 'Tab') {
    const passed: string[] = [];
    for (let pressed = 0; pressed < FAR; pressed++) {
      await at.page.keyboard.press(key);
      const now = await focus();
      // Behind the last thing on the page stands the browser itself; from there one comes round to the first.
      if (now.tag !== 'BODY') expect(now, `after ${passed.at(-1)}`).toMatchObject({ seen: true });
      if (typeof name === 'string' ? now.name === name : name.test(now.name)) return;
      passed.push(now.name.slice(0, 40));
    }
    throw new Error(`${name} isn't reached by ${key}; passed: ${passed.join(' | ')}`);
  }
  const presses = async (name: string, key?: string) => {
    await tabsTo(name, key);
    await at.page.keyboard.press('Enter');
  };
  /** The focus isn't lost when what it was on has gone. */
  const isSomewhere = async () => expect.poll(async () => (await focus()).tag).not.toBe('BODY');
  const stands = async (step: number) => {
    await at.page.getByText(tour.of(step, 5)).waitFor();
    await isSomewhere();
  };
  const reads = (text: string | RegExp) => at.page.getByRole('main').getByText(text).last().waitFor();

  it('somebody takes the whole tour', async () => {
    await presses(tour.show);
    await stands(2);
    await presses(tour.show);
    await at.page.getByRole('button', { name: t.save }).and(at.page.locator(':focus')).waitFor();
    await at.page.keyboard.press('Enter');
    await stands(3);
    await presses(tour.show, 'Shift+Tab');
    await stands(4);
    await at.page.keyboard.press('Enter');
    await stands(5);
    await at.page.keyboard.press('Enter');
    await reads(at.today('nl-NL'));
    expect((await focus()).name).toBe(tour.done);
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('region', { name: tour.tour }).waitFor({ state: 'detached' });
    await isSomewhere();
  });

  it('somebody logs a conversation, and finds it on Home', async () => {
    await presses(tour.close);
    await isSomewhere();
    await presses(nudge('nl').already);
    await at.page.getByRole('dialog').waitFor();
    expect((await focus()).name).toBe(t.whom);
    await at.page.keyboard.type('Bakkerij Zuid');
    await at.page
      .getByRole('option', { name: /Bakkerij Zuid/ })
      .first()
      .waitFor();
    await at.page.keyboard.press('Enter');
    await tabsTo(t.how);
    await at.page.keyboard.press('ArrowDown');
    await at.page.getByRole('option', { name: t.kinds.call, exact: true }).waitFor();
    await at.page.keyboard.press('Enter');
    await tabsTo(t.learned);
    await at.page.keyboard.type('Ze bestellen op donderdag.');
    await presses(t.save);
    await at.page.getByRole('dialog').waitFor({ state: 'detached' });
    await isSomewhere();
    await reads('Ze bestellen op donderdag.');
    await tabsTo('Messages', 'Shift+Tab');
    await at.page.keyboard.press('ArrowLeft');
    await reads(plainText(logbook('nl').latest));
    await isSomewhere();
  });

  it('a form is left by Esc, and the focus is where it came from', async () => {
    await presses(nudge('nl').already);
    await at.page.getByRole('dialog').waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focus()).name).toBe(nudge('nl').already);
  });

  it('somebody else sits down, and writes', async () => {
    await tabsTo('Act as');
    await at.page.keyboard.type('Ben');
    await at.page.getByRole('option', { name: /Ben Carter/ }).waitFor();
    await at.page.keyboard.press('Enter');
    await expect.poll(() => at.page.title()).toContain('Ben Carter');
    await isSomewhere();
    await tabsTo(/^Message /);
    await at.page.keyboard.type('/customer log They want to order two days ahead.');
    await at.page.keyboard.press('Enter');
    const learned = at.page.getByRole('dialog').getByLabel(conversation('en').learned);
    await learned.waitFor();
    expect(await learned.inputValue()).toBe('They want to order two days ahead.');
    await isSomewhere();
  });
});
