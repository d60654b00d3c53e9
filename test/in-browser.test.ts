import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say as conversation } from '../src/features/conversations/texts.ts';
import { say as customer } from '../src/features/customers/texts.ts';
import { say as logbook } from '../src/features/logbook/texts.ts';
import { say as nudge } from '../src/features/nudges/texts.ts';
import { say as settings } from '../src/features/settings/texts.ts';
import { say as summary } from '../src/features/summaries/texts.ts';
import { escape, plainText } from '../src/slack/escape.ts';
import { say as slack } from '../src/slack/texts.ts';
import type { Lang } from '../src/texts.ts';
import { chromiumFor } from './support/chromium.ts';
import { folderForPictures, type Keyboard, keyboardAt } from './support/keyboard.ts';
import { inAmsterdam, type Seat, takeSeat } from './support/seat.ts';

const executablePath = chromiumFor('the main job by clicking');

/** The whole thread, three weeks of turned clock included, on a machine that may be busy (milliseconds). */
const LONG = 180_000;

const people = [
  inAmsterdam('Sanne de Vries', 'nl-NL'),
  inAmsterdam('Marjan de Boer', 'nl-NL'),
  inAmsterdam('Noor Jansen', 'nl-NL', { is_admin: true, is_owner: true }),
  inAmsterdam('Ben Carter', 'en-GB'),
  inAmsterdam('Grace Holloway', 'en-GB'),
  inAmsterdam('Lucy Bennett', 'en-GB', { is_admin: true }),
];
const members = people.map(({ id }) => id);
const seed = {
  team: { id: 'T0LINDENHOF', name: 'Lindenhof', domain: 'lindenhof' },
  people,
  channels: [
    { id: 'C0ALGEMEEN', name: 'algemeen', members },
    { id: 'C0VERHALEN', name: 'klantverhalen', members, bot: true },
  ],
};

/** Who plays which part in which language, what they type, and what a customer told them. */
const CAST = {
  nl: {
    member: 'Sanne de Vries',
    leader: 'Marjan de Boer',
    admin: 'Noor Jansen',
    logs: '/klant gesprek Op donderdag is de koelcel leeg.',
    settings: '/klant instellingen',
    said: 'Op donderdag is de koelcel leeg.',
    saidAtHome: 'Ze willen twee dagen vooruit bestellen.',
    mended: 'Ze willen drie dagen vooruit bestellen.',
    story: 'Jullie belden gewoon, omdat het stil was.',
    december: 'december',
  },
  en: {
    member: 'Ben Carter',
    leader: 'Grace Holloway',
    admin: 'Lucy Bennett',
    logs: '/customer log The cold store is empty on Thursdays.',
    settings: '/customer settings',
    said: 'The cold store is empty on Thursdays.',
    saidAtHome: 'They want to order two days ahead.',
    mended: 'They want to order three days ahead.',
    story: 'You just called because it had gone quiet.',
    december: 'December',
  },
} as const;

describe.skipIf(!executablePath)('the main job, by clicking', () => {
  const folder = executablePath ? folderForPictures() : '';
  let browser: Browser;
  let seat: Seat;
  let at: Keyboard;

  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    seat = await takeSeat(browser, { at: new Date('2026-11-18T08:30:00Z'), seed, height: 900 });
    at = keyboardAt(seat.page, folder);
  });
  afterEach(async () => expect(await seat.leave()).toEqual([]));

  it.each<[string, Lang]>([
    ['in Dutch', 'nl'],
    ['in English', 'en'],
  ])(
    'a member logs, the nudge comes, a story is shared, a leader hears of it: %s',
    async (_, lang) => {
      const cast = CAST[lang];
      await at.becomes(cast.member);
      await at.picture(`${lang}-first-sight`);
      await logsByTyping(lang);
      await logsFromHome(lang);
      await mendsAndWithdraws(lang);

      await at.becomes(cast.admin);
      await startsTheNudges(lang);
      await at.turnsTheClock('Next first working day');

      await at.becomes(cast.member);
      await answersTheNudge(lang);
      await at.turnsTheClock('Monday 09:00');

      await at.becomes(cast.leader);
      await at.opensTab('Messages');
      await at.reads(cast.story);
      await at.reads(plainText(summary(lang).footer));
      await at.sees(new RegExp(summary(lang).chartTitle));
      await at.picture(`${lang}-summary`);
      await at.opensTab('Home');
      await at.reads(plainText(summary(lang).homeTitle));
      await at.picture(`${lang}-leader-home`);
    },
    LONG,
  );

  /** With a slip on the way: a day that is still to come. */
  async function logsByTyping(lang: Lang) {
    const t = conversation(lang);
    await at.types(CAST[lang].logs);
    expect(await at.form.getByLabel(t.learned).inputValue()).toBe(CAST[lang].said);
    await at.picture(`${lang}-form`);
    await at.fills(t.when, '2026-11-30');
    await at.picks(t.whom, 'Bakkerij Zuid', customer(lang).addCustomer('Bakkerij Zuid'));
    await at.picks(t.how, t.kinds.chat);
    await at.presses(t.save);
    await at.readsInForm(plainText(t.futurePlan));
    await at.picture(`${lang}-error`);
    await at.fills(t.when, '2026-11-17');
    await at.saves(t.save);
    await at.reads(CAST[lang].said);
    await at.picture(`${lang}-confirmation`);
  }

  async function logsFromHome(lang: Lang) {
    const t = conversation(lang);
    await at.opensTab('Home');
    await at.reads(CAST[lang].said);
    await at.clicks(logbook(lang).log);
    await at.picks(t.whom, 'Zuid', /^Bakkerij Zuid/);
    await at.picks(t.how, t.kinds.visit);
    await at.fills(t.learned, CAST[lang].saidAtHome);
    await at.chooses(t.onlyMe);
    await at.saves(t.save);
    await at.reads(CAST[lang].saidAtHome);
    await at.picture(`${lang}-home`);
  }

  async function mendsAndWithdraws(lang: Lang) {
    const t = conversation(lang);
    await seat.page.getByRole('button', { name: t.edit, exact: true }).first().click();
    expect(await at.form.getByLabel(t.learned).inputValue()).toBe(CAST[lang].saidAtHome);
    await at.fills(t.learned, CAST[lang].mended);
    await at.saves(t.save);
    await at.reads(CAST[lang].mended);
    await seat.page.getByRole('button', { name: t.withdraw, exact: true }).first().click();
    await at.readsInForm(t.withdrawAsk);
    await at.picture(`${lang}-withdraw`);
    await at.presses(t.withdraw);
    await at.readsInForm(t.withdrawn);
    await at.picture(`${lang}-withdrawn`);
    await at.presses(slack(lang).close);
    await seat.page.getByText(CAST[lang].mended).waitFor({ state: 'detached' });
    await at.opensTab('Messages');
  }

  async function startsTheNudges(lang: Lang) {
    await at.types(CAST[lang].settings);
    await at.readsInForm(nudge(lang).start);
    await at.picture(`${lang}-settings`);
    await at.picks(summary(lang).leaders, CAST[lang].leader);
    await at.picks(conversation(lang).storiesChannel, 'klantverhalen', '#klantverhalen');
    await at.presses(nudge(lang).start);
    await at.readsInForm(nudge(lang).startAsk);
    await at.picture(`${lang}-start`);
    await at.presses(nudge(lang).startYes);
    await at.readsInForm(nudge(lang).hold);
    await at.picture(`${lang}-started`);
    await at.saves(settings(lang).save);
  }

  async function answersTheNudge(lang: Lang) {
    const t = conversation(lang);
    await at.reads(
      nudge(lang)
        .question(CAST[lang].december as never)
        .replaceAll('*', ''),
    );
    await at.picture(`${lang}-nudge`);
    await at.clicks(nudge(lang).already);
    // A colleague's nudge may have the idea, and then this one has none.
    await at.picks(t.whom, 'Zuid', /^Bakkerij Zuid/);
    await at.picks(t.how, t.kinds.chat);
    await at.fills(t.learned, CAST[lang].story);
    await at.chooses(plainText(t.storyNamed(escape('#klantverhalen'))));
    await at.saves(t.save);
    await at.opens('klantverhalen');
    await at.reads(CAST[lang].story);
    await at.picture(`${lang}-story`);
  }
});
