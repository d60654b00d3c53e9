import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AppOptions, type Installation, type Logger, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type EmulatorOptions, type Slack, startEmulator } from './core/index.ts';
import { greenhouse, greenhouseManifest, greenhouseSeed, REDIRECT_PATH } from './greenhouse-app.ts';

/** A running Slack with an app over HTTP. */
export type Greenhouse = {
  slack: Slack;
  /** The app's token, without retries. */
  web: WebClient;
  /** Where the app answers. */
  address: string;
  /** What the app has kept of those who installed it. */
  installations: Map<string, Installation>;
  close(): Promise<void>;
};

/** Bolt says much about what tests do on purpose. */
function noLog(): Logger {
  const say = () => {};
  return { debug: say, info: say, warn: say, error: say, setLevel: say, setName: say, getLevel: () => LogLevel.ERROR };
}

/** A workspace with an app over HTTP; `installed`: somebody has already gone through its page. */
export async function aGreenhouse(installed = true, changes: Partial<EmulatorOptions> = {}): Promise<Greenhouse> {
  const port = await aFreePort();
  const address = `http://127.0.0.1:${port}`;
  const options = { manifest: greenhouseManifest(address), seed: greenhouseSeed, eventRetriesMs: [0], ...changes };
  const slack = await startEmulator({ clock: { now: () => new Date('2026-11-02T09:00:00Z') }, ...options });
  const installations = new Map<string, Installation>();
  if (installed) installations.set(slack.teamId, installationOf(slack));
  const app = greenhouse({ ...boltOptions(slack, address, installations), logger: noLog() });
  await app.start(port);
  slack.deliverOverHttp(address);
  return {
    slack,
    web: new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: noLog() }),
    address,
    installations,
    async close() {
      await app.stop();
      await slack.close();
    },
  };
}

/** As Slack's documentation has it, with the addresses of this Slack. */
const boltOptions = (slack: Slack, address: string, installations: Map<string, Installation>): AppOptions => ({
  signingSecret: slack.signingSecret,
  clientId: slack.oauth.clientId,
  clientSecret: slack.oauth.clientSecret,
  stateSecret: 'a-secret-of-the-app',
  redirectUri: `${address}${REDIRECT_PATH}`,
  installerOptions: {
    authorizationUrl: slack.oauth.authorizeUrl,
    redirectUriPath: REDIRECT_PATH,
    directInstall: true,
  },
  clientOptions: { slackApiUrl: slack.apiUrl },
  installationStore: {
    async storeInstallation(installation) {
      installations.set(installation.team?.id ?? '', installation);
    },
    async fetchInstallation() {
      const known = installations.get(slack.teamId);
      if (!known) throw new Error('nobody has installed this app');
      return known;
    },
  },
});

/** What the app would have kept. */
const installationOf = ({ teamId, botToken, botUserId }: Slack): Installation<'v2', false> => ({
  team: { id: teamId },
  enterprise: undefined,
  user: { id: 'U0IDA', token: undefined, scopes: undefined },
  bot: { id: 'B0APPBOT001', userId: botUserId, token: botToken, scopes: [] },
  authVersion: 'v2',
});

/** The manifest names the app's address before the app is there to have one. */
async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
