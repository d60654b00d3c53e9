import { plus } from '../../src/time.ts';
import { everySoOften } from './chance.ts';
import type { House, World } from './house.ts';
import { CHANNELS } from './household.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Hours between two troubles, on average. */
const HOURS = 60;
/** How many outages last for days: a few a year. */
const LONG = 0.25;
/** Minutes after which every machine knows what one of them has sent. */
const KNOWN_MINUTES = 4;
/** How far a clock leaps at most. */
const LEAP_MS = 5 * MINUTE_MS;
/** How many backups are put back, and how many of those within the hour. */
const [PUT_BACK, WITHIN_THE_HOUR] = [0.4, 0.8];

/** What happens to a house, beside what strikes single calls and transactions; until it is calm. */
export function startTroubles(world: World, house: House): void {
  const { timeline, chance, trace, watch, database, counts, isCalm, slack } = world;
  const { machines, away, alive, stir } = house;

  function gone(what: 'database' | 'slack', atMostMs: number) {
    trace.say(`${what} is away`);
    away[what] = true;
    timeline.in(chance.between(SECOND_MS, atMostMs), () => {
      trace.say(`${what} is back`);
      away[what] = false;
      stir();
    });
  }

  /** Until somebody repairs it and starts everything again. */
  function refuse() {
    trace.say('the token is refused');
    away.token = true;
    timeline.in(chance.between(MINUTE_MS, 5 * HOUR_MS), repair);
  }

  function repair() {
    if (!away.token) return;
    trace.say('the token is repaired');
    away.token = false;
    for (const instance of alive()) instance.kill();
  }

  function leap() {
    const machine = chance.pick(machines);
    const ms = chance.between(-LEAP_MS, LEAP_MS);
    trace.say(`the clock of ${machine.name} leaps by ${ms} ms`);
    machine.ahead += ms;
    machine.leapt = { at: timeline.now(), ms };
    stir();
  }

  async function backUp() {
    const asOf = timeline.now();
    const bring = await database.backup();
    trace.say('a backup is made');
    if (!chance.happens(PUT_BACK)) return;
    const soon = chance.happens(WITHIN_THE_HOUR);
    timeline.in(soon ? chance.between(MINUTE_MS, HOUR_MS) : chance.between(HOUR_MS, 24 * HOUR_MS), () =>
      isCalm() ? undefined : goBack(asOf, bring),
    );
  }

  /** Whoever puts it back lets the machines learn what was sent last: each looks once a minute. */
  async function goBack(asOf: Date, bring: () => Promise<void>) {
    if (plus(house.lastCall(), { minutes: KNOWN_MINUTES }) > timeline.now()) {
      timeline.in(MINUTE_MS, () => (isCalm() ? undefined : goBack(asOf, bring)));
      return;
    }
    for (const instance of alive()) instance.kill();
    await bring();
    counts.restores += 1;
    trace.say('the database is as it was at the backup');
    watch.restored(asOf);
    await house.learn();
  }

  function longOutage() {
    if (!chance.happens(LONG)) return;
    trace.say('nothing runs any more');
    house.outage(chance.between(2 * DAY_MS, 5 * DAY_MS));
  }

  const TROUBLES = [
    ...[
      () => gone('database', 30 * MINUTE_MS),
      () => gone('database', 2 * MINUTE_MS),
      () => gone('slack', 20 * MINUTE_MS),
    ],
    ...[refuse, leap, leap, backUp, backUp, longOutage],
    ...[() => chance.any(alive())?.stop(), () => chance.any(alive())?.kill(), () => chance.any(alive())?.kill()],
  ];
  everySoOften(world, HOURS, () => (isCalm() ? undefined : chance.pick(TROUBLES)()));

  /** Everything that was broken is mended. */
  world.whenCalm(() => {
    trace.say('calm');
    repair();
    away.database = false;
    away.slack = false;
    house.resume();
    for (const channel of CHANNELS) slack.channels.unarchive(channel);
  });
}
