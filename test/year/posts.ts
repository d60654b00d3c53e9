import type { Call } from '../emulator/core/index.ts';
import type { House } from '../support/house.ts';

/** A message that Mantra sent somebody, as it was when it came. `text`: what its notification says. */
export type Post = { at: Date; to: string; text: string };

/** Every message of a year: Slack's own journal forgets what is older than two thousand calls. */
export type Posts = {
  /** What has come since it was last asked. */
  news(): Post[];
  /** All of it. */
  all: readonly Post[];
};

/** Reads along in the journal of a house. */
export function postsIn({ slack }: Pick<House, 'slack'>): Posts {
  const all: Post[] = [];
  let last: Call | undefined;
  return {
    all,
    news() {
      const news = slack.calls.slice(last ? slack.calls.lastIndexOf(last) + 1 : 0).flatMap(postIn);
      last = slack.calls.at(-1);
      all.push(...news);
      return news;
    },
  };
}

function postIn({ method, args, at, response }: Call): Post[] {
  const isDone = typeof response === 'object' && response !== null && 'ok' in response && response.ok === true;
  if (method !== 'chat.postMessage' || !isDone) return [];
  return [{ at: new Date(at), to: String(args.channel), text: String(args.text) }];
}
