import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';

/** A transaction bound to one workspace. Stores take this; the bare client never leaves src/db/. */
export type Tx = Prisma.TransactionClient;

export type WorkspaceDb = {
  /**
   * Runs `work` in one short transaction in which every statement, raw SQL and nested writes included, sees and
   * writes the rows of this workspace only (row-level security). No network call inside: the embedded database has
   * a single connection. A write for another workspace fails with SQLSTATE 42501.
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** Binds every transaction to one workspace, as the role `mantra_app` where this login may act as it. */
export function workspaceDb(prisma: PrismaClient, workspaceId: string, asApp: boolean): WorkspaceDb {
  if (workspaceId === '') throw new Error('A workspace has an id: the empty one is what a forgotten setting reads as.');
  return {
    run: (work) =>
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('mantra.workspace', ${workspaceId}, true),
          set_config('role', CASE WHEN ${asApp} THEN 'mantra_app' ELSE current_user::text END, true)`;
        return work(tx);
      }),
  };
}

/**
 * Whether this login may act as mantra_app. Where it could not create the role, FORCE binds the tables' owner,
 * but never a superuser: that is an error.
 */
export async function canActAsApp(prisma: PrismaClient): Promise<boolean> {
  const [login] = await prisma.$queryRaw<{ asApp: boolean; bypasses: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'mantra_app' AND pg_has_role(current_user, oid, 'MEMBER')) AS "asApp",
      rolsuper OR rolbypassrls AS bypasses
    FROM pg_roles WHERE rolname = current_user`;
  if (login?.asApp) return true;
  if (login?.bypasses)
    throw new Error(
      'The database login ignores row-level security and the role mantra_app is missing: workspaces would not be kept apart.',
    );
  return false;
}
