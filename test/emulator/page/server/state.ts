import type { Block, Manifest, SeedPerson, Slack, VisibleConversation, Visitor } from '../../core/types.ts';
import type { PageConversation, PageState } from '../contract.ts';
import type { Tour } from '../tour/tour.ts';
import { faultsOf } from './faults.ts';
import { RequestError } from './http.ts';
import { openOf, threadListOf, threadOf, viewOf } from './messages.ts';
import { type Directory, personOf } from './people.ts';

type Clock = { now: Date; turning: boolean; targets: readonly { label: string; at: Date }[] };

/** Who sits at the page, and what they look at. */
export type Where = { as: string; in: string; newest: number; thread: string; tab: string; anew?: 'yes' | undefined };

/** How the page receives somebody who opens it for the first time. */
export type Newcomer = {
  /** Who they are before they chose; absent: the first who can sit here. */
  person?: string;
  /** What somebody with that locale could type, where no tour tells them. */
  example?(locale: string): string;
  /** The tour that this person is taken on; absent: there is none. */
  tour?(person: SeedPerson): Tour;
};

type Facts = { slack: Slack; clock: Clock; newcomer: Newcomer; directory: Directory };

/** Everything one person sees now. Without a person it is the newcomer, without a place the app's DM. */
export function stateFor({ slack, clock, newcomer, directory }: Facts, where: Where): PageState<Block> {
  const me = atKeyboard(slack, where.as, newcomer);
  const visitor = slack.as(me.id);
  if (where.anew) visitor.reloads();
  const all = visitor.conversations();
  const dm = all.find(({ kind }) => kind === 'app')?.id ?? '';
  const open = [where.in, dm].find((wanted) => all.some(({ id }) => id === wanted)) ?? all[0]?.id ?? '';
  return {
    team: slack.team.name,
    app: { name: slack.appName, botUserId: slack.botUserId, dm },
    me,
    peopleRevision: directory.revision(),
    conversations: all.filter(({ id, member }) => member || id === open).map(conversationOf),
    channelsRevision: revisionOf(all),
    open: openOf(slack, visitor, open, where.newest),
    ...(where.thread && { thread: threadOf(slack, visitor, open, where.thread) }),
    threads: threadsSeen(slack, visitor, where.tab),
    modals: visitor.modals.map(viewOf),
    ...(visitor.home && { home: viewOf(visitor.home) }),
    ...(me.organisation ? NOTHING_OFFERED : offered(slack.manifest)),
    notices: [...visitor.notices],
    ...(newcomer.example && { example: newcomer.example(me.locale) }),
    clock: {
      now: clock.now.toISOString(),
      turning: clock.turning,
      targets: clock.targets.map(({ label, at }) => ({ label, at: at.toISOString() })),
    },
    faults: faultsOf(slack),
  };
}

/** The tour as that person is taken on it; null where there is none. */
export function tourFor(slack: Slack, { tour }: Newcomer, userId: string): Tour | null {
  const person = slack.people.find(userId);
  return (person && tour?.(person)) ?? null;
}

/** All channels somebody may look into, whether they are in them or not. */
export const channelsFor = (slack: Slack, userId: string): PageConversation[] =>
  slack
    .as(userId)
    .conversations()
    .filter(({ kind }) => kind === 'public' || kind === 'private')
    .map(conversationOf);

function atKeyboard(slack: Slack, asked: string, newcomer: Newcomer) {
  for (const id of [asked, newcomer.person]) {
    const person = id === undefined ? undefined : slack.people.find(id);
    const seen = person && personOf(slack, person);
    if (seen?.playable) return seen;
  }
  const first = slack.people.all().find((person) => personOf(slack, person).playable);
  if (!first) throw new RequestError(404, 'Nobody works here yet.');
  return personOf(slack, first);
}

const conversationOf = ({ ...conversation }: VisibleConversation): PageConversation => conversation;

/** The threads themselves only where they are looked at. */
const threadsSeen = (slack: Slack, visitor: Visitor, tab: string): PageState<Block>['threads'] =>
  tab === 'threads'
    ? { unread: visitor.unreadThreads(), list: threadListOf(slack, visitor) }
    : { unread: visitor.unreadThreads() };

/** People of other organisations don't see what an app offers. */
const NOTHING_OFFERED = { commands: [], shortcuts: [] };

/** What the app offers to whoever writes. */
function offered({ features }: Manifest): Pick<PageState, 'commands' | 'shortcuts'> {
  const { slash_commands: commands = [], shortcuts = [] } = features ?? {};
  return {
    commands: commands.map(({ command, description, usage_hint: usageHint = '' }) => ({
      command,
      description,
      usageHint,
    })),
    shortcuts: shortcuts.map(({ name, type, callback_id: callbackId }) => ({ name, type, callbackId })),
  };
}

/** Another number as soon as a channel comes, goes, or looks different in the list. */
function revisionOf(all: readonly VisibleConversation[]): number {
  let sum = all.length;
  for (const { id, name, archived, member, external, topic } of all)
    for (const letter of `${id}${name}${archived}${member}${external}${topic}`)
      sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0;
  return sum;
}
