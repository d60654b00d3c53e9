import { z } from 'zod';
import type { Choice, Slack } from '../core/types.ts';

const message = { channel: z.string(), ts: z.string() };
const container = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), ...message }),
  z.object({ kind: z.literal('view'), viewId: z.string() }),
]);
const element = { container, blockId: z.string(), actionId: z.string() };

/** What a person can do on the page: the same as a Visitor of the core can. */
export const doing = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('types'),
    text: z.string(),
    in: z.string(),
    threadTs: z.string().optional(),
    broadcast: z.boolean().optional(),
    files: z.array(z.string()).optional(),
  }),
  z.object({ what: z.literal('reacts'), name: z.string(), ...message }),
  z.object({ what: z.literal('shortcut'), callbackId: z.string() }),
  z.object({ what: z.literal('messageShortcut'), callbackId: z.string(), ...message }),
  z.object({ what: z.literal('opensHome') }),
  z.object({ what: z.literal('reads'), channel: z.string() }),
  z.object({ what: z.literal('readsThread'), ...message }),
  z.object({ what: z.literal('joins'), channel: z.string() }),
  z.object({ what: z.literal('opensDm'), people: z.array(z.string()).min(1).max(8) }),
  z.object({
    what: z.literal('act'),
    ...element,
    value: z.union([z.string(), z.array(z.string())]).optional(),
    typing: z.boolean().optional(),
  }),
  z.object({ what: z.literal('searches'), ...element, typed: z.string() }),
  z.object({ what: z.literal('submits') }),
  z.object({ what: z.literal('closes'), all: z.boolean() }),
]);

export type Do = z.infer<typeof doing>;

/** What a search found, or the conversation that was opened. */
export type Done = { choices?: Choice[]; channel?: string };

/** Does it as that person; all that isn't answered is seen in the state. */
export async function doAs(slack: Slack, userId: string, it: Do): Promise<Done> {
  const visitor = slack.as(userId);
  switch (it.what) {
    case 'types':
      await visitor.types(it.text, {
        in: it.in,
        ...(it.threadTs && { threadTs: it.threadTs }),
        ...(it.broadcast && { broadcast: true }),
        ...(it.files && { files: it.files }),
      });
      break;
    case 'reacts':
      await visitor.reacts(it.name, { channel: it.channel, ts: it.ts });
      break;
    case 'shortcut':
      await visitor.shortcut(it.callbackId);
      break;
    case 'messageShortcut':
      await visitor.messageShortcut(it.callbackId, { channel: it.channel, ts: it.ts });
      break;
    case 'opensHome':
      await visitor.opensHome();
      break;
    case 'reads':
      visitor.reads(it.channel);
      break;
    case 'readsThread':
      visitor.readsThread(it.channel, it.ts);
      break;
    case 'joins':
      if (visitor.conversations().some(({ id, member }) => id === it.channel && !member))
        slack.channels.invite(it.channel, userId);
      break;
    case 'opensDm':
      return { channel: visitor.opensDm(it.people) };
    case 'act': {
      const { what: _, value, typing = false, ...act } = it;
      await visitor.act({ ...act, ...(value !== undefined && { value }), typing });
      break;
    }
    case 'searches': {
      const { what: _, typed, ...act } = it;
      return { choices: await visitor.searchesIn(act, typed) };
    }
    case 'submits':
      await visitor.submits();
      break;
    case 'closes':
      await visitor.closes({ all: it.all });
      break;
  }
  return {};
}
