import { setTimeout as realTime } from 'node:timers/promises';
import { systemClock } from '../../../src/clock.ts';
import type { WorkspaceDb } from '../../../src/db/workspace.ts';
import { customerStore } from '../../../src/features/customers/index.ts';
import { importStore, runImport } from '../../../src/features/imports/index.ts';
import { settingStore } from '../../../src/features/settings/index.ts';
import { systemIds } from '../../../src/ids.ts';
import { findPlace } from '../../chaos/place.ts';
import { freshWorkspace } from '../../support/database.ts';
import type { Figures } from '../report.ts';

/** How often somebody asks for something while a file is read, in milliseconds. */
const EVERY_MS = 50;

const NAMES = ['Bakkerij', 'Slagerij', 'Tuinderij', 'Installatiebedrijf', 'Café', 'Woningcorporatie', 'Gemeente'];

/** A list as a CRM writes it; invented. */
const aList = (rows: number): Buffer =>
  Buffer.from(
    `Klantnummer;Naam;Status;Segment;Niet benaderen\r\n${Array.from(
      { length: rows },
      (_, n) => `D${n};${NAMES[n % NAMES.length]} Zuid ${n};klant;Segment ${n % 40};${n % 50 === 0 ? 'ja' : ''}\r\n`,
    ).join('')}`,
  );

/** Brings a list, and the same list once more, while somebody asks for something all the time. */
export async function measureImport(db: 'pg' | 'embedded', rows: number): Promise<Figures> {
  const place = await findPlace(db);
  const database = await place.open();
  const { db: bound } = await freshWorkspace(database);
  const list = aList(rows);
  const first = await whileAsked(bound, () => brings(bound, list));
  const again = await whileAsked(bound, () => brings(bound, list));
  const found = await bound.run((tx) => customerStore(tx).search('cafe zuid 4', 100));
  await database.close();
  place.remove();
  return {
    [`${db}: rows not there`]: rows - first.added + (found.length === 0 ? 1 : 0),
    [`${db}: rows changed the second time`]: again.added + again.changed,
    [`${db}: seconds`]: first.seconds,
    [`${db}: longest wait meanwhile, ms`]: first.longest,
    [`${db}: seconds the second time`]: again.seconds,
    [`${db}: longest wait the second time, ms`]: again.longest,
  };
}

async function brings(db: WorkspaceDb, bytes: Buffer) {
  const id = systemIds.uuid();
  await db.run((tx) => importStore(tx).begin(id, null, systemClock.now()));
  const came = await runImport(
    { db, clock: systemClock, ids: systemIds },
    { id, by: null, bytes, told: async () => {} },
  );
  if ('refused' in came) throw new Error(came.refused);
  return came;
}

/** What every request begins with, asked over and over: how long the slowest waited. */
async function whileAsked<T>(
  db: WorkspaceDb,
  work: () => Promise<T>,
): Promise<T & { seconds: number; longest: number }> {
  let over = false;
  let longest = 0;
  const asking = async () => {
    // From when it was to be asked: while the embedded database is at work, nothing in this process is.
    for (let due = performance.now(); !over; due = performance.now() + EVERY_MS) {
      await realTime(due - performance.now());
      await db.run((tx) => settingStore(tx).all());
      longest = Math.max(longest, performance.now() - due);
    }
  };
  const asker = asking();
  const begun = performance.now();
  const came = await work();
  const seconds = (performance.now() - begun) / 1000;
  over = true;
  await asker;
  return { ...came, seconds, longest };
}
