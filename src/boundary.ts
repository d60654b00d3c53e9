import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { ZodError } from 'zod';
import { admit, allow } from './admission.ts';
import { TooLate, within } from './deadline.ts';
import type { Deps } from './deps.ts';
import type { Dispatch } from './dispatch.ts';
import { UserError } from './errors.ts';
import type { Role } from './features/people/index.ts';
import type { Ids } from './ids.ts';
import { faultOf, type Log } from './log.ts';
import type { OpenView, Turn } from './slack/action.ts';
import { lines, type Mrkdwn, plainText } from './slack/escape.ts';
import { say } from './slack/texts.ts';
import { turnOf } from './slack/turn.ts';
import type { Lang } from './texts.ts';
import type { Entry } from './workspace.ts';

/** The house as requests find it: everything by the team of the request. */
export type House = {
  dispatch: Dispatch;
  log: Log;
  ids: Ids;
  /** Undefined for a team that hasn't installed Mantra. */
  forTeam(teamId: string): Promise<Deps | undefined>;
  /** The same with what is known of somebody there. */
  entry(teamId: string, userId: string): Promise<Entry | undefined>;
  /** The team's interactive client, for an answer when the database is away. */
  slackOf(teamId: string): WebClient;
};

/** What every request from a person has in common. `trigger` names it in the log. */
export type Request = {
  trigger: string;
  teamId: string;
  userId: string;
  userTeamId: string;
  requestId: string;
  triggerId: string;
  respond?: RespondFn;
  view?: OpenView;
  message?: { channel: string; ts: string };
};

/** Who asks for what. Commands carry no home team of the person: Slack refuses them to other organisations' people. */
export const requestBy = (
  trigger: string,
  teamId = '',
  userId: string,
  triggerId: string,
  userTeamId = teamId,
): Request => ({
  trigger,
  teamId,
  userId,
  userTeamId,
  requestId: triggerId,
  triggerId,
});

/** Somebody let in. */
export type Admission = { deps: Deps; turn: Turn };

/** Somebody let in, or the sentence they get instead. */
export type Entered = Admission | { says: Mrkdwn };

/** How long finding out who it is may take: Slack wants its acknowledgement within 3 s. */
const ENTRY_MS = 2_000;

/** Finds out who it is, in time for Slack. Never fails: whoever can't come in gets a sentence. */
export async function enter(house: House, request: Request): Promise<Entered> {
  try {
    return await within(ENTRY_MS, comeIn(house, request));
  } catch (error) {
    return { says: sentenceFor(house, request, error) };
  }
}

/**
 * Does what was asked, acknowledged already, and answers whatever goes wrong: the one place where a failure becomes
 * words. People read what they can mend; the rest we log with a reference they can name.
 */
export async function served(
  house: House,
  request: Request,
  entered: Admission,
  by: Role,
  work: (deps: Deps, turn: Turn) => Promise<unknown>,
): Promise<void> {
  const { deps, turn } = entered;
  try {
    allow(by, turn);
    await work(deps, turn);
  } catch (error) {
    const text = sentenceFor(house, request, error, turn.lang);
    await turn.reply({ text, blocks: [] }).catch((unheard: unknown) => {
      house.log.error({ trigger: request.trigger, ...faultOf(unheard) }, 'the answer could not be given');
    });
  }
}

/** What a person reads of an error. In both languages where nobody knows theirs yet. */
export function sentenceFor(house: House, request: Request, error: unknown, lang?: Lang): Mrkdwn {
  const told = toldOf(error, lang);
  if (told) return told;
  const ref = noted(house, request, error);
  return error instanceof TooLate ? inWords(lang, (t) => t.notNow) : inWords(lang, (t) => t.failed(ref));
}

/**
 * The same beside a field of a form that is still open: unless the person can mend it, pressing Save again is the way,
 * for everything they typed is still there. Where it goes wrong again, they have a reference to name.
 */
export function sentenceInForm(house: House, request: Request, error: unknown, lang?: Lang): string {
  const told = toldOf(error, lang);
  if (told) return plainText(told);
  const ref = noted(house, request, error);
  return plainText(inWords(lang, (t) => (error instanceof TooLate ? t.notSaved : t.notSavedFor(ref))));
}

/** A sentence for what people can mend or begin anew; undefined for what is ours to mend. */
function toldOf(error: unknown, lang: Lang | undefined): Mrkdwn | undefined {
  if (error instanceof UserError) return error.says;
  return isOutdated(error) ? inWords(lang, (t) => t.outdated) : undefined;
}

const inWords = (lang: Lang | undefined, pick: (t: ReturnType<typeof say>) => Mrkdwn): Mrkdwn =>
  lang ? pick(say(lang)) : lines(pick(say('en')), pick(say('nl')));

/** Writes down what went wrong, without anybody's words, and answers the reference under which it stands in the log. */
function noted({ log, ids }: House, { trigger, userId }: Request, error: unknown): string {
  const ref = ids.uuid().slice(0, 8);
  log.error({ trigger, userId, ref, ...faultOf(error) }, 'a request failed');
  return ref;
}

/** Lets somebody in, or fails: with a UserError for whoever may not. It takes as long as the database does. */
export async function comeIn(house: House, request: Request): Promise<Admission> {
  const entry = await house.entry(request.teamId, request.userId);
  if (!entry) throw new UserError(say('en').notForYou);
  const { deps, known } = entry;
  const who = await admit(deps, known, request.userId, request.userTeamId);
  return { deps, turn: turnOf({ ...request, who, slack: deps.slack }) };
}

/** A value that no longer reads, from a button or form of an earlier version. */
const isOutdated = (error: unknown) => error instanceof ZodError || error instanceof SyntaxError;
