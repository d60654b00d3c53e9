import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Act, Slack, Visitor } from './core/index.ts';
import { aGarden, type Garden, lastPayload } from './garden.ts';

let garden: Garden;
let slack: Slack;
let anna: Visitor;

beforeEach(async () => {
  garden = await aGarden();
  ({ slack } = garden);
  await garden.overSockets();
  anna = slack.as('U0ANNA');
  await anna.types('/whisper');
  await garden.web.views.open({ trigger_id: lastPayload(slack, 'trigger_id'), view: plot });
});

afterEach(() => garden.close());

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const plot: ModalView = {
  type: 'modal',
  title: text('A plot'),
  submit: text('Save'),
  blocks: [
    {
      type: 'input',
      block_id: 'plant',
      label: text('Plant'),
      dispatch_action: true,
      element: { type: 'plain_text_input', action_id: 'one' },
    },
  ],
};

const typed = (value: string): Act => ({
  container: { kind: 'view', viewId: anna.modal?.id ?? '' },
  blockId: 'plant',
  actionId: 'one',
  value,
});
const actionsHeard = () => slack.envelopes.filter(({ payload }) => payload.type === 'block_actions').length;

it('letters on the way are kept, and told to the app only when they are meant for it', async () => {
  await anna.act({ ...typed('Bea'), typing: true });
  expect(actionsHeard()).toBe(0);
  expect(anna.modal?.filled).toEqual({ Plant: 'Bea' });
  await anna.act(typed('Beans'));
  expect(actionsHeard()).toBe(1);
  expect(anna.modal?.filled).toEqual({ Plant: 'Beans' });
});

it('the last letters of a form that was closed meanwhile are lost without a word', async () => {
  const late = { ...typed('Beans'), typing: true };
  await anna.closes();
  expect((await anna.act(late)).notice).toBeUndefined();
});
