import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { say as logbook } from '../src/features/logbook/texts.ts';
import { say as nudge } from '../src/features/nudges/texts.ts';
import { say as rest } from '../src/features/rests/texts.ts';
import { plainText } from '../src/slack/escape.ts';
import type { Lang } from '../src/texts.ts';
import { instantOf } from '../src/time.ts';
import { chromiumFor } from './support/chromium.ts';
import { logs } from './support/form.ts';
import { folderForPictures, type Keyboard, keyboardAt } from './support/keyboard.ts';
import { startsNudges } from './support/moves.ts';
import { inAmsterdam, type Seat, takeSeat } from './support/seat.ts';

const executablePath = chromiumFor('the closing message, and files that do not come');

/** Months of turned clock, on a machine that may be busy (milliseconds). */
const LONG = 240_000;
/** Minutes between two looks, on a long way. */
const A_WEEK = 7 * 24 * 60;

const ADMIN = inAmsterdam('Noor Jansen', 'nl-NL', { is_admin: true, is_owner: true });
const READERS = { nl: inAmsterdam('Sanne de Vries', 'nl-NL'), en: inAmsterdam('Ben Carter', 'en-GB') } as const;
const people = [READERS.nl, READERS.en, ADMIN];
const seed = {
  team: { id: 'T0LINDENHOF', name: 'Lindenhof', domain: 'lindenhof' },
  people,
  channels: [{ id: 'C0ALGEMEEN', name: 'algemeen', members: people.map(({ id }) => id) }],
};

/** What stays of the closing message of March, and what a customer said. */
const AGAIN = { nl: 'In april vraag ik het je weer.', en: 'I’ll ask you again in April.' } as const;
const SAID = { nl: 'Ze bestellen op donderdag.', en: 'They order on Thursdays.' } as const;

/** The first working days of four months. */
const MORNINGS = ['2026-12-01', '2027-01-04', '2027-02-01', '2027-03-01'];

describe.skipIf(!executablePath)('what Mantra says when nobody answers, and when Slack doesn’t', () => {
  const folder = executablePath ? folderForPictures() : '';
  let browser: Browser;
  let seat: Seat;
  let at: Keyboard;

  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    seat = await takeSeat(browser, { at: new Date('2026-11-30T08:30:00Z'), seed, height: 800 });
    at = keyboardAt(seat.page, folder);
  });

  it(
    'three months in which nobody answers end in one closing message, with the way back',
    async () => {
      await startsNudges(seat.stage.slack.as(ADMIN.id));
      for (const day of MORNINGS) await seat.stage.turn(instantOf(day, '10:05', 'Europe/Amsterdam'), A_WEEK);
      for (const lang of ['nl', 'en'] as const) {
        await at.becomes(READERS[lang].real_name);
        await at.reads(nudge(lang).goOn);
        await at.picture(`${lang}-closing`);
        await at.opensTab('Home');
        await at.reads(plainText(rest(lang).home.quiet).replace(/^[^:]*: /, ''));
        await at.picture(`${lang}-home-quiet`);
        await at.opensTab('Messages');
        await at.clicks(nudge(lang).goOn);
        await at.reads(AGAIN[lang]);
        await at.picture(`${lang}-asked-again`);
      }
      expect(await seat.leave()).toEqual([]);
    },
    LONG,
  );

  it.each<[string, Lang]>([
    ['in Dutch', 'nl'],
    ['in English', 'en'],
  ])(
    'files that Slack refuses are said not to have come, with the button once more: %s',
    async (_, lang) => {
      const t = logbook(lang);
      const { slack } = seat.stage;
      await at.becomes(READERS[lang].real_name);
      await logs(slack.as(READERS[lang].id), { lang, learned: SAID[lang] });
      slack.faults.add({ method: 'files.getUploadURLExternal', error: 'internal_error', times: 1 });
      await at.opensTab('Home');
      await at.clicks(t.takeAlong);
      await at.readsInForm(plainText(t.onTheirWay));
      await at.picture(`${lang}-files-on-their-way`);
      await seat.page.keyboard.press('Escape');
      await at.opensTab('Messages');
      await at.reads(plainText(t.filesFailed.refused));
      await at.picture(`${lang}-files-failed`);
      await at.clicks(t.takeAlong);
      await at.reads(plainText(t.yourFiles(1)));
      await at.picture(`${lang}-files`);
      expect((await seat.leave()).filter((trouble) => !trouble.includes('internal_error'))).toEqual([]);
    },
    LONG,
  );

  afterEach(() => seat.stage.slack.faults.clear());
});
