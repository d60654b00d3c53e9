import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../../src/db/migrate.ts';
import { type Database, databaseOn, MIGRATIONS } from '../../src/db/open.ts';
import { pglitePool } from '../../src/db/pglite-pool.ts';
import type { WorkspaceDb } from '../../src/db/workspace.ts';
import { tallyOutbox } from '../../src/delivery/counts.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { dayOf } from '../../src/time.ts';
import { noLog } from '../support/no-log.ts';
import type { SimDatabase } from './database.ts';
import { CUSTOMER } from './model/habits.ts';
import { sqlStores } from './stores.ts';

/** PGlite in memory, with the product's tables. */
export async function openPglite(): Promise<Database> {
  const db = await PGlite.create();
  const pool = pglitePool(db);
  await migrate(pool, MIGRATIONS, noLog);
  const close = async () => {
    await pool.end();
    await db.close();
  };
  return (
    await databaseOn({ kind: 'embedded', pool, patiently: (work) => work(pool), maintain: async () => {}, close })
  ).database;
}

/** A workspace of its own on a real database. `workspaceId` makes the keys. */
export async function onDatabase(database: Database, workspaceId: string, createdAt: Date): Promise<SimDatabase> {
  const who = { teamId: `T${workspaceId}`, name: 'Lindenhof', botUserId: 'U0MANTRA', installedBy: null };
  await database.workspaces.save({ id: workspaceId, createdAt, ...who });
  const db = database.forWorkspace(workspaceId);
  const customer = { ...CUSTOMER, folded: 'bakkerij zuid', doNotContact: false, addedAt: createdAt };
  await db.run((tx) => tx.customer.create({ data: customer }));
  return {
    ...{ workspaceId, db, stores: sqlStores },
    known: () =>
      db.run(async (tx) => ({
        people: (await tx.person.findMany({ orderBy: { userId: 'asc' } })).map((row) => ({
          ...row,
          lang: 'en' as const,
          joinedOn: row.joinedOn && dayOf(row.joinedOn),
        })),
        absences: (await tx.absence.findMany({ orderBy: [{ userId: 'asc' }, { fromDay: 'asc' }] })).map(
          ({ userId, fromDay, untilDay }) => ({ userId, from: dayOf(fromDay), until: untilDay && dayOf(untilDay) }),
        ),
        rests: (await tx.rest.findMany({ orderBy: { userId: 'asc' } })).map(({ userId, until }) => ({
          userId,
          until: until && dayOf(until),
        })),
      })),
    rows: () => db.run((tx) => tx.outbox.findMany({ omit: { workspaceId: true } })),
    tally: () => db.run(tallyOutbox),
    unaccounted: async () => [], // each year here has gone the same way in memory, where every row is looked at
    async erase(userId, tx) {
      await tx.person.deleteMany({ where: { userId } });
      await tx.absence.deleteMany({ where: { userId } });
      await tx.rest.deleteMany({ where: { userId } });
      await tx.nudge.deleteMany({ where: { userId } });
      await tx.outbox.deleteMany({ where: { recipient: userId } });
    },
    backup: () => backUp(db),
  };
}

/** Reads every table that is written here; the answer puts its rows back. */
async function backUp(db: WorkspaceDb): Promise<() => Promise<void>> {
  const kept = await db.run(async (tx) => ({
    people: await tx.person.findMany(),
    absences: await tx.absence.findMany(),
    rosters: await tx.roster.findMany(),
    rests: await tx.rest.findMany(),
    nudges: await tx.nudge.findMany(),
    conversations: await tx.conversation.findMany(),
    weeks: await tx.closedWeek.findMany(),
    spreads: await tx.nudgeSpread.findMany(),
    asked: await tx.asked.findMany(),
    settings: await tx.setting.findMany(),
    senders: await tx.sender.findMany(),
    outbox: await tx.outbox.findMany(),
  }));
  const settings = kept.settings.map(({ value, ...row }) => ({ ...row, value: value ?? Prisma.JsonNull }));
  return () =>
    db.run(async (tx) => {
      await tx.person.deleteMany();
      await tx.absence.deleteMany();
      await tx.roster.deleteMany();
      await tx.rest.deleteMany();
      await tx.nudge.deleteMany();
      await tx.conversation.deleteMany();
      await tx.closedWeek.deleteMany();
      await tx.nudgeSpread.deleteMany();
      await tx.asked.deleteMany();
      await tx.setting.deleteMany();
      await tx.sender.deleteMany();
      await tx.outbox.deleteMany();
      await tx.person.createMany({ data: kept.people });
      await tx.absence.createMany({ data: kept.absences });
      await tx.roster.createMany({ data: kept.rosters });
      await tx.rest.createMany({ data: kept.rests });
      await tx.nudge.createMany({ data: kept.nudges });
      await tx.conversation.createMany({ data: kept.conversations });
      await tx.closedWeek.createMany({ data: kept.weeks });
      await tx.nudgeSpread.createMany({ data: kept.spreads });
      await tx.asked.createMany({ data: kept.asked });
      await tx.setting.createMany({ data: settings });
      await tx.sender.createMany({ data: kept.senders });
      await tx.outbox.createMany({ data: kept.outbox });
    });
}
