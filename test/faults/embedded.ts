import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ScriptedFault } from './fault.ts';
import { logsOne } from './job.ts';
import type { Scene } from './scene.ts';
import { until } from './waiting.ts';

const FULL = 12;
/** Longer than a lock may go without being renewed (seconds). */
const FROZEN = 20;
const MEETS = 60;

/** What it says about the mark, which needs room too. */
const UNKEPT = 'the mark of what was sent could not be kept';

const endsOf = ({ instances }: Scene) => instances.flatMap(({ ends }) => ends).length;

/** Does something, and waits until the process has ended of it. */
async function ends(scene: Scene, work: () => unknown) {
  const before = endsOf(scene);
  await work();
  await until('the process ends', () => endsOf(scene) > before, MEETS);
}

const restart = ({ instances }: Scene) => Promise.all(instances.map((one) => one.restart()));

/** An instance with the embedded database, and its disk. */
export const embeddedFaults: readonly ScriptedFault[] = [
  {
    name: `the disk of the embedded database is full for ${FULL} s`,
    ...{ point: 'disk: embedded database', kind: 'disk full', act: 'embedded', fillsDisk: true, mayEnd: [1] },
    async strike(scene) {
      scene.disk?.fill();
      const { heard = [] } = scene.instances[0] ?? {};
      const isTold = () => heard.some((said) => said !== UNKEPT) || endsOf(scene) > 0;
      await until('it has no room for a row', () => isTold() || logsOne(scene).then(isTold, isTold), MEETS);
      await pause(FULL * 1_000);
      return { clear: () => scene.disk?.empty() };
    },
  },
  {
    name: `at the start, the disk of the embedded database is full for ${FULL} s`,
    ...{
      point: 'disk: embedded database',
      kind: 'disk full at the start',
      act: 'embedded',
      fillsDisk: true,
      mayEnd: [1],
    },
    async strike(scene) {
      scene.disk?.fill();
      await restart(scene);
      await pause(FULL * 1_000);
      return { clear: () => scene.disk?.empty() };
    },
  },
  {
    name: 'the process with the embedded database is killed',
    ...{ point: 'disk: lock', kind: 'left by a dead process', act: 'embedded', short: true, mayEnd: ['SIGKILL'] },
    async strike(scene) {
      await ends(scene, () => scene.instances[0]?.crash());
      return {};
    },
  },
  {
    name: 'somebody takes the lock of the embedded database away',
    ...{ point: 'disk: lock', kind: 'taken away', act: 'embedded', mayEnd: [1] },
    async strike(scene) {
      await ends(scene, () => rmSync(path.join(scene.dataDir, 'db.lock'), { recursive: true, force: true }));
      return {};
    },
  },
  {
    name: `the process with the embedded database stands still for ${FROZEN} s, so that its lock grows stale`,
    ...{ point: 'disk: lock', kind: 'stale', act: 'embedded', mayEnd: [1] },
    async strike({ instances }) {
      instances[0]?.freeze();
      await pause(FROZEN * 1_000);
      return { clear: () => instances[0]?.thaw() };
    },
  },
  {
    name: 'the mark of what was sent can’t be written',
    ...{ point: 'disk: mark', kind: 'not writable', act: 'statements' },
    async strike(scene) {
      const isTold = () => scene.instances.some(({ heard }) => heard.includes(UNKEPT));
      const inTheWay = path.join(scene.dataDir, `${markIn(scene.dataDir)}.new`);
      mkdirSync(inTheWay);
      await until('it says so', isTold, MEETS);
      return { clear: () => rmdirSync(inTheWay) };
    },
  },
];

const markIn = (dir: string) => readdirSync(dir).find((file) => file.endsWith('.mark')) ?? '';
