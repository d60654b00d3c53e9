import type { Tx } from '../../db/workspace.ts';
import { dateOf, dayOf } from '../../time.ts';

/** A conversation at which somebody is said to have been: what they may know of it. `author` is a Slack user id. */
export type Joint = { conversationId: string; author: string; customer: string; heldOn: string };

export const companionStore = (tx: Tx) => ({
  /** Whom the author of a conversation names, whatever they answered: for the author's eyes. */
  named: async (conversationId: string, author: string): Promise<string[]> => {
    const where = { conversationId, conversation: { userId: author } };
    const rows = await tx.companion.findMany({ where, orderBy: { userId: 'asc' } });
    return rows.map(({ userId }) => userId);
  },

  /** The author names these and nobody else. Who was named before keeps their answer. */
  name: async (conversationId: string, userIds: readonly string[], namedAt: Date): Promise<void> => {
    await tx.companion.deleteMany({ where: { conversationId, userId: { notIn: [...userIds] } } });
    await tx.companion.createMany({
      data: userIds.map((userId) => ({ conversationId, userId, namedAt })),
      skipDuplicates: true,
    });
  },

  /** False where nobody says that this person was there. */
  answer: async (conversationId: string, userId: string, answer: 'yes' | 'no'): Promise<boolean> => {
    const { count } = await tx.companion.updateMany({ where: { conversationId, userId }, data: { answer } });
    return count > 0;
  },

  /** The conversation itself, as far as it matters to somebody who was there. */
  held: async (conversationId: string, userId: string) => {
    const select = { conversation: { select: { customerId: true, heldOn: true, counts: true } } };
    const found = await tx.companion.findFirst({ where: { conversationId, userId }, select });
    return found && { ...found.conversation, heldOn: dayOf(found.conversation.heldOn) };
  },

  /** What somebody hasn't answered yet, the newest first. */
  waiting: (userId: string, n: number): Promise<Joint[]> => find(tx, { userId, answer: null }, n),

  /** Where somebody says they were, between two days inclusive, the newest first. */
  confirmed: (userId: string, from: string, to: string, n: number): Promise<Joint[]> =>
    find(tx, { userId, answer: 'yes', conversation: { heldOn: { gte: dateOf(from), lte: dateOf(to) } } }, n),
});

async function find(tx: Tx, where: NonNullable<Parameters<Tx['companion']['findMany']>[0]>['where'], take: number) {
  const rows = await tx.companion.findMany({
    ...(where && { where }),
    select: { conversationId: true, conversation: { select: OF_CONVERSATION } },
    orderBy: [{ conversation: { heldOn: 'desc' } }, { conversationId: 'asc' }],
    take,
  });
  return rows.map(({ conversationId, conversation: { userId, customer, heldOn } }) => ({
    conversationId,
    author: userId,
    customer: customer.name,
    heldOn: dayOf(heldOn),
  }));
}

/** Never its words: those are for whom their author chose. */
const OF_CONVERSATION = { userId: true, heldOn: true, customer: { select: { name: true } } } as const;
