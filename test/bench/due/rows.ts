import type { Database } from '../../../src/db/open.ts';
import type { Tx } from '../../../src/db/workspace.ts';
import { askDue } from '../../../src/delivery/due.ts';
import { systemIds } from '../../../src/ids.ts';
import { plus } from '../../../src/time.ts';
import { type Figures, median } from '../report.ts';
import { aCompany, type Company } from './company.ts';

/** When the nudges of two days are due in every zone, and nowhere over. */
const ALL_DUE = new Date('2026-12-03T02:59:30Z');
/** When nothing is due anywhere. */
const MID_MONTH = new Date('2026-12-16T11:00:00Z');

const IDLE_TICKS = 15;

/** Puts everybody's nudge into the outbox, twice by hand and once in between as the product does, and then ticks idly. */
export async function measureRows(name: string, database: Database, members: number, zones: number): Promise<Figures> {
  const company = await aCompany(database, members, zones);
  const { deps } = company;
  const before = await raw(database, company);
  let rows = 0;
  company.clock.jump(ALL_DUE);
  const product = await timed(async () => {
    rows = await askDue(deps, ALL_DUE);
  });
  const after = await raw(database, company);
  const nudgeDay = await idleTick(company, plus(ALL_DUE, { minutes: 1 }));
  const ordinaryDay = await idleTick(company, MID_MONTH);
  await company.close();
  const [ms, cpuMs] = [(before.ms + after.ms) / 2, (before.cpuMs + after.cpuMs) / 2];
  return {
    [`${name}: rows missing or doubled`]: Math.abs(members - rows),
    [`${name}: rows, × raw SQL`]: product.ms / ms,
    [`${name}: rows, CPU here, × raw SQL`]: product.cpuMs / cpuMs,
    [`${name}: rows, ms`]: product.ms,
    [`${name}: rows, raw SQL, ms`]: ms,
    [`${name}: idle tick on a nudge’s day, ms`]: nudgeDay,
    [`${name}: idle tick, ms`]: ordinaryDay,
  };
}

/** The same rows for the same people in another workspace, as nobody could write them faster: a statement for each table. */
async function raw(database: Database, { deps }: Company) {
  const { id } = await database.workspaces.save({
    ...{ id: systemIds.uuid(), teamId: `T${systemIds.uuid()}`, name: 'Raw' },
    ...{ botUserId: 'U0BOT', installedBy: null, createdAt: ALL_DUE },
  });
  const people = await deps.db.run((tx) =>
    tx.person.findMany({ select: { userId: true }, orderBy: { userId: 'asc' } }),
  );
  const ids = people.map(({ userId }) => userId);
  const db = database.forWorkspace(id);
  const spent = await timed(() => db.run((tx) => insert(tx, ids)));
  await db.run((tx) => tx.outbox.deleteMany());
  await db.run((tx) => tx.nudge.deleteMany());
  await database.maintain();
  return spent;
}

async function insert(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO nudges (user_id, month) SELECT id, '2026-12' FROM unnest(${[...ids]}::text[]) AS id`;
  await tx.$executeRaw`
    INSERT INTO outbox (key, kind, recipient, subject, unasked, monthly_habit, priority, due_at, expires_at, not_before)
    SELECT md5(id)::uuid, 'nudges.monthly', id, '2026-12', true, true, 4, ${ALL_DUE}::timestamptz,
      ${ALL_DUE}::timestamptz, ${ALL_DUE}::timestamptz FROM unnest(${[...ids]}::text[]) AS id`;
}

/** A look at what is due when everything has been seen to. */
async function idleTick({ workspace, clock }: Company, from: Date): Promise<number> {
  const took: number[] = [];
  for (let minute = 0; minute <= IDLE_TICKS; minute += 1) {
    clock.jump(plus(from, { minutes: minute }));
    const { ms } = await timed(() => workspace.tick(clock.now()));
    await workspace.nights.done();
    // The first begins the night's work.
    if (minute > 0) took.push(ms);
  }
  return median(took);
}

/** How long it took and how much CPU time of this process (milliseconds). */
async function timed(work: () => Promise<unknown>) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1_000 };
}
