import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Logger,
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import type { Asked, AskedCase } from './case.ts';

/** Asks a `blocks.validate` what it says to a payload: nothing, or `pointer message` for each mistake. */
export type Ask = (payload: Asked) => Promise<string[]>;

/** One case on which Slack and the corpus differ. `verdict`: one takes what the other refuses. */
export type Difference = { case: AskedCase; slack: string[]; in: 'verdict' | 'words' };

/** Slack can't be asked; the message is for the person who tried. */
export class CannotAsk extends Error {}

/**
 * Sends every payload and gives those on which Slack differs. Payloads that several rules share are sent once.
 * `told` hears after each how many are done, of how many.
 */
export async function differences(
  cases: readonly AskedCase[],
  ask: Ask,
  { pauseMs = 0, told = () => {} }: { pauseMs?: number; told?: (done: number, all: number) => void } = {},
): Promise<Difference[]> {
  const answers = new Map<string, string[]>();
  const payloads = new Map(cases.map(({ payload }) => [JSON.stringify(payload), payload]));
  for (const [key, payload] of payloads) {
    answers.set(key, await ask(payload));
    told(answers.size, payloads.size);
    if (pauseMs > 0 && answers.size < payloads.size) await sleep(pauseMs);
  }
  return cases.flatMap((each) => {
    const slack = answers.get(JSON.stringify(each.payload)) ?? [];
    if (sorted(slack) === sorted(each.said)) return [];
    const verdict = (slack.length === 0) !== (each.said.length === 0);
    return [{ case: each, slack, in: verdict ? 'verdict' : 'words' }];
  });
}

/** In which order mistakes are named isn't promised. */
const sorted = (said: readonly string[]) => JSON.stringify([...said].sort());

/** Asks a real workspace, or whatever is at `slackApiUrl`; the client waits as long as Retry-After says. */
export function askSlack(token: string, slackApiUrl?: string): Ask {
  const web = new WebClient(token, {
    logger: silent,
    retryConfig: { retries: 3 },
    timeout: 30_000,
    ...(slackApiUrl && { slackApiUrl }),
  });
  return async (payload) => {
    try {
      await web.apiCall('blocks.validate', payload);
      return [];
    } catch (reason) {
      return mistakesOf(reason);
    }
  };
}

/** Errors that are about the asking, not about what was asked. */
const KIND_WORDS: Record<string, string> = {
  invalid_auth: 'Slack does not know this token. Copy the bot token (xoxb-…) from “OAuth & Permissions” of your app.',
  not_authed: 'No token was sent. Give one: npm run conformance -- --token xoxb-…',
  token_revoked: 'This token was revoked. Install the app again and copy its new bot token.',
  token_expired: 'This token has expired. Copy a fresh bot token.',
  account_inactive: 'This token belongs to an app that was removed from its workspace. Install it again.',
  missing_scope:
    'This token lacks the scope that blocks.validate wants. Add it in “OAuth & Permissions”, install again.',
  unknown_method: 'This workspace does not offer blocks.validate.',
};

function mistakesOf(reason: unknown): string[] {
  if (reason instanceof WebAPIPlatformError) {
    const { error, errors }: { error: string; errors?: unknown } = reason.data;
    if (KIND_WORDS[error]) throw new CannotAsk(KIND_WORDS[error]);
    return said(errors).length > 0 ? said(errors) : [` ${error}`];
  }
  if (reason instanceof WebAPIHTTPError)
    throw new CannotAsk(`Slack answered with HTTP ${reason.statusCode}. Try later.`);
  if (reason instanceof WebAPIRequestError) throw new CannotAsk('Slack could not be reached. Is there a network?');
  throw reason;
}

/** `errors` as the reference of blocks.validate shows them. */
const said = (errors: unknown): string[] =>
  (Array.isArray(errors) ? errors : []).map((each: { pointer?: string; message?: string }) =>
    [each.pointer ?? '', each.message ?? JSON.stringify(each)].join(' '),
  );

const say = () => {};
const silent: Logger = {
  debug: say,
  info: say,
  warn: say,
  error: say,
  setLevel: say,
  setName: say,
  getLevel: () => LogLevel.ERROR,
};
