import type { App } from '@slack/bolt';
import { App as BoltApp, type Receiver } from '@slack/bolt';
import { systemClock } from '../../src/clock.ts';
import { interactiveOptions } from '../../src/slack/clients.ts';
import { type Slack, startEmulator } from '../emulator/core/index.ts';

export const SANNE = 'U0SANNE';

/** A Slack with one person and one command, for tests of how requests come in. */
export const smallSlack = (): Promise<Slack> =>
  startEmulator({
    manifest: {
      display_information: { name: 'Mantra' },
      features: { slash_commands: [{ command: '/customer', description: 'Everything about customers' }] },
      oauth_config: { scopes: { bot: ['commands'] } },
      settings: { socket_mode_enabled: true },
    },
    clock: systemClock,
    seed: {
      team: { id: 'T0LINDEN', name: 'Lindenhof', domain: 'lindenhof' },
      people: [{ id: SANNE, name: 'sanne', real_name: 'Sanne de Vries' }],
      channels: [],
    },
  });

/** The smallest app behind a receiver: it does `work`, then acknowledges, and counts what it did. */
export function smallApp(receiver: Receiver, slack: Slack, work: () => Promise<void> = async () => {}) {
  const served: string[] = [];
  const app: App = new BoltApp({
    receiver,
    authorize: async () => ({ botToken: slack.botToken, botUserId: slack.botUserId }),
    clientOptions: interactiveOptions(slack.apiUrl),
    convoStore: false,
    tokenVerificationEnabled: false,
  });
  app.command(/.*/, async ({ command, ack }) => {
    await work();
    await ack();
    served.push(command.text);
  });
  return { app, served };
}
