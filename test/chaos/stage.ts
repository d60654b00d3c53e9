import { setTimeout as pause } from 'node:timers/promises';
import type { SenderOptions } from '../../src/delivery/options.ts';
import { removeAtExit } from '../support/at-exit.ts';
import { bundleInstance } from './bundle.ts';
import { aCompany, type Company } from './company.ts';
import { countOpen, type Figures, figuresOf, readRows } from './figures.ts';
import { aFleet, type Fleet } from './fleet.ts';
import { findPlace, type Place } from './place.ts';
import { type Settings, senderOf } from './settings.ts';
import { postFaults, until } from './storm.ts';
import { WORLD } from './world.ts';

/** A company whose nudges are due, its Slack with its faults, and instances that are ready to be started. */
export type Stage = {
  company: Company;
  place: Place;
  fleet: Fleet;
  sender: SenderOptions;
  /** Messages that are due when the instances start. */
  messages: number;
};

/** What isn't closed so long after the last kill never will be (milliseconds). */
const GIVE_UP_MS = 600_000;

/** Prepares all that; whatever ends this process, nothing of it stays. */
export async function setStage(settings: Settings): Promise<Stage> {
  const sender = senderOf(settings);
  const place = await findPlace(settings.db);
  const bundle = await bundleInstance();
  const database = await place.open();
  const company = await aCompany(database, settings.members, sender).finally(() => database.close());
  const { slack, clock, stories } = company;
  for (const fault of postFaults(settings)) slack.faults.add(fault);
  const world = { shiftMs: clock.now().getTime() - Date.now(), sender };
  const env = { ...place.env, ...slack.settings(), LOG_LEVEL: 'info', [WORLD]: JSON.stringify(world) };
  const fleet = aFleet(bundle.file, env, settings.instances);
  removeAtExit(fleet.killAll);
  return { company, place, fleet, sender, messages: settings.members + stories };
}

/** Waits until every message is closed, stops the instances, and counts what stands in Slack. */
export async function finish({ company, place, fleet, sender, messages }: Stage, lateCommit: number): Promise<Figures> {
  await untilClosed(fleet, place, messages, sender.claimSeconds * 2_000);
  await fleet.stop();
  // What is still on its way to Slack may be a copy.
  await pause(lateCommit * 1_000);
  const figures = figuresOf(company.slack.dump(), await place.inside(readRows), company.members);
  await company.slack.close();
  return figures;
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
