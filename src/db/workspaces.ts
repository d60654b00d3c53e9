import type { PrismaClient } from '../generated/prisma/client.ts';

/** A Slack team that installed Mantra. `id` is ours, `teamId` Slack's. */
export type Installation = {
  id: string;
  teamId: string;
  name: string;
  botUserId: string;
  installedBy: string | null;
  createdAt: Date;
};

/** The list of workspaces: the one table that isn't bound to one. */
export type Workspaces = {
  list(): Promise<Installation[]>;
  /** By the team of the request, never the enterprise's id. */
  byTeam(teamId: string): Promise<Installation | undefined>;
  /** Adds the team, or brings name, bot and installer of a known one up to date. A known team keeps its `id` and `createdAt`. */
  save(installation: Installation): Promise<Installation>;
};

export const workspacesIn = (prisma: PrismaClient): Workspaces => ({
  list: () => prisma.workspace.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  byTeam: async (teamId) => (await prisma.workspace.findUnique({ where: { teamId } })) ?? undefined,
  save: (installation) => {
    const { name, botUserId, installedBy } = installation;
    return prisma.workspace.upsert({
      where: { teamId: installation.teamId },
      create: installation,
      // Who installed it stays known when a later start doesn't say.
      update: { name, botUserId, ...(installedBy !== null && { installedBy }) },
    });
  },
});
