import type { Envelope, JsonObject, Slack } from '../emulator/core/index.ts';

/** The newest payload of one sort, as Slack sent it to the app. */
export function lastSent(slack: Slack, type: string): Envelope {
  const found = slack.envelopes.findLast(({ payload }) => payload.type === type || payload.command === type);
  if (!found) throw new Error(`nothing of the sort ${type} was sent`);
  return found;
}

/** Sends it again with other contents, as somebody may who talks to the app behind Slack's back. */
export const sendChanged = (slack: Slack, envelope: Envelope, change: (payload: JsonObject) => JsonObject) =>
  slack.redeliver({ ...envelope, payload: change(structuredClone(envelope.payload)) });

/** The same click by somebody else, or with another value on the button. */
export const clickWith =
  ({ userId, value }: { userId?: string; value?: string }) =>
  (payload: JsonObject): JsonObject => ({
    ...payload,
    ...(userId !== undefined && { user: { ...(payload.user as JsonObject), id: userId } }),
    ...(value !== undefined && { actions: [{ ...((payload.actions as JsonObject[])[0] ?? {}), value }] }),
  });
