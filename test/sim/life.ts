import { everySoOften } from './chance.ts';
import { everybodyWorks } from './days.ts';
import { DEEDS } from './deeds.ts';
import type { House, World } from './house.ts';
import type { Deed, Household } from './household.ts';

/** Hours between two things that people do, on average. */
const HOURS = 14;

/** The house reads who is here every night; here sooner, so that nothing of it is left to the calm. */
const HEARD_AGAIN_MS = 2 * 3_600_000;

/** What people do, each by a click that reaches one of the instances, until it is calm. */
export function startLife(world: World, house: House, zones: readonly string[]): void {
  const { chance, timeline, trace, database, slack, isCalm } = world;
  const household: Household = { chance, database, slack, zones, told: [] };
  everySoOften(world, HOURS, async () => {
    const { people } = await database.known();
    const one = chance.any(people.filter(({ member }) => member));
    const deed = isCalm() || !one ? undefined : chance.pick(DEEDS)(household, one, timeline.now());
    if (deed) act(deed);
  });

  world.whenCalm(async () => {
    const { people } = await database.known();
    act(everybodyWorks(household, people, timeline.now()));
  });

  /** A click may be lost; what Slack knows of people, the house hears again. */
  function act(deed: Deed): void {
    const again = () => {
      if (deed.lasting) timeline.in(HEARD_AGAIN_MS, () => act(deed));
    };
    const by = chance.any(house.alive());
    if (!by) {
      again();
      return;
    }
    trace.say(deed.says);
    const acted = house.acts();
    by.act(deed.of)
      .catch(() => {
        trace.say(`in vain: ${deed.says}`);
        house.stir();
        again();
      })
      .finally(acted);
  }
}
