import type { Database } from '../../src/db/open.ts';
import type { Tx, WorkspaceDb } from '../../src/db/workspace.ts';
import type { SenderOptions } from '../../src/delivery/options.ts';
import { createOutbox } from '../../src/delivery/rows.ts';
import { conversationStore } from '../../src/features/conversations/index.ts';
import { storyPut } from '../../src/features/conversations/messages.ts';
import { customerStore } from '../../src/features/customers/index.ts';
import { systemIds } from '../../src/ids.ts';
import { plus } from '../../src/time.ts';
import { type SeedPerson, type Slack, startEmulator } from '../emulator/core/index.ts';
import { manifest } from '../support/house.ts';
import { startsNudges } from '../support/moves.ts';
import { settingsFor, startIn } from '../support/plain-start.ts';
import { type TurnableClock, turnableClock } from '../support/turnable-clock.ts';
import { NOOR } from '../support/village.ts';

/** The day before a nudge, and the moment it is due: ten o'clock in Amsterdam on December's first working day. */
const THE_DAY_BEFORE = new Date('2026-11-30T08:30:00Z');
export const DUE = new Date('2026-12-01T09:00:00Z');
/** The next morning at nine, when also those are due whose nudges were spread over the day. */
const ALL_DUE = new Date('2026-12-02T08:00:00Z');

export const ZONE = 'Europe/Amsterdam';
const CHANNELS = ['C0CHEESE', 'C0BREAD', 'C0HERBS', 'C0HONEY', 'C0MILK'];
/** One shared conversation for so many people. */
const PEOPLE_PER_STORY = 50;

/** A Slack in which everybody is known to Mantra, and everything is due at the moment its clock now shows. */
export type Company = { slack: Slack; clock: TurnableClock; members: readonly string[]; stories: number };

/** The same the day before: nothing is due yet. `db` is its workspace. */
export type MetCompany = Omit<Company, 'stories'> & { db: WorkspaceDb };

/** Lets Mantra meet so many people the day before, with an admin who starts the nudges. */
export async function aMetCompany(
  database: Database,
  members: number,
  sender: Partial<SenderOptions>,
): Promise<MetCompany> {
  const people = [NOOR, ...Array.from({ length: members - 1 }, (_, n) => colleague(n))];
  const clock = turnableClock(THE_DAY_BEFORE, { running: true });
  const ids = people.map(({ id }) => id);
  const channels = CHANNELS.map((id) => ({ id, name: id.slice(2).toLowerCase(), members: ids, bot: true }));
  const team = { id: 'T0CHAOS', name: 'Lindenhof', domain: 'lindenhof' };
  const slack = await startEmulator({ manifest, clock, seed: { team, people, channels } });
  const mantra = await startIn(await settingsFor(slack), { clock, database, sender });
  slack.waitFor(mantra.busy);
  await mantra.idle();
  await startsNudges(slack.as(NOOR.id));
  await mantra.stop();
  const workspace = await database.workspaces.byTeam(team.id);
  return { slack, clock, members: ids, db: database.forWorkspace(workspace?.id ?? '') };
}

/**
 * A company that Mantra met the day before; puts stories for channels into the outbox, spread over the time that the
 * nudges take; and turns the clock to the first moment all of those are due.
 */
export async function aCompany(database: Database, members: number, sender: SenderOptions): Promise<Company> {
  const { slack, clock, members: ids, db } = await aMetCompany(database, members, sender);
  const stories = Math.ceil(members / PEOPLE_PER_STORY);
  await db.run((tx) => putStories(tx, stories, members / sender.ceiling));
  clock.jump(ALL_DUE);
  return { slack, clock, members: ids, stories };
}

const colleague = (n: number): SeedPerson => ({
  id: `U0P${n}`,
  name: `colleague${n}`,
  real_name: `Colleague ${n}`,
  tz: ZONE,
  locale: 'en-GB',
});

/** Held last month, so that their author is nudged like everybody else. */
async function putStories(tx: Tx, stories: number, seconds: number): Promise<void> {
  const by = { by: NOOR.id, at: THE_DAY_BEFORE };
  const customer = { name: 'Bakkerij Zuid', sort: 'customer', id: systemIds.uuid(), ...by } as const;
  const { id: customerId } = await customerStore(tx).findOrAdd(customer);
  const told = { ...CONVERSATION, customerId };
  const outbox = createOutbox();
  for (let n = 0; n < stories; n += 1) {
    const id = systemIds.uuid();
    await conversationStore(tx).add(id, NOOR.id, told, THE_DAY_BEFORE);
    const dueAt = plus(ALL_DUE, { seconds: Math.round((seconds * n) / stories) });
    await outbox.put(tx, [storyPut({ id }, CHANNELS[n % CHANNELS.length] ?? '', dueAt, ZONE)]);
  }
}

const CONVERSATION = {
  kind: 'call',
  learned: 'They order on Thursdays.',
  heldOn: '2026-11-27',
  readers: 'story',
  counts: true,
  need: null,
  said: null,
  initiative: null,
  level: null,
  minutes: null,
  topic: null,
} as const;
