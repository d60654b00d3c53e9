import { z } from 'zod';
import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { HomeSection } from '../../feature.ts';
import { tell } from '../../news.ts';
import type { Turn } from '../../slack/action.ts';
import { type ModalListener, modal } from '../../slack/modal.ts';
import { localDay } from '../../time.ts';
import { type Person, personStore } from '../people/index.ts';
import { settingStore } from '../settings/index.ts';
import { isResting, longer, NUDGE_DAYS, pauseProblem, type Rest, startOfNextMonth } from './rules.ts';
import { restStore } from './store.ts';
import { say } from './texts.ts';
import { type Choice, FORM, type Rhythm, restHome, restView, USUAL_DAY } from './views.ts';

/** Does what somebody chose in a ⋯ menu; nobody else hears of it. */
export async function chooseRest(deps: Deps, turn: Turn, { choice }: { choice: Choice }) {
  if (choice === 'why') return turn.reply({ text: say(turn.lang).why, blocks: [] });
  if (choice === 'pause') return openPause(deps, turn);
  await deps.db.run(async (tx) => {
    if (await once(tx, turn.requestId, deps.clock.now())) await restFrom(deps, tx, turn.person, choice);
  });
}

/** "Not this month", or "stop": from now on, in a transaction in which the request was seen to be new. */
export async function restFrom(deps: Deps, tx: Tx, person: Person, choice: 'not-this-month' | 'stop') {
  const until = choice === 'stop' ? null : startOfNextMonth(today(deps, person));
  const known = await restStore(tx).find(person.userId);
  await keep(deps, tx, person, longer(known, { until }));
}

/** Opens the form for a pause and for one's own day. */
async function openPause(deps: Deps, turn: Turn) {
  const rhythm = await deps.db.run((tx) => rhythmOf(deps, tx, turn.person));
  await turn.open(restView(turn.lang, rhythm));
}

const form = modal(FORM, (lang) =>
  z.object({
    until: z.iso
      .date({ error: say(lang).notLater })
      .nullish()
      .transform((day) => day ?? null),
    day: z.union([
      z.literal(USUAL_DAY).transform(() => null),
      z.coerce.number().int().min(NUDGE_DAYS.from).max(NUDGE_DAYS.until),
    ]),
  }),
);

/** Saves a pause and one's own day. */
export const pauseListener: ModalListener = {
  id: FORM,
  by: 'member',
  async submit(deps, turn, view) {
    const read = form.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    const { until, day } = read.fields;
    const problem = until && pauseProblem(until, today(deps, turn.person));
    if (problem) return { errors: { until: say(turn.lang)[problem] } };
    await deps.db.run(async (tx) => {
      if (!(await once(tx, turn.requestId, deps.clock.now()))) return;
      await personStore(tx).chooseNudgeDay(turn.person.userId, day);
      const { rest } = await rhythmOf(deps, tx, turn.person);
      if (until) await keep(deps, tx, turn.person, { until });
      else if (rest?.until) await end(deps, tx, turn.person);
    });
    return 'close';
  },
};

/** Back from a rest, a stop or from being left in peace, from the next nudge on. */
export async function comeBack(deps: Deps, turn: Turn) {
  await deps.db.run(async (tx) => {
    if (await once(tx, turn.requestId, deps.clock.now())) await end(deps, tx, turn.person);
  });
  await turn.reply({ text: say(turn.lang).backAgain, blocks: [] });
}

/** Shown once the nudges have begun, and to whoever rests. */
export const restsHome: HomeSection = async (deps, tx, { person, lang }) => {
  const rhythm = await rhythmOf(deps, tx, person);
  const { nudgesStartedAt } = await settingStore(tx).all();
  return nudgesStartedAt || rhythm.rest ? restHome(lang, rhythm) : undefined;
};

/** Whether somebody rests today, so that the menu can offer the way back. */
export const restsNow = async (tx: Tx, person: Person, now: Date): Promise<boolean> =>
  isResting(await restStore(tx).find(person.userId), localDay(now, person.zone));

async function rhythmOf(deps: Deps, tx: Tx, { userId }: Person): Promise<Rhythm> {
  const person = await personStore(tx).find(userId);
  const rest = await restStore(tx).find(userId);
  return {
    rest: person && isResting(rest, today(deps, person)) ? rest : undefined,
    quiet: await restStore(tx).isQuiet(userId),
    nudgeDay: person?.nudgeDay ?? null,
  };
}

async function keep(deps: Deps, tx: Tx, { userId }: Person, rest: Rest) {
  await restStore(tx).rest(userId, rest, deps.clock.now());
  await tell(deps, tx, { is: 'rested', userId });
}

async function end(deps: Deps, tx: Tx, { userId }: Person) {
  await restStore(tx).comeBack(userId);
  await tell(deps, tx, { is: 'rested', userId });
}

const today = ({ clock }: Deps, { zone }: Person) => localDay(clock.now(), zone);
