import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ScriptedFault, Struck } from './fault.ts';
import type { DatabasePoint } from './points.ts';
import type { Scene } from './scene.ts';
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

const cluster = ({ cluster: it }: Scene) => {
  if (!it) throw new Error('this act has no server');
  return it;
};

/** Something is so for a while. */
const lasting =
  (begin: (scene: Scene) => unknown, clear: (scene: Scene) => unknown, noticed = isNotReady) =>
  async (scene: Scene): Promise<Struck> => {
    await begin(scene);
    await noticed(scene);
    await pause(AWAY * 1_000);
    return { clear: () => clear(scene) };
  };

/** A session of the script's own, by a way on which nothing goes wrong. */
async function session(scene: Scene): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: cluster(scene).url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function asks(scene: Scene, sql: string): Promise<void> {
  const client = await session(scene);
  await client.query(sql).finally(() => client.end());
}

const endAll = (scene: Scene) =>
  asks(
    scene,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'",
  );

/** Takes a lock in a transaction that goes on until the answer is called. */
async function lock(scene: Scene, sql: string): Promise<() => Promise<void>> {
  const client = await session(scene);
  await client.query('BEGIN');
  await client.query(sql);
  return () => client.end();
}

/** Takes every connection the server has to give; the answer gives them back. */
async function takeAll(scene: Scene): Promise<() => Promise<void>> {
  const taken: pg.Client[] = [];
  for (let full = false; !full; )
    full = await session(scene).then(
      (one) => taken.push(one) < 0,
      () => true,
    );
  return async () => {
    for (const one of taken) await one.end();
  };
}

/** The server needs a new piece of its log, and has no room for it: it ends itself, and can't start. */
async function fillUnderWork(scene: Scene) {
  scene.disk?.fill();
  await asks(scene, 'SELECT pg_switch_wal()').catch(() => {});
}

const restart = ({ instances }: Scene) => Promise.all(instances.map((one) => one.restart()));

/** The server as a whole, and the way to it. */
const SORTS: readonly Sort[] = [
  {
    name: `the server is cut off like by a power cut, and is back after ${AWAY} s`,
    short: true,
    strike: lasting(
      (scene) => cluster(scene).cut(),
      (scene) => cluster(scene).start(),
    ),
  },
  {
    name: `the server’s processes stand still for ${AWAY} s`,
    strike: lasting(
      (scene) => cluster(scene).signal('SIGSTOP'),
      (scene) => cluster(scene).signal('SIGCONT'),
    ),
  },
  {
    name: 'the server ends every connection at once',
    short: true,
    async strike(scene) {
      await endAll(scene);
      return {};
    },
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
    async strike({ wayToDatabase }) {
      wayToDatabase.all('silence');
      return {};
    },
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
    async strike({ wayToDatabase }) {
      wayToDatabase.all('break');
      return {};
    },
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
        if (!cluster(scene).isUp()) cluster(scene).start();
      },
    ),
  },
  {
    name: 'at the start, the server isn’t there',
    mayEnd: true,
    strike: lasting(
      (scene) => {
        cluster(scene).cut();
        return restart(scene);
      },
      (scene) => cluster(scene).start(),
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
