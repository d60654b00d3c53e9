import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { TEAS } from '../tea-views.ts';
import { attachment } from './attachment.ts';
import { everyHome, everyMessage, everyModal } from './everything.ts';
import { option, plain } from './pieces.ts';

/** What the app was told: an action, or what stood in the form when it was sent. */
export type Heard = (what: unknown) => void;

/** Real milliseconds: long for somebody who waits, and well within Slack's three seconds. */
const SLOW_MS = 300;

/** Shows everything there is, in messages, in a form and on Home, and tells what people do with it. */
export function serveEverything(app: App, heard: Heard) {
  const curious = new Set<string>();
  app.command('/everything', async ({ ack, client, command: { channel_id: channel, user_id: user } }) => {
    await ack();
    curious.add(user);
    for (const [nth, blocks] of everyMessage.entries()) {
      const below = nth === 0 ? { attachments: [attachment] } : {};
      await client.chat.postMessage({ channel, text: 'Everything', blocks, ...below });
    }
  });
  app.shortcut('everything', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: everyModal });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (curious.has(event.user)) await client.views.publish({ user_id: event.user, view: everyHome });
  });
  app.action<BlockAction>(/^(again|anew)$/, async ({ ack, action, body, client }) => {
    await ack();
    const isAnew = action.action_id === 'anew';
    const blocks = isAnew ? everyModal.blocks.map(withOtherId) : everyModal.blocks;
    await client.views.update({ view_id: body.view?.id ?? '', view: { ...everyModal, blocks } });
  });
  app.action<BlockAction>(OTHERS, async ({ ack, action }) => {
    await ack();
    heard(action);
  });
  app.options(/external_select/, async ({ ack, payload: { value } }) => {
    const typed = value.toLowerCase();
    if (typed === 'spill') return ack({ options: [option('')] });
    if (typed === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    if (typed === 'grouped') return ack({ option_groups: [{ label: plain('Warm'), options: TEAS.map(option) }] });
    const found = TEAS.filter((tea) => tea.toLowerCase().includes(typed) || typed === 'slow');
    await ack({ options: found.map(option) });
  });
  app.view<ViewSubmitAction>('everything', async ({ ack, view }) => {
    await ack();
    heard(view.state.values);
  });
}

type Block = (typeof everyModal.blocks)[number];

/** Asks the same by another name: what was typed belongs to the old one. */
const withOtherId = (block: Block) =>
  'element' in block ? { ...block, element: { ...block.element, action_id: `new-${block.element.action_id}` } } : block;

/** What isn't answered elsewhere. */
const OTHERS = /^(?!(again|anew|order|why|pick|tip-over|later)$)/;
