import { type Logger, LogLevel, WebClient, WebClientEvent, type WebClientOptions } from '@slack/web-api';

const nothing = () => {};
const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/**
 * For what somebody waits for: `views.*`, ephemeral messages, one person's `users.info`. It gives up after 2.5 s,
 * never tries again, and never queues behind a rate limit.
 */
export const interactiveClient = (token: string, slackApiUrl?: string) =>
  new WebClient(token, interactiveOptions(slackApiUrl));

/**
 * For what nobody waits for: the outbox, reading back, the roster. A client of its own, because a rate limit stops
 * everything on the client that met it; on WebAPIRateLimitedError the caller waits, on the house's clock.
 */
export const bulkClient = (token: string, slackApiUrl?: string) =>
  new WebClient(token, { ...interactiveOptions(slackApiUrl), timeout: 15_000 });

/** Tells of every call that Slack refuses as too fast, by its method (`chat.postMessage`). */
export const onLimited = (client: WebClient, tell: (method: string) => void) =>
  client.on(WebClientEvent.RATE_LIMITED, (_seconds: number, { url }: { url: string }) =>
    tell(url.slice(url.lastIndexOf('/') + 1)),
  );

/** A new object each time: Bolt and the socket client change the one they are given. Also for Bolt's own client. */
export const interactiveOptions = (slackApiUrl?: string): WebClientOptions => ({
  ...(slackApiUrl !== undefined && { slackApiUrl }),
  allowAbsoluteUrls: false,
  // A lost answer repeated blindly posts a message twice.
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 2_500,
  // What it would write on the console may quote what is sent, and reaches us as an error anyway.
  logger: silent,
});

/** For `apps.connections.open`; the ladder of reconnecting is ours (sockets.ts). */
export const socketOptions = (slackApiUrl?: string): WebClientOptions => ({
  ...(slackApiUrl !== undefined && { slackApiUrl }),
  retryConfig: { retries: 0 },
  timeout: 10_000,
});
