import type { Visitor } from '../emulator/core/index.ts';
import { fillsIn } from '../support/form.ts';
import { callsSince, isDone } from './called.ts';
import type { Scene } from './scene.ts';
import { until } from './waiting.ts';

/** Longer than this nobody waits for the whole job; a recovery that takes longer than its target is still measured (seconds). */
const PATIENCE = 100;
/** How long somebody looks at Slack before they do it again (seconds). */
const A_LOOK = 3;
const PRESSES = 8;
const CUSTOMER = 'Bakkerij Zuid';

let notes = 0;

/**
 * The whole job: the self-check is content, somebody's command opens its form, what they save is confirmed in their
 * direct message, and a nudge that is due goes out. Fails when it isn't done in time.
 */
export async function wholeJob(scene: Scene): Promise<void> {
  const from = scene.clock.now();
  await Promise.all([
    until('the self-check is content', () => areReady(scene), PATIENCE),
    until('a nudge goes out', () => wentOut(scene, from), PATIENCE),
    until('somebody’s conversation is saved and confirmed', () => logsOne(scene).catch(() => false), PATIENCE),
  ]);
}

const areReady = async ({ instances }: Scene) =>
  (await Promise.all(instances.map((one) => one.isReady()))).every(Boolean);

const wentOut = (scene: Scene, from: Date) =>
  callsSince(scene, from).some(
    (call) => call.method === 'chat.postMessage' && scene.nudged.has(String(call.args.channel)) && isDone(call),
  );

/** Somebody logs a conversation, from the command to the confirmation: whether all went well. */
export async function logsOne(scene: Scene): Promise<boolean> {
  const somebody = scene.somebody();
  const note = await fillsOne(somebody);
  return note !== undefined && (await saves(scene, somebody, note)) && isConfirmed(somebody, note);
}

/** Somebody opens the form and fills it in: the note in it; undefined where no form opened. */
export async function fillsOne(somebody: Visitor): Promise<string | undefined> {
  if (somebody.modal) await somebody.closes({ all: true });
  const note = `Note ${notes++} of ${somebody.userId}`;
  const { acked } = await somebody.types(`/customer log ${note}`);
  await until('a form', () => somebody.modal !== undefined, A_LOOK);
  await fillsIn(somebody, { lang: 'en', customer: CUSTOMER, how: 'Event' });
  return acked ? note : undefined;
}

/** Presses Save, again where the form says so. */
export async function saves(scene: Scene, somebody: Visitor, note: string): Promise<boolean> {
  for (let press = 0; press < PRESSES; press += 1) {
    const { acked, modal } = await somebody.submits();
    if (!acked || modal) continue;
    scene.saved.add(note);
    return true;
  }
  return false;
}

const isConfirmed = (somebody: Visitor, note: string) =>
  until('the confirmation', () => confirmationOf(somebody, note) !== undefined, A_LOOK).then(
    () => true,
    () => false,
  );

/** The message in somebody's direct message that says what was saved. */
export const confirmationOf = (somebody: Visitor, note: string) =>
  somebody.messages().find(({ bot, ephemeral, readable }) => bot && !ephemeral && readable.includes(note));
