import { say as conversation } from '../../src/features/conversations/texts.ts';
import { say as nudge } from '../../src/features/nudges/texts.ts';
import { say as days } from '../../src/features/people/texts.ts';
import { say as plan } from '../../src/features/plans/texts.ts';
import { say as rest } from '../../src/features/rests/texts.ts';
import { FORM, fillsIn, savesAnyway } from '../support/form.ts';
import type { Deed, Scene } from './character.ts';

/** What people of the year do, by the words they read on buttons and fields, in their own language. */
type Does = Deed['does'];

/** What somebody learned, and from whom. */
type Talk = { customer: string; learned: string; on?: string };

/** Fills in the form of a conversation that is open, and saves it. */
const saves = async ({ me, lang }: Scene, { customer, learned, on }: Talk) => {
  const how = me.modal?.filled[FORM[lang].how] ? {} : { how: FORM[lang].called };
  await fillsIn(me, { lang, customer, learned, ...how, ...(on && { on }) });
  await saved(savesAnyway(me));
};

/** A form that asks again isn't saved, and then the story isn't true. */
async function saved(submitted: ReturnType<Scene['me']['submits']>) {
  const { errors, modal } = await submitted;
  if (modal) throw new Error(`not saved: ${JSON.stringify(errors)}`);
}

/** "I already talked to one", below the newest question. */
export const already =
  (talk: Talk): Does =>
  async (scene) => {
    await scene.me.clicks(nudge(scene.lang).already);
    await saves(scene, talk);
  };

/** Logs a conversation by the command. */
export const logs =
  (talk: Talk): Does =>
  async (scene) => {
    await scene.me.types(scene.lang === 'nl' ? '/klant gesprek' : '/customer log');
    await saves(scene, talk);
  };

/** Logs one at which a colleague was too. */
export const logsWith =
  (companions: readonly string[], talk: Talk): Does =>
  async (scene) => {
    await scene.me.types('/klant gesprek');
    await scene.me.clicks(conversation(scene.lang).more);
    await scene.me.fills({ 'Wie van ons was er nog bij?': companions });
    await saves(scene, talk);
  };

/** Makes a plan from the newest question; what isn't given stays as it is proposed. */
export const plans =
  ({ customer, on, words }: { customer?: string; on?: string; words?: string } = {}): Does =>
  async ({ me, lang }) => {
    const t = plan(lang);
    await me.clicks(t.pick);
    if (customer) {
      const known = await me.searches(t.whom, customer);
      await me.picks(t.whom, known.includes(customer) ? customer : FORM[lang].add(customer));
    }
    await me.fills({ ...(on && { [t.when]: on }), ...(words && { [t.words]: words }) });
    await saved(savesAnyway(me));
  };

/** "Done", on the plan's day. */
export const done =
  (talk: Talk): Does =>
  async (scene) => {
    await scene.me.clicks(plan(scene.lang).done);
    await saves(scene, talk);
  };

/** "Another day", on the plan's day; the next working day is proposed. */
export const anotherDay =
  (on?: string): Does =>
  async ({ me, lang }) => {
    await me.clicks(plan(lang).anotherDay);
    if (on) await me.fills({ [plan(lang).when]: on });
    await saved(savesAnyway(me));
  };

/** "Never mind", on the plan's day. */
export const neverMind: Does = ({ me, lang }) => me.clicks(plan(lang).neverMind);

/** What stands in the ⋯ menu of the newest question. */
export const chooses =
  (choice: 'next week' | 'not-this-month' | 'stop'): Does =>
  ({ me, lang }) =>
    me.picks('⋯', choice === 'next week' ? nudge(lang).nextWeek : rest(lang).menu[choice]);

/** A pause, or a day of the month of one's own, from the ⋯ menu of Home. */
export const asksFor =
  ({ until, day }: { until?: string; day?: string }): Does =>
  async ({ me, lang }) => {
    const t = rest(lang);
    await me.opensHome();
    await me.picks('⋯', t.menu.pause, { in: 'home' });
    await me.fills({ ...(until && { [t.until]: until }), ...(day && { [t.day]: day }) });
    await saved(savesAnyway(me));
  };

/** "Come back", on Home. */
export const comesBack: Does = async ({ me, lang }) => {
  await me.opensHome();
  await me.clicks(rest(lang).comeBack, { in: 'home' });
};

/** Changes one's own days on Home. */
export const changesDays =
  (wanted: { week?: readonly string[]; country?: string; from?: string; until?: string }): Does =>
  async ({ me, lang, house }) => {
    const t = days(lang);
    await me.opensHome();
    await house.settled();
    await me.clicks(t.open, { in: 'home' });
    if (wanted.country) {
      await me.searches(t.country, wanted.country);
      await me.picks(t.country, wanted.country);
    }
    await me.fills({
      ...(wanted.week && { [t.week]: wanted.week }),
      ...(wanted.from && { [t.from]: wanted.from }),
      ...(wanted.until && { [t.until]: wanted.until }),
    });
    await saved(savesAnyway(me));
  };

/** "Yes, I was there", on Home. */
export const wasThere: Does = async ({ me }) => {
  await me.opensHome();
  await me.clicks('Ja, ik was erbij', { in: 'home' });
};

/** Writes to Mantra, or types a command. */
export const types =
  (text: string): Does =>
  ({ me }) =>
    me.types(text);

/** Sets a status in Slack, as its client does; until a moment (ISO, UTC), or without an end. */
export const setsStatus =
  (emoji: string, until?: string): Does =>
  async ({ me, house }) => {
    const expiration = until ? new Date(until).getTime() / 1000 : 0;
    house.slack.people.change(me.userId, { status_emoji: emoji, status_expiration: expiration });
    await house.settled();
  };

/** Slack's client notices that they are somewhere else. */
export const movesTo =
  (tz: string): Does =>
  async ({ me, house }) => {
    house.slack.people.change(me.userId, { tz });
    await house.settled();
  };

/** Their account is closed. */
export const leaves: Does = async ({ me, house }) => {
  house.slack.people.leave(me.userId);
  await house.settled();
};
