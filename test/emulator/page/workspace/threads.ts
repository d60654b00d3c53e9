import type { PageMessage } from '../contract.ts';

/** The instant in a Slack ts (Unix seconds with six digits behind the point). */
export const instantOf = (ts: string) => new Date(Number(ts) * 1000);

/** Oldest first, but every answer directly under its thread's first message. */
export function inThreads(messages: readonly PageMessage[]): PageMessage[] {
  const known = new Set(messages.map(({ ts }) => ts));
  const isAnswer = ({ ts, threadTs }: PageMessage) => threadTs !== undefined && threadTs !== ts && known.has(threadTs);
  return messages
    .filter((message) => !isAnswer(message))
    .flatMap((root) => [
      withoutThread(root),
      ...messages.filter((message) => isAnswer(message) && message.threadTs === root.ts),
    ]);
}

/** A thread's first message may carry its own ts as thread; it stands like any other. */
function withoutThread(message: PageMessage): PageMessage {
  const { threadTs: _, ...root } = message;
  return root;
}
