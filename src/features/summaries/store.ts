import type { Tx } from '../../db/workspace.ts';

/** A closed week and its total of conversations after the noise. */
export type ClosedWeek = { week: string; conversations: number };

export const weekStore = (tx: Tx) => ({
  /** Which of these weeks have closed. */
  closed: async (from: string): Promise<string[]> =>
    (await tx.closedWeek.findMany({ where: { week: { gte: from } }, select: { week: true } })).map(({ week }) => week),

  /** Closes a week with its figure for ever: a second draw of noise would tell more than one may know. */
  close: (week: string, conversations: number, closedAt: Date): Promise<unknown> =>
    tx.closedWeek.createMany({ data: { week, conversations, closedAt }, skipDuplicates: true }),

  /** The closed weeks up to this one, oldest first. */
  upTo: async (week: string, n: number): Promise<ClosedWeek[]> => {
    const rows = await tx.closedWeek.findMany({ where: { week: { lte: week } }, orderBy: { week: 'desc' }, take: n });
    return rows.reverse();
  },

  /** When the first of its people was seen: there is nothing to count before. */
  began: async (): Promise<Date | undefined> => {
    const { _min } = await tx.person.aggregate({ _min: { firstSeenAt: true } });
    return _min.firstSeenAt ?? undefined;
  },

  /** Whether somebody has had a summary before this week's. */
  isFirst: async (kind: string, userId: string, week: string): Promise<boolean> =>
    (await tx.outbox.count({ where: { kind, recipient: userId, subject: { lt: week }, sentAt: { not: null } } })) === 0,
});

export type WeekStore = ReturnType<typeof weekStore>;
