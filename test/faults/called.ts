import type { Call } from '../emulator/core/index.ts';
import type { Scene } from './scene.ts';

/** Slack's methods that were called since a moment of its clock, and its response_urls that were used. */
export const callsSince = ({ slack }: Pick<Scene, 'slack'>, from: Date): Call[] =>
  slack.calls.filter(({ at }) => new Date(at) >= from);

/** Whether Slack's answer says that it is done, and, where it comes in pages, that this is the last. An upload's is no JSON. */
export function isDone({ method, response }: Call): boolean {
  if (typeof response === 'string') return response.startsWith('OK');
  const { ok, error, response_metadata: more } = answerOf(response);
  // It went with an earlier call, whose answer was lost.
  if (method === 'chat.delete' && error === 'message_not_found') return true;
  return ok === true && !answerOf(more).next_cursor;
}

const answerOf = (
  json: unknown,
): { ok?: unknown; error?: unknown; response_metadata?: unknown; next_cursor?: unknown } =>
  typeof json === 'object' && json !== null ? json : {};
