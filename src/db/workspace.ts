import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';

/** A transaction bound to one workspace. Stores take this; the bare client never leaves src/db/. */
export type Tx = Prisma.TransactionClient;

export interface WorkspaceDb {
  /**
   * Runs `work` in one short transaction in which every statement, raw SQL and nested writes included, sees and
   * writes the rows of this workspace only (row-level security). No network call inside: the embedded database has
   * a single connection. A write for another workspace fails with SQLSTATE 42501.
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Whether this login may act as mantra_app. Where it may not create roles, FORCE binds the tables' owner, unless it is a superuser. */
export async function canActAsApp(prisma: PrismaClient): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ yes: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'mantra_app' AND pg_has_role(current_user, oid, 'MEMBER')) AS yes`;
  if (row?.yes) return true;
  const [me] = await prisma.$queryRaw<
    { super: boolean }[]
  >`SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user`;
  if (me?.super)
    throw new Error(
      'The database login is a superuser and the role mantra_app is missing: rows would not be kept apart.',
    );
  return false;
}

export function workspaceDb(prisma: PrismaClient, workspaceId: string, asApp: boolean): WorkspaceDb {
  return {
    run: (work) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('mantra.workspace', ${workspaceId}, true), set_config('role', CASE WHEN ${asApp} THEN 'mantra_app' ELSE current_user::text END, true)`;
        return work(tx);
      }),
  };
}
