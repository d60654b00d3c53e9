import type { Manifest, Slack } from './core/index.ts';
import { manifest } from './garden.ts';

/** The garden's app with these scopes besides the one its commands need, and subscribed to these events only. */
export const declaring = (scopes: readonly string[], events: readonly string[] = []): Manifest => ({
  ...manifest,
  oauth_config: { scopes: { bot: ['commands', ...scopes] } },
  settings: { ...manifest.settings, event_subscriptions: { bot_events: [...events] } },
});

/** The events that went to the app, oldest first, each once however often it was sent. */
export const told = (slack: Slack) =>
  slack.envelopes.filter(({ type, retry }) => type === 'events_api' && retry === 0).map(({ payload }) => payload.event);
