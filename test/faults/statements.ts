import type { ScriptedFault, Struck } from './fault.ts';
import { fillsOne, saves } from './job.ts';
import { DATABASE_POINTS, type DatabasePoint } from './points.ts';
import type { Mishap } from './proxy.ts';
import type { Scene } from './scene.ts';
import { until } from './waiting.ts';

/** A point, what the product says there to its database (one text after the other), and what makes it say so. */
type Statement = { says: readonly string[]; cause: 'always' | 'restart' | 'form' | 'save' | 'self-check' };

type Point = Exclude<DatabasePoint, 'database: connection'>;

const COMMIT = 'COMMIT';
const SAVE = 'INSERT INTO "public"."conversations"';

/** There always is something to send, so the sender says its part without being asked. */
const STATEMENTS: Readonly<Record<Point, Statement>> = {
  'database: migrations': { says: ['_prisma_migrations'], cause: 'restart' },
  'database: role': { says: ['pg_has_role'], cause: 'restart' },
  'database: workspace': { says: ['INSERT INTO "public"."workspaces"'], cause: 'restart' },
  'database: enrolment': { says: ['INSERT INTO "public"."senders"'], cause: 'restart' },
  'database: look': { says: ['generate_series(1, 5)'], cause: 'always' },
  'database: upkeep': { says: ["SET state = 'expired'"], cause: 'always' },
  'database: lease': { says: ['UPDATE "public"."senders" SET "holder"'], cause: 'always' },
  'database: claim': { says: ['FOR UPDATE SKIP LOCKED'], cause: 'always' },
  'database: commit of a claim': { says: ['"tokens" = ', COMMIT], cause: 'always' },
  'database: record': { says: ['coalesce(settles_at, not_before)'], cause: 'always' },
  'database: commit of a record': { says: ['coalesce(settles_at, not_before)', COMMIT], cause: 'always' },
  'database: entry': { says: ['FROM "public"."people"'], cause: 'form' },
  'database: draft': { says: ['INSERT INTO "public"."drafts"'], cause: 'form' },
  'database: search': { says: ['FROM customer_words'], cause: 'form' },
  'database: save': { says: [SAVE], cause: 'save' },
  'database: commit of a save': { says: [SAVE, COMMIT], cause: 'save' },
  'database: tick': { says: ['GROUP BY zone'], cause: 'restart' },
  'database: count': { says: ['GROUP BY kind, state'], cause: 'restart' },
  'database: self-check': { says: ['SELECT 1\0'], cause: 'self-check' },
};

const KINDS: Readonly<Record<string, Mishap>> = {
  'breaks before it is done': 'break',
  'breaks when it is done, and nobody hears so': 'lose',
  'breaks in the middle of its answer': 'halve',
  'is never answered, over a connection that goes on standing': 'silence',
  'is answered three seconds late': 'slow',
};

const SHORT: Partial<Record<Point, string>> = {
  'database: commit of a claim': 'breaks when it is done, and nobody hears so',
  'database: commit of a save': 'breaks when it is done, and nobody hears so',
  'database: entry': 'breaks before it is done',
  'database: record': 'breaks in the middle of its answer',
};

const MEETS = 30;

/** Every mishap at every statement the product waits for; at the start, the process may end and be started again. */
export const statementFaults: readonly ScriptedFault[] = (Object.keys(STATEMENTS) as Point[]).flatMap((point) =>
  Object.entries(KINDS).map(
    ([kind, mishap]): ScriptedFault => ({
      name: `${point} (${DATABASE_POINTS[point]}) ${kind}`,
      ...{ point, kind, act: 'statements', short: SHORT[point] === kind },
      ...(STATEMENTS[point].cause === 'restart' && { mayEnd: [1] }),
      strike: (scene) => strike(scene, STATEMENTS[point], mishap),
    }),
  ),
);

async function strike(scene: Scene, { says, cause }: Statement, mishap: Mishap): Promise<Struck> {
  const { wayToDatabase, instances } = scene;
  const ambush = () => wayToDatabase.ambush({ says, mishap });
  const somebody = scene.somebody();
  const note = cause === 'save' ? await fillsOne(somebody) : undefined;
  ambush();
  const done = provoke();
  await until(`it says ${says.at(-1)}`, () => !wayToDatabase.waits(), MEETS);
  return { heals: () => done };

  async function provoke(): Promise<void> {
    if (cause === 'restart') await Promise.all(instances.map((one) => one.restart()));
    if (cause === 'form') await fillsOne(somebody).catch(() => undefined);
    if (cause === 'self-check') await Promise.all(instances.map((one) => one.isReady()));
    if (note !== undefined) await saves(scene, somebody, note);
  }
}
