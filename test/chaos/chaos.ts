import { setTimeout as pause } from 'node:timers/promises';
import { bundleInstance } from './bundle.ts';
import { aCompany } from './company.ts';
import { countOpen, figuresOf, readRows } from './figures.ts';
import { aFleet, type Fleet } from './fleet.ts';
import { findPlace, type Place } from './place.ts';
import { failuresOf, lastLineOf, type Result, sentencesOf } from './result.ts';
import { type Settings, senderOf, settingsOf } from './settings.ts';
import { postFaults, storm, until } from './storm.ts';
import { WORLD } from './world.ts';

/**
 * `npm run chaos`: instances of the bundle as processes, killed again and again while they send to a Slack that loses
 * answers. Prints what was doubled and missed, ends with one line of JSON, and with 1 where a target is missed.
 */
/** What isn't closed so long after the last kill never will be (milliseconds). */
const GIVE_UP_MS = 600_000;

async function run(settings: Settings, place: Place, bundle: string): Promise<Result> {
  const sender = senderOf(settings);
  const database = await place.open();
  const company = await aCompany(database, settings.members, sender).finally(() => database.close());
  const { slack, clock, stories } = company;
  for (const fault of postFaults(settings)) slack.faults.add(fault);
  const world = { shiftMs: clock.now().getTime() - Date.now(), sender };
  const env = { ...place.env, ...slack.settings(), LOG_LEVEL: 'info', [WORLD]: JSON.stringify(world) };
  const fleet = aFleet(bundle, env, settings.instances);
  process.on('exit', fleet.killAll);
  const began = performance.now();
  await fleet.start();
  const done = await storm(fleet, settings, settings.members + stories);
  await untilClosed(fleet, place, settings.members + stories, sender.claimSeconds * 2_000);
  await fleet.stop();
  // What is still on its way to Slack may be a copy.
  await pause(settings.lateCommit * 1_000);
  const seconds = Math.round((performance.now() - began) / 1000);
  const figures = figuresOf(slack.dump(), await place.inside(readRows), company.members);
  await slack.close();
  return { settings, sender, storm: done, heard: fleet.heard, figures, stories, seconds };
}

/** The embedded database can be looked into only while nobody is at work: so its instance is stopped, and started again. */
async function untilClosed({ heard, start, stop }: Fleet, place: Place, messages: number, roundMs: number) {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  while (performance.now() < giveUpAt) {
    if (!place.shared) await until(() => heard.standing.size >= messages, roundMs);
    if (!place.shared) await stop();
    if ((await place.inside(countOpen)) === 0) return;
    if (!place.shared) await start();
    await pause(1_000);
  }
}

/** Whatever ends this process, nothing of it stays. */
function removeAtExit(...things: { remove(): void }[]) {
  process.on('exit', () => {
    for (const thing of things) thing.remove();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}

async function main() {
  const settings = settingsOf(process.argv.slice(2));
  const place = await findPlace(settings.db);
  const bundle = await bundleInstance();
  removeAtExit(place, bundle);
  const result = await run(settings, place, bundle.file);
  const failures = failuresOf(result);
  for (const sentence of [...sentencesOf(result), ...failures]) process.stdout.write(`${sentence}\n`);
  process.stdout.write(`${JSON.stringify(lastLineOf(result))}\n`);
  process.exit(failures.length === 0 ? 0 : 1);
}

await main();
