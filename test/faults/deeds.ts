import type { Tx } from '../../src/db/workspace.ts';
import type { Visitor } from '../emulator/core/index.ts';
import { newest } from '../support/form.ts';
import { confirmationOf, fillsOne, saves } from './job.ts';
import type { SlackPoint } from './points.ts';
import type { Scene } from './scene.ts';
import { until } from './waiting.ts';

/** Readies somebody, and answers what they then do that makes the product call a method. */
type Deed = (scene: Scene) => Promise<() => Promise<unknown> | unknown>;

/**
 * How the product comes to call a method. `again`: a person whom the fault struck does it once more; else the product
 * itself tries again.
 */
export type Cause = { deed: Deed; again: boolean };

const SECONDS = 10;
const ADMIN = 'UNOOR';
const EXPORT = 'Export as files';
const IMPORT = 'Lijst inlezen';
const FILE = 'Welk bestand?';
/** Only a change is looked into: the admin chooses another one each time. */
const CHANNELS = ['C0BREAD', 'C0HERBS', 'C0HONEY'];
let choices = 0;

const byPerson = (deed: Deed): Cause => ({ deed, again: true });
const byItself = (deed: Deed): Cause => ({ deed, again: false });

/** What makes the product call each method; a message that goes out needs nobody, for there always is one. */
export const CAUSES: Readonly<Record<Exclude<SlackPoint, 'socket' | 'delivery'>, Cause>> = {
  'auth.test': byItself(async (scene) => () => restarted(scene)),
  'users.list': byItself(async (scene) => () => restarted(scene)),
  'apps.connections.open': byItself(
    async ({ slack }) =>
      () =>
        slack.dropSockets(),
  ),
  'chat.postMessage': byItself(async () => () => {}),
  'conversations.open': byItself(async (scene) => () => losesAnAnswer(scene)),
  'conversations.history': byItself(async (scene) => () => losesAnAnswer(scene)),
  'chat.update': byItself(async (scene) => {
    const somebody = await nudgedOne(scene);
    return () => somebody.picks('⋯', 'Next week');
  }),
  'chat.delete': byItself(async (scene) => {
    const { somebody, note } = await withConfirmation(scene);
    return () => {
      scene.saved.delete(note);
      return somebody.clicks('Withdraw');
    };
  }),
  'views.open': byPerson(async (scene) => {
    const somebody = scene.somebody();
    return () => somebody.types('/customer log');
  }),
  'views.update': byPerson(async (scene) => {
    const somebody = await withForm(scene);
    return () => somebody.clicks('Add more');
  }),
  'views.push': byPerson(async (scene) => {
    const somebody = await withForm(scene);
    // What goes wrong in a form is told in another one above it.
    return () => {
      scene.slack.faults.add({ method: 'views.update', times: 1, status: 500 });
      return somebody.clicks('Add more');
    };
  }),
  'views.publish': byPerson(async (scene) => {
    const somebody = scene.somebody();
    return () => somebody.opensHome();
  }),
  'conversations.replies': byPerson(async (scene) => {
    const { somebody } = await withConfirmation(scene);
    const above = newest(somebody);
    await somebody.types('And not on Fridays', above && { threadTs: above.ts });
    await until('an answer to what was typed', () => newest(somebody)?.readable.includes('I spoke') ?? false, SECONDS);
    return () => somebody.clicks('I spoke with a customer');
  }),
  'conversations.info': byPerson(async (scene) => {
    const admin = await inSettings(scene);
    await admin.fills({ 'Kanaal voor gedeelde verhalen': CHANNELS[choices++ % CHANNELS.length] ?? '' });
    return () => admin.submits();
  }),
  'files.info': byPerson(async (scene) => {
    const admin = await inSettings(scene);
    await admin.clicks(IMPORT);
    await until('the form for a file', () => admin.modal?.readable.includes(FILE) ?? false, SECONDS);
    await admin.fills({ [FILE]: [admin.uploads({ name: 'klanten.csv', content: 'Naam\nBakkerij Zuid' })] });
    return () => admin.submits();
  }),
  'files.getUploadURLExternal': byPerson(takesAlong),
  upload_url: byPerson(takesAlong),
  'files.completeUploadExternal': byPerson(takesAlong),
  'users.info': byPerson(async (scene) => {
    const somebody = scene.somebody();
    await scene.db?.run((tx) => forget(tx, somebody.userId));
    return () => somebody.types('/customer log');
  }),
  response_url: byPerson(async (scene) => {
    const somebody = scene.somebody();
    return () => somebody.types('/customer');
  }),
};

async function inSettings({ slack }: Scene): Promise<Visitor> {
  const admin = slack.as(ADMIN);
  if (admin.modal) await admin.closes({ all: true });
  await admin.types('/klant instellingen');
  await until('the settings', () => admin.modal !== undefined, SECONDS);
  return admin;
}

/** Wants a copy of what they saved. */
async function takesAlong(scene: Scene): Promise<() => Promise<unknown>> {
  const { somebody } = await withConfirmation(scene);
  await somebody.opensHome();
  await until('their Home', () => somebody.home?.readable.includes(EXPORT) ?? false, SECONDS);
  return () => somebody.clicks(EXPORT, { in: 'home' });
}

async function restarted({ instances }: Scene) {
  await Promise.all(instances.map((one) => one.restart()));
}

function losesAnAnswer({ slack }: Scene) {
  slack.faults.add({ method: 'chat.postMessage', times: 1, loseAnswer: true });
}

/** Somebody who hasn't answered their nudge yet. */
async function nudgedOne({ slack, nudged, answered }: Scene): Promise<Visitor> {
  const waiting = [...nudged].map((userId) => slack.as(userId)).filter(({ userId }) => !answered.has(userId));
  const isAsked = (one: Visitor) => newest(one) !== undefined;
  await until('somebody is nudged', () => waiting.some(isAsked), SECONDS);
  const one = waiting.find(isAsked);
  if (!one) throw new Error('nobody is nudged');
  answered.add(one.userId);
  return one;
}

async function withForm(scene: Scene): Promise<Visitor> {
  const somebody = scene.somebody();
  await fillsOne(somebody);
  return somebody;
}

async function withConfirmation(scene: Scene): Promise<{ somebody: Visitor; note: string }> {
  const somebody = scene.somebody();
  const note = await fillsOne(somebody);
  if (note === undefined || !(await saves(scene, somebody, note))) throw new Error('nothing could be saved');
  await until('the confirmation', () => confirmationOf(somebody, note) !== undefined, SECONDS);
  return { somebody, note };
}

const forget = (tx: Tx, userId: string) => tx.person.deleteMany({ where: { userId } });
