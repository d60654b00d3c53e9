import { BUDGET } from '../../src/delivery/budget.ts';
import { DEFAULT_OPTIONS, REQUEST_SECONDS } from '../../src/delivery/options.ts';
import type { Kind, OutboxRow } from '../../src/delivery/outbox.ts';
import { ZONES_APART_HOURS } from '../../src/delivery/restored.ts';
import { isPerson } from '../../src/delivery/verdict.ts';
import type { Feature } from '../../src/feature.ts';
import type { WorkingDays } from '../../src/features/people/index.ts';
import type { Settings } from '../../src/features/settings/index.ts';
import { localDay, localTime, monthOf, plus, safeZone, weekOf } from '../../src/time.ts';
import type { JsonObject } from '../emulator/core/types.ts';
import type { Known } from './database.ts';
import type { Machine } from './instance.ts';
import { keyIn, nameOf } from './names.ts';
import type { Call } from './slack.ts';
import { worksOf } from './working-days.ts';

/** What is true at every moment, or else it is written here. */
export type Watch = {
  violations: readonly string[];
  figures: Figures;
  /** Which message a key was made for. */
  rendered(row: OutboxRow): void;
  /** From now on this is what the database says of people. */
  learned(known: Known, settings: Settings): void;
  /** The database is as it was then: what happened since, it doesn't know. */
  restored(asOf: Date): void;
  /** A call leaves. */
  left(call: Call, by: Machine): void;
  /** Slack has done what was asked. */
  done(call: Call, answer: JsonObject): void;
  /** Messages that stand: their place by what they are. */
  standing(): ReadonlyMap<string, ReadonlySet<string>>;
  /** Since when the database has said the same of somebody and of the house, and wasn't restored. */
  sameSince(userId: string): Date;
  /** Whether the database may say something else of this message, since it was restored. */
  excused(name: string): boolean;
  fail(what: string): void;
};

export type Figures = { posts: number; edits: number; deletions: number; channelCopies: number };

/** A claim may be so old when its request leaves. */
const CLAIM_MS = (DEFAULT_OPTIONS.claimSeconds - REQUEST_SECONDS) * 1000 + 5_000;
/** So much a clock differs that is compared with the database's every minute. */
const CLOCK_MS = 1_500;
/** How long after a leap a clock may still be wrong. */
const LEAP_MS = 125_000;
/** No more posts than the ceiling allows in so many milliseconds, and a few that were late. */
const SPAN_MS = 10_000;
const MOST_POSTS = (DEFAULT_OPTIONS.ceiling * SPAN_MS) / 1000 + 3;
/** Milliseconds between two messages to one recipient. */
const SPACING_MS = 950;

type Post = { at: number; name: string; recipient: string; unasked: boolean };
/** What the database says of somebody that decides when they may be reached; `says`: all of it in a line. */
type State = { zone: string; member: boolean; rests: string | null | undefined; works: WorkingDays; says: string };
type Moment = { from: number; people: Map<string, State> };

/** Watches one year. */
export function createWatch(now: () => Date, habits: readonly Feature[]): Watch {
  const kinds = new Map(habits.flatMap(({ messages = [] }) => messages).map((kind) => [kind.name, kind]));
  const violations: string[] = [];
  const names = new Map<string, { name: string; kind: Kind; recipient: string; dueAt: Date }>();
  const standing = new Map<string, Set<string>>();
  const figures = { posts: 0, edits: 0, deletions: 0, channelCopies: 0 };
  const excused = new Set<string>();
  const touched: { at: number; name: string }[] = [];
  const posted = new Map<string, Post[]>();
  const lastTo = new Map<string, number>();
  let leaving: number[] = [];
  let moments: Moment[] = [];
  let lastRestore = 0;
  const same = new Map<string, { says: string; since: Date }>();

  const fail = (what: string) => void violations.push(`${now().toISOString()} ${what}`);

  function learned({ people, absences, rests }: Known, settings: Settings) {
    const at = now().getTime();
    const houseZone = settings.zone;
    const until = new Map(rests.map((rest) => [rest.userId, rest.until]));
    const state = people.map((one): [string, State] => {
      const { userId, zone, member, week, country } = one;
      const off = absences.filter((away) => away.userId === userId);
      const works = worksOf(one, off, settings.country);
      const says = JSON.stringify([zone, member, week, country, off, until.has(userId), until.get(userId)]);
      return [userId, { zone: safeZone(zone, houseZone), member, rests: until.get(userId), works, says }];
    });
    moments = moments.filter((_moment, n) => (moments[n + 1]?.from ?? at) > at - CLAIM_MS);
    moments.push({ from: at, people: new Map(state) });
    for (const [userId, { says }] of state) note(userId, says);
    note(HOUSE, JSON.stringify(settings));
  }

  function note(name: string, says: string) {
    if (same.get(name)?.says !== says) same.set(name, { says, since: now() });
  }

  const sameSince = (userId: string) =>
    new Date(Math.max(lastRestore, ...[userId, HOUSE].map((name) => same.get(name)?.since.getTime() ?? 0)));

  /** Whether a message could be claimed in the last minute, by what the database said at some moment of it. */
  function mayGo(kind: Kind, recipient: string, dueAt: Date, by: Machine): string | undefined {
    const at = now().getTime();
    const wrong = CLOCK_MS + (by.leapt && at - by.leapt.at.getTime() < LEAP_MS ? Math.abs(by.leapt.ms) : 0);
    const times = [at - CLAIM_MS - wrong, at - wrong, at, at + wrong];
    const recent = moments.filter((_moment, n) => (moments[n + 1]?.from ?? at) > at - CLAIM_MS);
    const states = recent.map(({ people }) => people.get(recipient));
    if (!states.some((person) => person?.member)) return 'to somebody who isn’t here';
    const rests = (person: (typeof states)[number]) =>
      person?.rests !== undefined && (person.rests === null || person.rests > localDay(new Date(at), person.zone));
    if (kind.name.startsWith('nudges.') && states.every(rests)) return 'to somebody who rests';
    const open = states.some((person) => person && times.some((time) => isOpen(kind, new Date(time), person)));
    if (!open) return 'outside its window';
    const moved = sameSince(recipient) > dueAt ? ZONES_APART_HOURS : 0;
    const ends = states.map((person) => person && kind.until(dueAt, person.zone, person.works));
    const over = ends.every((end) => end && plus(end, { hours: moved }).getTime() < at - CLAIM_MS - wrong);
    return over ? 'after its end' : undefined;
  }

  function left({ method, args }: Call, by: Machine) {
    if (method !== 'chat.postMessage') return;
    const at = now().getTime();
    const recipient = String(args.channel);
    const its = names.get(keyIn(args));
    if (!its) return fail(`${recipient} gets a message that nobody made`);
    const why = isPerson(recipient) ? mayGo(its.kind, recipient, its.dueAt, by) : undefined;
    if (why) fail(`${its.name} goes out ${why}`);
    leaving = [...leaving.filter((time) => time > at - SPAN_MS), at];
    if (leaving.length > MOST_POSTS) fail(`${leaving.length} posts within ${SPAN_MS / 1000} s`);
    if (at - (lastTo.get(recipient) ?? 0) < SPACING_MS) fail(`two messages to ${recipient} within a second`);
    lastTo.set(recipient, at);
  }

  function done({ method, args }: Call, answer: JsonObject) {
    if (answer.ok !== true || !method.startsWith('chat.')) return;
    const place = `${answer.channel} ${answer.ts}`;
    if (method === 'chat.postMessage') return stands(args, place);
    for (const [name, places] of standing) if (places.has(place)) touch(name);
    if (method === 'chat.update') figures.edits += 1;
    if (method === 'chat.delete') {
      figures.deletions += 1;
      for (const places of standing.values()) places.delete(place);
    }
  }

  function touch(name: string) {
    touched.push({ at: now().getTime(), name });
    if (touched.length > 500) touched.shift();
  }

  function stands(args: JsonObject, place: string) {
    const its = names.get(keyIn(args));
    if (!its) return;
    const { name, kind, recipient } = its;
    figures.posts += 1;
    touch(name);
    const places = standing.get(name) ?? new Set();
    standing.set(name, places.add(place));
    if (places.size > 1 && isPerson(recipient)) fail(`${name} stands ${places.size} times`);
    if (places.size > 1 && !isPerson(recipient)) figures.channelCopies += 1;
    if (kind.unasked) counted({ at: now().getTime(), name, recipient, unasked: true });
  }

  /** The budget, by what Slack has shown; a restored database has forgotten some of it. */
  function counted(post: Post) {
    const all = [...(posted.get(post.recipient) ?? []), post];
    posted.set(post.recipient, all);
    const zone = moments.at(-1)?.people.get(post.recipient)?.zone ?? 'UTC';
    const day = (at: number) => localDay(new Date(at), zone);
    const today = day(post.at);
    if (monthOf(day(lastRestore)) === monthOf(today) || weekOf(day(lastRestore)) === weekOf(today)) return;
    const same = (by: (day: string) => string) => all.filter(({ at }) => by(day(at)) === by(today)).length;
    if (same((one) => one) > BUDGET.day)
      fail(`${post.recipient} gets ${same((one) => one)} unasked messages on ${today}`);
    if (same(weekOf) > BUDGET.week) fail(`${post.recipient} gets ${same(weekOf)} unasked messages in ${weekOf(today)}`);
    const list = all.slice(-6).map(({ at, name }) => `${new Date(at).toISOString()} ${name}`);
    if (same(monthOf) > BUDGET.month)
      fail(`${post.recipient} gets ${same(monthOf)} in ${monthOf(today)}: ${list.join(', ')}`);
  }

  return {
    ...{ violations, figures, learned, left, done, fail, sameSince },
    rendered({ key, kind: name, recipient, subject, dueAt }) {
      const kind = kinds.get(name);
      if (kind) names.set(key, { name: nameOf({ kind: name, recipient, subject }), kind, recipient, dueAt });
    },
    restored(asOf) {
      lastRestore = now().getTime();
      for (const { at, name } of touched) if (at >= asOf.getTime()) excused.add(name);
    },
    standing: () => standing,
    excused: (name) => excused.has(name),
  };
}

/** Beside people's ids. */
const HOUSE = 'house';

const isOpen = ({ window }: Kind, at: Date, { zone, works }: Pick<State, 'zone' | 'works'>) =>
  window === 'always' ||
  (works(localDay(at, zone)) && localTime(at, zone) >= window.from && localTime(at, zone) < window.until);
