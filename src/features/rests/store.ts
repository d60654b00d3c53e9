import type { Tx } from '../../db/workspace.ts';
import { dayOf } from '../../time.ts';
import type { Rest } from './rules.ts';

/** Who rests, who has stopped, and who is left in peace because nobody answered. */
export const restStore = (tx: Tx) => ({
  /** The rest somebody asked for last; it may be over. */
  find: async (userId: string): Promise<Rest | undefined> => {
    const row = await tx.rest.findFirst({ where: { userId } });
    return row ? { until: row.until && dayOf(row.until) } : undefined;
  },

  /** From now on this is their rest, in the place of any other. */
  rest: (userId: string, { until }: Rest, at: Date): Promise<unknown> => tx.$executeRaw`
    INSERT INTO rests (user_id, until, at) VALUES (${userId}, ${until}::date, ${at}::timestamptz)
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET until = excluded.until, at = excluded.at`,

  comeBack: (userId: string): Promise<unknown> => tx.rest.deleteMany({ where: { userId } }),

  /** They did something: what was sent to them until now was not in vain, and nobody is silent to them any more. */
  acted: (userId: string): Promise<unknown> =>
    tx.nudge.updateMany({ where: { userId, noticed: false }, data: { noticed: true } }),

  /** Whether they were told that they are left in peace, and have done nothing since. */
  isQuiet: async (userId: string): Promise<boolean> =>
    (await tx.nudge.count({ where: { userId, closing: true, noticed: false } })) > 0,
});

export type RestStore = ReturnType<typeof restStore>;
