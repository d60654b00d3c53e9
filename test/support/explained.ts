import type { Tx, WorkspaceDb } from '../../src/db/workspace.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';

/**
 * Does the work and answers how the database would go about every raw question in it, under row-level security: with no
 * whole table read where an index could serve, so that a small table tells what a large one would do.
 */
export async function explained(db: WorkspaceDb, work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  await db.run(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const asking = new Proxy(tx, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name);
        if (name !== '$queryRaw') return found;
        return async (strings: TemplateStringsArray, ...values: unknown[]) => {
          const query = Prisma.sql(strings, ...values);
          const plan = await target.$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN (COSTS OFF) ${query}`;
          plans.push(plan.map((line) => line['QUERY PLAN']).join('\n'));
          return target.$queryRaw(query);
        };
      },
    });
    await work(asking);
  });
  return plans;
}
