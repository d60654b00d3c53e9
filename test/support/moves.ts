import { customerStore } from '../../src/features/customers/index.ts';
import { type Ids, systemIds } from '../../src/ids.ts';
import { dateOf, localDay, localTime, plus } from '../../src/time.ts';
import type { VisibleMessage, Visitor } from '../emulator/core/index.ts';
import type { House } from './house.ts';

/** What people in many tests do and look at, by typing, clicking and reading; in Dutch or English, as they read. */
const SETTINGS = {
  nl: { leaders: 'Leidinggevenden', channel: 'Kanaal voor gedeelde verhalen' },
  en: { leaders: 'Leaders', channel: 'Channel for shared stories' },
} as const;

type Lang = 'nl' | 'en';

/** Noor opens the settings, says that everybody knows, and saves nothing else. */
export async function startsNudges(noor: Visitor) {
  await noor.types('/klant instellingen');
  await noor.clicks('Berichtjes starten');
  await noor.closes({ all: true });
}

type Chosen = { leaders?: string[]; channel?: string };

/** Fills in the settings form and saves it. */
export async function saveSettings(admin: Visitor, { leaders, channel }: Chosen, lang: Lang = 'nl') {
  const labels = SETTINGS[lang];
  await admin.types('/customer settings');
  await admin.fills({
    ...(leaders && { [labels.leaders]: leaders }),
    ...(channel !== undefined && { [labels.channel]: channel }),
  });
  return admin.submits();
}

/** A few seconds later: whatever Slack's pace made wait stands there. */
export const aMomentLater = (house: House) => house.turnTo(plus(house.clock.now(), { seconds: 10 }).toISOString());

/** What Mantra has said to somebody for good, oldest first; answers only they see are left out. */
export const heard = (house: House, userId: string): VisibleMessage[] =>
  house
    .as(userId)
    .messages()
    .filter(({ bot, ephemeral }) => bot && !ephemeral);

/** The last answer that only this person sees. */
export const lastAnswer = (person: Visitor): string =>
  person.messages().findLast(({ ephemeral }) => ephemeral)?.readable ?? '';

/** Everybody and every channel that something new was posted to, in order. */
export const postedTo = (house: House): string[] =>
  house.slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => String(args.channel));

/** When a message was posted, as its reader's clock showed it: `2026-12-01 10:00`. */
export function postedAt({ ts }: VisibleMessage, zone: string): string {
  const at = new Date(Number(ts) * 1000);
  return `${localDay(at, zone)} ${localTime(at, zone)}`;
}

/** Noise of the weeks as they close, oldest first; the last one holds for all that follow. */
export function idsWithNoise(...noises: number[]): Ids {
  const draws = noises.flatMap((noise) => [chanceOf(Math.max(0, noise)), chanceOf(Math.max(0, -noise))]);
  let next = 0;
  return { ...systemIds, random: () => draws[next < draws.length ? next++ : (next++ % 2) + draws.length - 2] ?? 0.5 };
}

/** A chance that makes a geometric draw of exactly n, at the noise's e^0.5. */
const chanceOf = (n: number) => Math.exp(-0.5 * (n + 0.5));

/** So many conversations of Ben's on a day, saved without the form: for figures, not for words. */
export const benTold = (house: House, many: number, on: string, more: { counts?: boolean; learned?: string } = {}) =>
  house.db.run(async (tx) => {
    const at = house.clock.now();
    const customer = { name: 'Tuinderij Bos', sort: 'customer', id: systemIds.uuid(), by: 'UBEN', at } as const;
    const { id: customerId } = await customerStore(tx).findOrAdd(customer);
    const told = {
      ...({
        customerId,
        userId: 'UBEN',
        kind: 'call',
        readers: 'colleagues',
        heldOn: dateOf(on),
        savedAt: at,
      } as const),
      ...{ learned: 'They order on Thursdays.', counts: true, ...more },
    };
    await tx.conversation.createMany({ data: Array.from({ length: many }, () => ({ ...told, id: systemIds.uuid() })) });
  });
