import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say as conversation } from '../src/features/conversations/texts.ts';
import { say as nudge } from '../src/features/nudges/texts.ts';
import { say as customerPage } from '../src/features/pages/texts.ts';
import { say as plan } from '../src/features/plans/texts.ts';
import { say as returned } from '../src/features/returns/texts.ts';
import { say as search } from '../src/features/search/texts.ts';
import { say as settings } from '../src/features/settings/texts.ts';
import { plainText } from '../src/slack/escape.ts';
import type { Lang } from '../src/texts.ts';
import { chromiumFor } from './support/chromium.ts';
import { folderForPictures, type Keyboard, keyboardAt } from './support/keyboard.ts';
import { inAmsterdam, type Seat, takeSeat } from './support/seat.ts';

const executablePath = chromiumFor('a customer’s page by clicking');

/** A week of turned clock, on a machine that may be busy (milliseconds). */
const LONG = 240_000;

/** Minutes between two looks, on a long way. */
const A_DAY = 24 * 60;

/** Who reads and who told, in each language, what was told, and what the reader heard themselves. */
const CAST = {
  nl: {
    reads: 'Sanne de Vries',
    told: 'Marjan de Boer',
    commands: { log: '/klant gesprek', who: '/klant wie bakkerij zuid', search: '/klant zoek koel' },
    told1: 'Op donderdag is de koelcel leeg.',
    told2: 'De nieuwe koelcel komt in mei.',
  },
  en: {
    reads: 'Ben Carter',
    told: 'Grace Holloway',
    commands: { log: '/customer log', who: '/customer who bakkerij zuid', search: '/customer search cold' },
    told1: 'The cold store is empty on Thursdays.',
    told2: 'The new cold store comes in May.',
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

describe.skipIf(!executablePath)('what customers told us, by clicking', () => {
  const folder = executablePath ? folderForPictures() : '';
  let browser: Browser;
  let seat: Seat;
  let at: Keyboard;

  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    seat = await takeSeat(browser, { at: new Date('2026-12-02T08:30:00Z'), seed, height: 1100 });
    at = keyboardAt(seat.page, folder);
  });
  afterEach(async () => expect(await seat.leave()).toEqual([]));

  async function begins(lang: Lang) {
    await at.becomes(ADMIN);
    await at.types('/klant instellingen');
    await at.presses(nudge('nl').start);
    await at.presses(nudge('nl').startYes);
    await at.readsInForm(nudge('nl').hold);
    await at.saves(settings('nl').save);
    await at.becomes(CAST[lang].told);
    await at.types(`${CAST[lang].commands.log} ${CAST[lang].told1}`);
    await fillsIn(lang, 'Bakkerij Zuid');
    await at.saves(conversation(lang).save);
    await at.reads(CAST[lang].told1);
    await at.becomes(CAST[lang].reads);
  }

  /** Closes what is open, and waits until nothing is in front of the conversation any more. */
  async function closes(name: string) {
    await at.presses(name);
    await at.form.waitFor({ state: 'detached' });
  }

  async function fillsIn(lang: Lang, customer?: string) {
    const t = conversation(lang);
    if (customer) await at.picks(t.whom, customer, new RegExp(customer));
    // At an event nobody approached anybody: that is still free for whoever reads of it.
    await at.picks(t.how, customer ? t.kinds.event : t.kinds.visit);
  }

  it.each<[string, Lang]>([
    ['in Dutch', 'nl'],
    ['in English', 'en'],
  ])(
    'from whom to their page, to a plan and a log, and the page shows it, without names: %s',
    async (_, lang) => {
      const [t, { commands, told, told1, told2 }] = [customerPage(lang), CAST[lang]];
      await begins(lang);
      await at.opensTab('Home');
      await at.clicks(t.lookUp);
      await at.readsInForm(plainText(t.ideas));
      await at.picture(`${lang}-who`);
      await at.picks(t.whom, 'bakkerij', 'Bakkerij Zuid');
      await at.presses(t.look);
      await at.readsInForm(told1);
      await at.picture(`${lang}-page`);
      await at.presses(plan(lang).talk);
      await at.readsInForm(plainText(plan(lang).tellersHear));
      await at.picture(`${lang}-plan-from-page`);
      await at.presses(plan(lang).save);
      await at.readsInForm(told1);
      await at.presses(t.spoke);
      await at.readsInForm(conversation(lang).learnedHint);
      await fillsIn(lang);
      await at.fills(conversation(lang).learned, told2);
      await at.presses(conversation(lang).save);
      await at.readsInForm(told1);
      await closes(t.close);
      await at.opensTab('Messages');
      await at.types(commands.who);
      await at.readsInForm(told2);
      await at.picture(`${lang}-page-afterwards`);
      expect(await at.form.textContent()).not.toMatch(new RegExp(people.map(({ real_name: name }) => name).join('|')));
      await closes(t.close);
      await at.types(commands.search);
      await at.readsInForm(told2);
      await at.readsInForm(plainText(search(lang).whoSees));
      await at.picture(`${lang}-search`);
      await closes(search(lang).close);
      await at.becomes(told);
      await seat.stage.turn(new Date('2026-12-08T10:20:00Z'), A_DAY);
      await at.reads(plainText(returned(lang).title));
      await at.reads(told2);
      await at.picture(`${lang}-what-came-of-it`);
    },
    LONG,
  );
});
