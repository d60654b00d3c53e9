import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Tx } from '../../src/db/workspace.ts';
import { type Settings, settingStore } from '../../src/features/settings/index.ts';
import { systemIds } from '../../src/ids.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { aHouse, type House } from './house.ts';

type Wishes = Omit<Parameters<typeof aHouse>[0], 'database'> & { database?: TestDatabase };

/** The houses of one test file: a database for all of them; each is closed when its test is over. */
export type Street = {
  readonly database: TestDatabase;
  house(wishes: Wishes): Promise<House>;
  /** One transaction in the workspace of a house. */
  look<T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** What an admin chose, without the form. */
  choose<K extends keyof Settings>(house: House, key: K, value: Settings[K]): Promise<void>;
};

/** Called once at the top of a file. */
export function aStreet(): Street {
  let database: TestDatabase | undefined;
  let open: House[] = [];
  const theDatabase = () => {
    if (!database) throw new Error('the database is there from the first test on');
    return database;
  };
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    const closing = open;
    open = [];
    await Promise.all(closing.map((house) => house.close()));
  });
  afterAll(async () => database?.close());

  const look: Street['look'] = (house, work) => theDatabase().forWorkspace(house.workspaceId).run(work);
  return {
    get database() {
      return theDatabase();
    },
    async house(wishes) {
      const house = await aHouse({ database: theDatabase(), ...wishes });
      open.push(house);
      return house;
    },
    look,
    async choose(house, key, value) {
      const change = { by: 'UNOOR', at: house.clock.now(), id: systemIds.uuid() };
      await look(house, (tx) => settingStore(tx).set(key, value, change));
    },
  };
}

/** A minute passes: what had to wait its turn in a conversation is out. */
export const aMinuteLater = (house: House): Promise<void> =>
  house.turnTo(new Date(house.clock.now().getTime() + 60_000).toISOString());
