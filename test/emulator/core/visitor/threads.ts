import type { World } from '../session.ts';
import type { StoredMessage } from '../state.ts';
import { answersIn, findMessage } from '../timeline.ts';

type Thread = { channel: string; parent: StoredMessage; answers: readonly StoredMessage[]; unread: number };

/** Where it is kept up to which answer somebody has read a thread. */
export const threadKey = (channel: string, ts: string) => `${channel} ${ts}`;

/** How many of the threads somebody is in have something new. */
export const unreadThreads = (world: World, userId: string) =>
  threadsIn(world, userId).filter(({ unread }) => unread > 0).length;

/** The threads somebody is in, the one with the newest answer first. */
export function threadsIn(world: World, userId: string): Thread[] {
  const mine = Object.values(world.state.channels).filter(({ members }) => members.includes(userId));
  return mine
    .flatMap(({ id }) => threadsOf(world, id))
    .filter(({ parent, answers }) => [parent, ...answers].some((message) => concerns(message, userId)))
    .map((thread) => ({ ...thread, unread: unreadIn(world, userId, thread) }))
    .sort((one, other) => newestIn(other) - newestIn(one));
}

const threadsOf = (world: World, channel: string): Omit<Thread, 'unread'>[] =>
  [...answersIn(world, channel)].flatMap(([ts, answers]) => {
    const parent = findMessage(world, channel, ts);
    return parent ? [{ channel, parent, answers }] : [];
  });

const concerns = ({ user, text }: StoredMessage, userId: string) => user === userId || text.includes(`<@${userId}`);

/** What others answered since this person read the thread, or wrote in it. */
function unreadIn(world: World, userId: string, { channel, parent, answers }: Omit<Thread, 'unread'>): number {
  const read = world.state.read[userId]?.[threadKey(channel, parent.ts)] ?? '0';
  const own = answers.findLast(({ user }) => user === userId)?.ts ?? '0';
  const upTo = Math.max(Number(read), Number(own));
  return answers.filter(({ ts, user }) => user !== userId && Number(ts) > upTo).length;
}

const newestIn = ({ answers }: Omit<Thread, 'unread'>) => Number(answers.at(-1)?.ts ?? 0);
