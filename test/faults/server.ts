import { setTimeout as pause } from 'node:timers/promises';
import type { ScriptedFault, Struck } from './fault.ts';
import type { DatabasePoint } from './points.ts';
import type { Scene } from './scene.ts';
import { asks, clusterOf, endAll, lock, takeAll } from './sessions.ts';
import { until } from './waiting.ts';

/** Longer than a request of somebody's may take, and than a lease (seconds). */
const AWAY = 12;
const MEETS = 30;

type Sort = {
  name: string;
  point?: DatabasePoint;
  mayEnd?: boolean;
  short?: boolean;
  fillsDisk?: boolean;
  strike(scene: Scene): Promise<Struck>;
};

const isNotReady = ({ instances }: Scene) =>
  until('the self-check says so', async () => !(await instances[0]?.isReady()), MEETS);

/** Something is so for a while. */
const lasting =
  (begin: (scene: Scene) => unknown, clear: (scene: Scene) => unknown, noticed = isNotReady) =>
  async (scene: Scene): Promise<Struck> => {
    await begin(scene);
    await noticed(scene);
    await pause(AWAY * 1_000);
    return { clear: () => clear(scene) };
  };

const restart = ({ instances }: Scene) => Promise.all(instances.map((one) => one.restart()));

/** The server needs a new piece of its log, and has no room for it: it ends itself, and can't start. */
async function fillUnderWork(scene: Scene) {
  scene.disk?.fill();
  await asks(scene, 'SELECT pg_switch_wal()').catch(() => {});
}

/** Something happens at once to all connections, and others must come in their place. */
const replaced =
  (happens: (scene: Scene) => unknown) =>
  async (scene: Scene): Promise<Struck> => {
    const { wayToDatabase } = scene;
    const before = wayToDatabase.came();
    await happens(scene);
    return { heals: () => until('another connection comes', () => wayToDatabase.came() > before, MEETS) };
  };

/** The server as a whole, and the way to it. */
const SORTS: readonly Sort[] = [
  {
    name: `the server is cut off like by a power cut, and is back after ${AWAY} s`,
    short: true,
    strike: lasting(
      (scene) => clusterOf(scene).cut(),
      (scene) => clusterOf(scene).start(),
    ),
  },
  {
    name: `the server’s processes stand still for ${AWAY} s`,
    strike: lasting(
      (scene) => clusterOf(scene).signal('SIGSTOP'),
      (scene) => clusterOf(scene).signal('SIGCONT'),
    ),
  },
  {
    name: 'the server ends every connection at once',
    short: true,
    strike: replaced(endAll),
  },
  {
    name: `the server lets nobody in for ${AWAY} s, and ends who is in`,
    strike: lasting(
      (scene) => {
        scene.wayToDatabase.newcomers('refuse');
        return endAll(scene);
      },
      (scene) => scene.wayToDatabase.heal(),
    ),
  },
  {
    name: 'every connection goes on standing, and nothing passes any more; new ones work',
    strike: replaced(({ wayToDatabase }) => wayToDatabase.all('silence')),
  },
  {
    name: `every connection, new ones too, goes on standing, and nothing passes for ${AWAY} s`,
    strike: lasting(
      ({ wayToDatabase }) => {
        wayToDatabase.newcomers('silence');
        wayToDatabase.all('silence');
      },
      ({ wayToDatabase }) => wayToDatabase.heal(),
    ),
  },
  {
    name: 'every connection is reset at once',
    strike: replaced(({ wayToDatabase }) => wayToDatabase.all('break')),
  },
  {
    name: `somebody locks the table of messages for ${AWAY} s`,
    async strike(scene) {
      const release = await lock(scene, 'LOCK TABLE outbox');
      await pause(AWAY * 1_000);
      return { clear: release };
    },
  },
  {
    name: `the server’s disk is full for ${AWAY} s`,
    fillsDisk: true,
    strike: lasting(
      (scene) => fillUnderWork(scene),
      (scene) => {
        scene.disk?.empty();
        if (!clusterOf(scene).isUp()) clusterOf(scene).start();
      },
    ),
  },
  {
    name: 'at the start, the server isn’t there',
    mayEnd: true,
    strike: lasting(
      (scene) => {
        clusterOf(scene).cut();
        return restart(scene);
      },
      (scene) => clusterOf(scene).start(),
    ),
  },
  {
    name: 'at the start, connections are taken and never answered',
    mayEnd: true,
    strike: lasting(
      async (scene) => {
        scene.wayToDatabase.newcomers('silence');
        await restart(scene);
      },
      ({ wayToDatabase }) => wayToDatabase.heal(),
    ),
  },
  {
    name: 'at the start, the server has no connection to spare',
    mayEnd: true,
    async strike(scene) {
      const [instance] = scene.instances;
      await instance?.stop();
      const giveBack = await takeAll(scene);
      instance?.start();
      await pause(AWAY * 1_000);
      return { clear: giveBack };
    },
  },
  {
    name: `at the start, somebody else is at the migrations for ${AWAY} s`,
    point: 'database: migrations',
    async strike(scene) {
      const release = await lock(scene, 'SELECT pg_advisory_xact_lock(72707369)');
      await restart(scene);
      await pause(AWAY * 1_000);
      return { clear: release };
    },
  },
];

/** What happens to the server, and to all connections to it. */
export const serverFaults: readonly ScriptedFault[] = SORTS.map(
  ({ point = 'database: connection', mayEnd, ...sort }) => ({
    ...sort,
    ...{ point, kind: sort.name, act: 'server', ...(mayEnd && { mayEnd: [1] }) },
  }),
);
