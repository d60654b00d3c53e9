import type { House } from './house.ts';

/** The fields of the plan's form, in Dutch. */
export const PLAN = {
  when: 'Op welke dag?',
  whom: 'Welke klant?',
  how: 'Hoe?',
  words: 'In je eigen woorden',
} as const;

/** What somebody chooses; the rest stays as the form has it. `customer`: a name that nobody knows yet. */
export type Wanted = { on?: string; customer?: string; how?: string; words?: string };

/** Makes a plan from Home, in Dutch. */
export async function plansFromHome(somebody: ReturnType<House['as']>, { on, customer, how, words }: Wanted) {
  await somebody.opensHome();
  await somebody.clicks('Kies een moment', { in: 'home' });
  if (customer) {
    await somebody.searches(PLAN.whom, customer);
    await somebody.picks(PLAN.whom, `“${customer}” toevoegen`);
  }
  await somebody.fills({
    ...(on && { [PLAN.when]: on }),
    ...(how && { [PLAN.how]: how }),
    ...(words && { [PLAN.words]: words }),
  });
  return somebody.submits();
}

/** How many plans in a house haven't ended. */
export const openPlansIn = ({ db }: House): Promise<number> =>
  db.run((tx) => tx.plan.count({ where: { ended: null } }));
