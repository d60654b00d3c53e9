import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say as conversation } from '../src/features/conversations/texts.ts';
import { say as nudge } from '../src/features/nudges/texts.ts';
import { say as plan } from '../src/features/plans/texts.ts';
import { say as reminder } from '../src/features/reminders/texts.ts';
import { say as rest } from '../src/features/rests/texts.ts';
import { say as settings } from '../src/features/settings/texts.ts';
import { plainText } from '../src/slack/escape.ts';
import type { Lang } from '../src/texts.ts';
import { chromiumFor } from './support/chromium.ts';
import { folderForPictures, type Keyboard, keyboardAt } from './support/keyboard.ts';
import { inAmsterdam, type Seat, takeSeat } from './support/seat.ts';

const executablePath = chromiumFor('plans and rest by clicking');

/** A month of turned clock, on a machine that may be busy (milliseconds). */
const LONG = 240_000;

/** Minutes between two looks, on a long way. */
const A_DAY = 24 * 60;

/** What a plan and a log may take in clicks (product, 4 and 1). */
const CLICKS = { plan: 2, log: 6 };

/** A script for the page, which counts what the mouse does, not what a key or a script does. */
const COUNT_CLICKS = `globalThis.clicked = []; addEventListener('click', (e) => e.isTrusted && clicked.push(e), true)`;

/** Who plans, who lets the month go by, and who starts the nudges; what a customer told them. */
const CAST = {
  nl: {
    plans: 'Sanne de Vries',
    waits: 'Marjan de Boer',
    said: 'Op donderdag is de koelcel leeg.',
    words: 'na de lunch',
  },
  en: {
    plans: 'Ben Carter',
    waits: 'Grace Holloway',
    said: 'The cold store is empty on Thursdays.',
    words: 'after lunch',
  },
} as const;
const ADMIN = 'Noor Jansen';

const people = [
  inAmsterdam('Sanne de Vries', 'nl-NL'),
  inAmsterdam('Marjan de Boer', 'nl-NL'),
  inAmsterdam('Ben Carter', 'en-GB'),
  inAmsterdam('Grace Holloway', 'en-GB'),
  inAmsterdam(ADMIN, 'nl-NL', { is_admin: true, is_owner: true }),
];
const seed = {
  team: { id: 'T0LINDENHOF', name: 'Lindenhof', domain: 'lindenhof' },
  people,
  channels: [{ id: 'C0ALGEMEEN', name: 'algemeen', members: people.map(({ id }) => id) }],
};

describe.skipIf(!executablePath)('plans and rest, by clicking', () => {
  const folder = executablePath ? folderForPictures() : '';
  let browser: Browser;
  let seat: Seat;
  let at: Keyboard;

  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    seat = await takeSeat(browser, { at: new Date('2026-11-30T08:30:00Z'), seed, height: 1100, script: COUNT_CLICKS });
    at = keyboardAt(seat.page, folder);
  });
  afterEach(async () => expect(await seat.leave()).toEqual([]));

  /** How many times somebody has clicked since it was last asked. */
  const clicks = async () => Number(await seat.page.evaluate('clicked.splice(0).length'));

  async function begins(lang: Lang) {
    await at.becomes(ADMIN);
    await at.types('/klant instellingen');
    await at.presses(nudge('nl').start);
    await at.presses(nudge('nl').startYes);
    await at.readsInForm(nudge('nl').hold);
    await at.saves(settings('nl').save);
    await at.becomes(CAST[lang].plans);
    await at.turnsTheClock('Next first working day');
  }

  it.each<[string, Lang]>([
    ['in Dutch', 'nl'],
    ['in English', 'en'],
  ])(
    'from the nudge to a plan in two clicks, and on its day to a log in no more than six: %s',
    async (_, lang) => {
      const t = plan(lang);
      await begins(lang);
      await at.reads(t.pick);
      await at.picture(`${lang}-nudge`);
      await clicks();
      await at.clicks(t.pick);
      await at.readsInForm(t.words);
      await at.picture(`${lang}-plan-form`);
      await at.saves(t.save);
      expect(await clicks()).toBe(CLICKS.plan);
      await at.reads(t.change);
      await at.picture(`${lang}-nudge-planned`);
      await at.clicks(t.change);
      await at.fills(t.words, CAST[lang].words);
      await at.saves(t.save);
      await at.opensTab('Home');
      await at.reads(CAST[lang].words);
      await at.picture(`${lang}-home-with-plan`);
      await at.opensTab('Messages');
      await seat.stage.turn(new Date('2026-12-08T08:05:00Z'), A_DAY);
      await at.reads(new RegExp(plainText(t.toBegin)));
      await at.picture(`${lang}-plan-day`);
      await clicks();
      await at.clicks(t.done);
      await at.picks(conversation(lang).whom, 'Bakkerij Zuid', /Bakkerij Zuid/);
      await at.fills(conversation(lang).learned, CAST[lang].said);
      await at.picture(`${lang}-log-from-plan`);
      await at.saves(conversation(lang).save);
      expect(await clicks()).toBeLessThanOrEqual(CLICKS.log);
      await at.reads(CAST[lang].said);
      await at.reads(plainText(t.ended.done));
      await at.picture(`${lang}-plan-done`);
    },
    LONG,
  );

  it.each<[string, Lang]>([
    ['in Dutch', 'nl'],
    ['in English', 'en'],
  ])(
    'a month goes by: two reminders, and every way to rest: %s',
    async (_, lang) => {
      const t = reminder(lang);
      await begins(lang);
      await at.becomes(CAST[lang].waits);
      await seat.stage.turn(new Date('2026-12-15T09:20:00Z'), A_DAY);
      await at.reads(plainText(t.footer));
      await at.picture(`${lang}-reminder`);
      await seat.stage.turn(new Date('2026-12-28T09:20:00Z'), A_DAY);
      await at.reads(new RegExp(plainText(t.theLast)));
      await seat.page.getByRole('button', { name: 'More choices' }).last().click();
      await at.picture(`${lang}-last-reminder-menu`);
      await seat.page.getByRole('menuitem', { name: rest(lang).menu.pause }).click();
      await at.readsInForm(rest(lang).until);
      await at.picture(`${lang}-rest-form`);
      await at.fills(rest(lang).until, '2027-01-12');
      await at.saves(rest(lang).save);
      await at.reads(/12 januar/i);
      await at.picture(`${lang}-paused`);
      await at.opensTab('Home');
      await at.reads(rest(lang).comeBack);
      await at.picture(`${lang}-home-resting`);
    },
    LONG,
  );

  it.each<[string, Lang]>([
    ['in Dutch', 'nl'],
    ['in English', 'en'],
  ])(
    'a talk that is still to come is made a plan with one more click: %s',
    async (_, lang) => {
      const t = conversation(lang);
      await at.becomes(CAST[lang].plans);
      await at.types(`${lang === 'nl' ? '/klant gesprek' : '/customer log'} ${CAST[lang].said}`);
      await at.picks(t.whom, 'Bakkerij Zuid', /Bakkerij Zuid/);
      await at.picks(t.how, t.kinds.visit);
      await at.fills(t.when, '2026-12-09');
      await at.presses(t.save);
      await at.readsInForm(plainText(t.futurePlan));
      await at.picture(`${lang}-future`);
      await at.presses(plan(lang).makePlan);
      await at.readsInForm(plan(lang).words);
      expect(await at.form.getByLabel(plan(lang).words).inputValue()).toBe(CAST[lang].said);
      await at.picture(`${lang}-future-plan`);
      await at.saves(plan(lang).save);
    },
    LONG,
  );
});
