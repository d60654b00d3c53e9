import type { SeedPerson, Slack } from '../../core/types.ts';
import type { PagePeople, PagePerson } from '../contract.ts';
import { colorOf } from './color.ts';

/** Everybody as the page shows them, and a number that changes whenever one of them does. */
export type Directory = { people(): PagePeople; revision(): number };

/** Looks again only after something has changed. */
export function directoryOf(slack: Slack): Directory {
  let seen: readonly object[] = [];
  let mayDiffer = true;
  let kept: PagePeople = { revision: 0, people: [], groups: [] };
  slack.onChange(() => {
    mayDiffer = true;
  });
  const look = () => {
    if (!mayDiffer) return kept;
    mayDiffer = false;
    const now = [...slack.people.all(), ...slack.groups.all()];
    if (areSame(seen, now)) return kept;
    seen = now.map((one) => ({ ...one }));
    kept = { revision: kept.revision + 1, ...listed(slack) };
    return kept;
  };
  return { people: look, revision: () => look().revision };
}

/** Everybody is changed in place, so that what was seen is a copy. */
const areSame = (before: readonly object[], now: readonly object[]) =>
  before.length === now.length && now.every((one, at) => isSame(before[at], one));

function isSame(before: object | undefined, now: object): boolean {
  const known = before as Record<string, unknown> | undefined;
  const fields = Object.entries(now);
  return (
    known !== undefined &&
    fields.length === Object.keys(known).length &&
    fields.every(([name, value]) => known[name] === value)
  );
}

const listed = (slack: Slack) => ({
  people: slack.people.all().map((person) => personOf(slack, person)),
  groups: slack.groups
    .all()
    .filter(({ date_delete }) => !date_delete)
    .map(({ id, handle, name }) => ({ id, handle, name })),
});

/** Somebody as the page shows them. */
export function personOf(slack: Slack, person: SeedPerson): PagePerson {
  const organisation = slack.people.organisationOf(person.id)?.name;
  const status = statusOf(slack, person);
  return {
    id: person.id,
    handle: person.name,
    name: person.real_name,
    title: person.title ?? '',
    role: ROLES.find(([is]) => is(person, slack))?.[1] ?? 'Member',
    zone: person.tz ?? 'Etc/UTC',
    locale: person.locale ?? 'en-US',
    color: person.color ?? colorOf(person.id),
    playable: !isBot(person) && !person.deleted && !person.is_invited_user,
    bot: isBot(person),
    ...(organisation && { organisation }),
    ...(status && { status }),
  };
}

/** The page asks for people only when they have changed, so it must know itself when a status runs out. */
function statusOf(slack: Slack, { id, status_expiration: until }: SeedPerson): PagePerson['status'] {
  const { emoji, text } = slack.people.statusOf(id);
  if (!emoji && !text) return undefined;
  return { emoji, text, ...(until && { until: new Date(until * 1000).toISOString() }) };
}

const isBot = ({ id, is_bot, is_workflow_bot }: SeedPerson) =>
  id === 'USLACKBOT' || is_bot === true || is_workflow_bot === true;

/** What somebody is here, in a word; the first that fits. */
const ROLES: readonly [(person: SeedPerson, slack: Slack) => boolean | undefined, string][] = [
  [({ deleted }) => deleted, 'Deactivated'],
  [isBot, 'App'],
  [({ id }, slack) => slack.people.organisationOf(id) !== undefined, 'Other organisation'],
  [({ is_invited_user }) => is_invited_user, 'Invited'],
  [({ is_ultra_restricted }) => is_ultra_restricted, 'Guest in one channel'],
  [({ is_restricted }) => is_restricted, 'Guest'],
  [({ is_primary_owner, is_owner }) => is_primary_owner || is_owner, 'Owner'],
  [({ is_admin }) => is_admin, 'Admin'],
];
