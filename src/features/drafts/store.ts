import type { Tx } from '../../db/workspace.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** How long a form somebody left open, or a text typed behind a command, is kept. */
const KEPT_HOURS = 24;

type NewDraft = { id: string; userId: string; kind: string; fields: Prisma.InputJsonObject; now: Date };

/** Every look at a draft names its owner: an id from a view or button proves nothing. */
export const draftStore = (tx: Tx) => ({
  open: ({ id, userId, kind, fields, now }: NewDraft) =>
    tx.draft.create({
      data: { id, userId, kind, fields, expiresAt: new Date(now.getTime() + KEPT_HOURS * 3_600_000) },
    }),

  find: async (id: string, userId: string): Promise<Prisma.JsonValue | undefined> =>
    (await tx.draft.findFirst({ where: { id, userId } }))?.fields,

  write: (id: string, userId: string, fields: Prisma.InputJsonObject) =>
    tx.draft.updateMany({ where: { id, userId }, data: { fields } }),

  close: (id: string, userId: string) => tx.draft.deleteMany({ where: { id, userId } }),

  forgetExpired: (now: Date) => tx.draft.deleteMany({ where: { expiresAt: { lt: now } } }),
});
