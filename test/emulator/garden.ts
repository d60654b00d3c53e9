import { type App, type Logger, LogLevel } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { type EmulatorOptions, type Slack, startEmulator } from './core/index.ts';
import { garden, manifest, seed } from './garden-app.ts';

export { card, formOf, manifest, seed } from './garden-app.ts';

/** Bolt and the SDK say much about what tests do on purpose. */
function noLog(): Logger {
  const say = () => {};
  return { debug: say, info: say, warn: say, error: say, setLevel: say, setName: say, getLevel: () => LogLevel.ERROR };
}

/** When the garden’s clock begins. */
export const start = new Date('2026-11-02T09:00:00Z');

/** A running Slack with an app that can be reached both ways. */
export type Garden = {
  slack: Slack;
  /** The app's token, without retries. */
  web: WebClient;
  client(token: string, options?: WebClientOptions): WebClient;
  turn(to: Date): void;
  /** One more connection of the app. */
  overSockets(): Promise<void>;
  overHttp(): Promise<void>;
  close(): Promise<void>;
};

/** A small workspace with an app that isn't started yet. */
export async function aGarden(changes: Partial<EmulatorOptions> = {}): Promise<Garden> {
  let now = start;
  const slack = await startEmulator({ manifest, seed, clock: { now: () => now }, eventRetriesMs: [0], ...changes });
  const slackApiUrl = slack.apiUrl;
  const client = (token: string, options: WebClientOptions = {}) =>
    new WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logger: noLog(), ...options });
  const apps: App[] = [];
  const planted = (how: ConstructorParameters<typeof App>[0]) => {
    const app = garden({ token: slack.botToken, clientOptions: { slackApiUrl }, logger: noLog(), ...how });
    apps.push(app);
    return app;
  };
  return {
    slack,
    web: client(slack.botToken),
    client,
    turn: (to) => {
      now = to;
    },
    async overSockets() {
      await planted({ appToken: slack.appToken, socketMode: true }).start();
    },
    async overHttp() {
      const server = await planted({ signingSecret: slack.signingSecret }).start(0);
      const address = server && 'address' in server ? server.address() : null;
      slack.deliverOverHttp(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`);
    },
    async close() {
      await Promise.all(apps.map((app) => app.stop()));
      await slack.close();
    },
  };
}

/** What Slack answered to a call that it refused. */
export const refusalOf = (call: Promise<unknown>): Promise<{ error?: string } | undefined> =>
  call.then(
    () => undefined,
    (reason: { data?: { error?: string } }) => reason.data,
  );

/** A field of the last payload that went to the app. */
export function lastPayload(slack: Slack, field: string): string {
  return String(slack.envelopes.at(-1)?.payload[field]);
}
