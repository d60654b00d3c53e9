import type { Block, SeedPerson, Slack, VisibleMessage, VisibleView, Visitor } from '../../core/types.ts';
import type { PageMessage, PagePerson, PageState, PageView } from '../contract.ts';
import { colorOf } from './color.ts';
import { RequestError } from './http.ts';

type Clock = { now: Date; turning: boolean; targets: readonly { label: string; at: Date }[] };
type Where = { as: string; in: string; newest: number };

/** How the page receives somebody who opens it for the first time. */
export type Newcomer = {
  /** Who they are before they chose; absent: the first who can sit here. */
  person?: string;
  /** What somebody with that locale could type. */
  example(locale: string): string;
};

/** Everything one person sees now. Without a person it is the newcomer, without a place the app's DM. */
export function stateFor(slack: Slack, clock: Clock, { person, example }: Newcomer, where: Where): PageState<Block> {
  const people = slack.people.all().map((person) => personOf(slack, person));
  const playable = people.filter((person) => person.playable);
  const called = (id: string | undefined) => playable.find((each) => each.id === id);
  const me = called(where.as) ?? called(person) ?? playable[0];
  if (!me) throw new RequestError(404, 'Nobody works here yet.');
  const visitor = slack.as(me.id);
  const dm = visitor.appDm();
  const conversations = visitor.conversations();
  const open = conversations.some(({ id }) => id === where.in) ? where.in : dm;
  const { slash_commands: commands = [], shortcuts = [] } = slack.manifest.features ?? {};
  return {
    team: slack.team.name,
    app: { name: slack.appName, botUserId: slack.botUserId, dm },
    me,
    people,
    conversations: conversations.map(({ id, name, kind, unread, archived }) => ({ id, name, kind, unread, archived })),
    open: messagesOf(slack, visitor, open, where.newest),
    modals: visitor.modals.map(viewOf),
    ...(visitor.home && { home: viewOf(visitor.home) }),
    commands: commands.map(({ command, description, usage_hint: usageHint = '' }) => ({
      command,
      description,
      usageHint,
    })),
    shortcuts: shortcuts.map(({ name, type, callback_id: callbackId }) => ({ name, type, callbackId })),
    notices: [...visitor.notices],
    example: example(me.locale),
    clock: {
      now: clock.now.toISOString(),
      turning: clock.turning,
      targets: clock.targets.map(({ label, at }) => ({ label, at: at.toISOString() })),
    },
  };
}

const messagesOf = (slack: Slack, visitor: Visitor, id: string, newest: number) => {
  const all = visitor.messages(id);
  return {
    id,
    messages: all.slice(-newest).map((message) => messageOf(slack, message)),
    earlier: Math.max(all.length - newest, 0),
  };
};

const messageOf = (slack: Slack, message: VisibleMessage): PageMessage<Block> => ({
  channel: message.channel,
  ts: message.ts,
  author: message.name,
  authorId: message.userId,
  fromApp: message.userId === slack.botUserId,
  text: message.text,
  blocks: message.blocks,
  ephemeral: message.ephemeral,
  edited: message.edited,
  ...(message.threadTs && { threadTs: message.threadTs }),
});

const viewOf = ({ id, title, submit, close, blocks, values, errorsById }: VisibleView): PageView<Block> => ({
  id,
  title,
  ...(submit && { submit: submit.text }),
  close: close?.text ?? 'Cancel',
  blocks,
  values,
  errors: errorsById,
});

const personOf = (slack: Slack, person: SeedPerson): PagePerson => ({
  id: person.id,
  name: person.real_name,
  title: person.title ?? '',
  role: roleOf(slack, person),
  zone: person.tz ?? 'Etc/UTC',
  locale: person.locale ?? 'en-US',
  color: person.color ?? colorOf(person.id),
  playable: !person.is_bot && !person.is_workflow_bot && !person.deleted && person.id !== 'USLACKBOT',
});

/** What somebody is here, in a word; the first that fits. */
function roleOf(slack: Slack, person: SeedPerson): string {
  const roles: [boolean | undefined, string][] = [
    [person.deleted, 'Deactivated'],
    [person.is_bot || person.is_workflow_bot || person.id === 'USLACKBOT', 'App'],
    [person.team_id !== undefined && person.team_id !== slack.teamId, 'Other organisation'],
    [person.is_invited_user, 'Invited'],
    [person.is_ultra_restricted, 'Guest in one channel'],
    [person.is_restricted, 'Guest'],
    [person.is_primary_owner || person.is_owner, 'Owner'],
    [person.is_admin, 'Admin'],
  ];
  return roles.find(([is]) => is)?.[1] ?? 'Member';
}
