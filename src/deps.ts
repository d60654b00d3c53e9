import type { WebClient } from '@slack/web-api';
import type { Clock } from './clock.ts';
import type { WorkspaceDb } from './db/workspace.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { Feature } from './feature.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { Lang } from './texts.ts';

/** The house as its settings describe it: language of shared texts, zone of its weeks and months, country of its holidays. */
export type Workspace = {
  id: string;
  teamId: string;
  botUserId: string;
  installedBy: string | null;
  /** Slack user ids of those an admin appointed. */
  leaders: readonly string[];
  lang: Lang;
  zone: string;
  /** Where its holidays are (people/holidays.ts): `NL`, `DE-BY`. */
  country: string;
  /** Names of the status emoji that say somebody is away. */
  awayEmoji: readonly string[];
};

/**
 * Everything a habit may touch outside its own head, bound to one workspace. Built in start.ts or in a test;
 * nothing is reached through a global.
 */
export type Deps = {
  db: WorkspaceDb;
  /** The interactive client: `views.*` and one person's `users.info`. It waits 2.5 s at most and never retries. */
  slack: WebClient;
  /** The client for what may take its time, such as files: it waits 15 s. Whoever uses it waits for Slack's Retry-After. */
  bulk: WebClient;
  /** The only way to say something to somebody who didn't just click. */
  outbox: Outbox;
  clock: Clock;
  ids: Ids;
  log: Log;
  workspace: Workspace;
  /** Every habit, for the rooms that are made of all of them: Home, help, settings, the menu. */
  features: readonly Feature[];
};
