import { personStore } from '../../src/features/people/index.ts';
import { absenceStore } from '../../src/features/people/store-absences.ts';
import { instantOf, plus } from '../../src/time.ts';
import type { House } from '../support/house.ts';
import { saveSettings, startsNudges } from '../support/moves.ts';
import { OTHERS } from '../support/village.ts';
import { CAST } from './cast/index.ts';
import type { Character, Deed } from './character.ts';
import { instantFor } from './character.ts';
import { type Colleague, CROWD } from './crowd.ts';
import { DAYS, looksOn } from './days.ts';
import { type Post, postsIn } from './posts.ts';
import { talksOf } from './talks.ts';

/** Everybody who is there when the year begins: those whose year is told, the crowd, and whom Mantra leaves alone. */
export const EVERYBODY = [
  ...CAST.filter(({ joins }) => !joins).map(({ seed }) => seed),
  ...CROWD.filter(({ joinsOn }) => !joinsOn).map(({ seed }) => seed),
  ...OTHERS,
];

/** Something that happens at an instant. */
type Event = { at: Date; does(house: House): Promise<unknown> };

/** Lives the year in a house: whatever happens, in its order, and a look at every moment at which anything may be due. */
export async function liveTheYear(house: House): Promise<readonly Post[]> {
  const noor = house.as('UNOOR');
  await startsNudges(noor);
  await saveSettings(noor, { leaders: ['UNOOR'] });
  await house.db.run((tx) => settle(tx, CROWD));
  const events = [...CAST.flatMap(deedsOf), ...CROWD.flatMap(comingAndGoing), ...DAYS.flatMap(lookAt)];
  const answers = talksOf(house);
  const posts = postsIn(house);
  for (const { at, does } of events.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    await turn(house, at);
    await does(house);
    await answers(posts.news());
  }
  return posts.all;
}

/** From wake to wake of whoever sleeps, and no look in between. */
const turn = (house: House, to: Date) => house.turnTo(to.toISOString(), NEVER);

const NEVER = 10 * 366 * 24 * 60;

/** At this moment there is a look; a minute later everything that was due is out. */
const lookAt = (day: string): Event[] =>
  looksOn(day).map((at) => ({ at, does: (house) => turn(house, plus(at, { seconds: 59 })) }));

const deedsOf = (one: Character): Event[] => [
  ...(one.joins ? [{ at: instantFor(one, one.joins), does: async (house: House) => join(house, one.seed) }] : []),
  ...one.deeds.map((deed) => ({ at: instantFor(one, deed.at), does: (house: House) => act(house, one, deed) })),
];

async function act(house: House, one: Character, { does, says }: Deed) {
  await does({ me: house.as(one.seed.id), house, lang: one.lang }).catch((cause: unknown) => {
    throw new Error(`${one.seed.id}: ${says}`, { cause });
  });
  await house.settled();
}

const comingAndGoing = ({ seed, joinsOn, leavesOn }: Colleague): Event[] => [
  ...(joinsOn ? [{ at: morning(joinsOn), does: (house: House) => join(house, seed) }] : []),
  ...(leavesOn ? [{ at: morning(leavesOn), does: async (house: House) => leave(house, seed.id) }] : []),
];

const morning = (day: string) => instantOf(day, '08:00', 'Europe/Amsterdam');

async function join(house: House, seed: Character['seed']) {
  house.slack.people.join(seed);
  await house.settled();
}

async function leave(house: House, userId: string) {
  house.slack.people.leave(userId);
  await house.settled();
}

/** What the crowd would say on Home: so many forms would take as long as the year. */
async function settle(tx: Parameters<typeof personStore>[0], crowd: readonly Colleague[]) {
  for (const { seed, place, week, off } of crowd) {
    await personStore(tx).chooseDays(seed.id, week, place === 'NL' ? null : place);
    for (const { from, until } of off) await absenceStore(tx).keepOwn(seed.id, { from, until });
  }
}
