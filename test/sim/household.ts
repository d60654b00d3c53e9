import type { Tx } from '../../src/db/workspace.ts';
import type { Deps } from '../../src/deps.ts';
import type { Person } from '../../src/features/people/index.ts';
import type { Chance } from './chance.ts';
import type { SimDatabase } from './database.ts';
import type { SimSlack } from './slack.ts';

/** What somebody does, with their click or word as the house hears of it. */
export type Deed = {
  /** Slack knows it, and tells it until it is heard. */
  lasting?: true;
  says: string;
  of(deps: Deps, tx: Tx): Promise<unknown>;
};

/** Where stories go, and where they may go instead. */
export const CHANNELS = ['C0STORIES', 'C0NEWS'];

/** Those who live in the house, by what the database knows of them. */
export type Household = {
  chance: Chance;
  database: SimDatabase;
  slack: SimSlack;
  zones: readonly string[];
  /** Conversations so far. */
  told: { id: string; userId: string }[];
};

/** How a deed comes about; undefined where it can't. */
export type Make = (house: Household, one: Person, now: Date) => Deed | undefined;
