import { faultOf, type Log } from './log.ts';
import { localDay, plus } from './time.ts';

/** The hour of the house at which the nightly work begins. */
const NIGHT_HOURS = 3;

/** The house as the night sees it. */
type InZone = { workspace: { zone: string } };

/** What is done once a night, beside everything else: reading a large roster takes half an hour. */
export type Nights<House> = { begin(house: House, now: Date): void; busy(): boolean; done(): Promise<void> };

/** Runs the night's work when a new night has come. What failed is tried again with the next tick, which comes soon. */
export function nightWork<House extends InZone>(
  log: Log,
  tickSoon: () => void,
  work: (house: House, now: Date) => (() => Promise<unknown>)[],
): Nights<House> {
  let night: string | undefined;
  let atWork: Promise<void> | undefined;

  async function run(house: House, now: Date, tonight: string) {
    let failed = false;
    for (const one of work(house, now)) {
      await one().catch((error: unknown) => {
        failed = true;
        log.error(faultOf(error), 'nightly work failed');
      });
    }
    if (failed) tickSoon();
    else night = tonight;
  }

  return {
    begin(house, now) {
      const tonight = localDay(plus(now, { hours: -NIGHT_HOURS }), house.workspace.zone);
      if (atWork || tonight === night) return;
      atWork = run(house, now, tonight).finally(() => {
        atWork = undefined;
      });
    },
    busy: () => atWork !== undefined,
    done: async () => atWork,
  };
}
