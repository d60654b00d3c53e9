import type { Tx } from '../../db/workspace.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { plus } from '../../time.ts';

/** How long a form somebody left open, or a text typed behind a command, is kept. */
const KEPT_HOURS = 24;

/** How long a text is kept that somebody put aside for later. */
const ASIDE_HOURS = 180 * 24;

type NewDraft = { id: string; userId: string; kind: string; fields: Prisma.InputJsonObject; now: Date };

/** Every look at a draft names its owner: an id from a view or button proves nothing. */
export const draftStore = (tx: Tx) => ({
  open: ({ id, userId, kind, fields, now }: NewDraft) =>
    tx.draft.create({
      data: { id, userId, kind, fields, expiresAt: plus(now, { hours: KEPT_HOURS }) },
    }),

  find: async (id: string, userId: string): Promise<Prisma.JsonValue | undefined> =>
    (await tx.draft.findFirst({ where: { id, userId } }))?.fields,

  write: (id: string, userId: string, fields: Prisma.InputJsonObject) =>
    tx.draft.updateMany({ where: { id, userId }, data: { fields } }),

  /** Puts a text aside: one that is a draft already, or a new one. The same again changes nothing but what it is. */
  putAside: async ({ id, userId, kind, fields, now }: NewDraft) => {
    const expiresAt = plus(now, { hours: ASIDE_HOURS });
    await tx.draft.createMany({ data: { id, userId, kind, fields, expiresAt }, skipDuplicates: true });
    await tx.draft.updateMany({ where: { id, userId }, data: { kind, fields, expiresAt } });
  },

  /** Somebody's texts of these kinds, the newest first. */
  aside: (userId: string, kinds: readonly string[]) =>
    tx.draft.findMany({
      where: { userId, kind: { in: [...kinds] } },
      orderBy: [{ expiresAt: 'desc' }, { id: 'asc' }],
    }),

  close: (id: string, userId: string) => tx.draft.deleteMany({ where: { id, userId } }),

  forgetExpired: (now: Date) => tx.draft.deleteMany({ where: { expiresAt: { lt: now } } }),
});
