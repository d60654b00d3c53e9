import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../emulator/core/index.ts';
import type { House } from '../support/house.ts';
import { startsNudges } from '../support/moves.ts';
import { PLAN } from '../support/plan.ts';
import { aStreet } from '../support/street.ts';
import { lastSent, sendChanged } from '../support/tamper.ts';
import { NOOR, SANNE } from '../support/village.ts';

const street = aStreet();
let house: House;
afterEach(() => expect(house.slack.refusals).toEqual([]));

/** A day that Slack lets people choose, and every form here refuses; in its place comes one that isn't in any calendar. */
const CHOSEN = '2036-02-28';
const PAUSE = 'Pauze, of een eigen dag …';

/** What Slack is answered where the form of Sanne that is open says a day that isn't one. */
async function answered(says: string): Promise<JsonObject> {
  await house.as('USANNE').submits();
  const submit = lastSent(house.slack, 'view_submission');
  await sendChanged(house.slack, submit, (payload) => JSON.parse(JSON.stringify(payload).replaceAll(CHOSEN, says)));
  await house.settled();
  return (lastSent(house.slack, 'view_submission').ackBody as JsonObject).errors as JsonObject;
}

/** Each form with a day, opened by Sanne and filled in with the one above. */
const FORMS: [form: string, fills: (sanne: ReturnType<House['as']>) => Promise<unknown>, errors: JsonObject][] = [
  [
    'of a plan',
    async (sanne) => {
      await sanne.clicks('Kies een moment', { in: 'home' });
      await sanne.fills({ [PLAN.when]: CHOSEN, [PLAN.words]: 'na de lunch' });
    },
    { when: 'Op welke dag?' },
  ],
  [
    'of a pause',
    async (sanne) => {
      await sanne.picks('⋯', PAUSE, { in: 'home' });
      await sanne.fills({ 'Laat me met rust tot': CHOSEN });
    },
    { until: 'Kies een dag na vandaag.' },
  ],
  [
    'of days off, the first of them',
    async (sanne) => {
      await sanne.clicks('Mijn dagen aanpassen', { in: 'home' });
      await sanne.fills({ 'Vrij vanaf': CHOSEN });
    },
    { from: 'Vanaf welke dag?' },
  ],
  [
    'of days off, the last of them',
    async (sanne) => {
      await sanne.clicks('Mijn dagen aanpassen', { in: 'home' });
      await sanne.fills({ 'Vrij vanaf': '2026-12-07', 'Tot en met': CHOSEN });
    },
    { until: 'Welke dag is de laatste?' },
  ],
];

describe.each(FORMS)('the form %s', (_form, fills, errors) => {
  it.each(['2026-02-30', '2026-13-01', 'morgen'])(
    'answers “%s” beside the field, and keeps nothing of it',
    async (day) => {
      house = await street.house({ at: '2026-12-01T08:30:00Z', people: [SANNE, NOOR] });
      await startsNudges(house.as('UNOOR'));
      const sanne = house.as('USANNE');
      await sanne.opensHome();
      await house.settled();
      await fills(sanne);
      expect(await answered(day)).toEqual(errors);
      expect(sanne.modals).toHaveLength(1);
      const kept = await house.db.run(async (tx) => [
        await tx.plan.count(),
        await tx.rest.count(),
        await tx.absence.count(),
      ]);
      expect(kept).toEqual([0, 0, 0]);
    },
  );
});
