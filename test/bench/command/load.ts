import { type Slack, startEmulator } from '../../emulator/core/index.ts';
import { freePort } from '../../support/free-port.ts';
import { manifest } from '../../support/house.ts';
import { villageOf } from '../../support/village.ts';
import { crowd } from '../crowd.ts';
import { type Ask, CLICKED, COMMAND } from './asked.ts';

/** People of one workspace who ask the same thing, again and again. */
export type Load = {
  /** What an app must know to serve them. */
  env: Record<string, string>;
  /** So many requests, never more at once than there are people: how long each waited for its acknowledgement (milliseconds). */
  ask(requests: number): Promise<number[]>;
  /** Nobody is connected any more. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

/** A Slack with so many people in it. */
export async function aLoad(transport: 'http' | 'socket', ask: Ask, people: number): Promise<Load> {
  const everybody = crowd(people);
  const slack = await startEmulator({
    manifest,
    clock: { now: () => new Date() },
    seed: villageOf(everybody, 'T0COMMAND'),
  });
  const port = await freePort();
  if (transport === 'http') slack.deliverOverHttp(`http://127.0.0.1:${port}`);
  slack.waitFor(() => false);
  const once = ask === 'command' ? types : clicks;
  return {
    env: { ...slack.settings(), ...(transport === 'http' && { PORT: String(port) }) },
    async ask(requests) {
      const waited: number[] = [];
      let asked = 0;
      const askOn = async (userId: string) => {
        while (asked++ < requests) waited.push(await once(slack, userId));
      };
      await Promise.all(everybody.map(({ id = '' }) => askOn(id)));
      return waited;
    },
    quiet: async () => {
      while (slack.connections() > 0) await new Promise((resolve) => setImmediate(resolve));
    },
    close: () => slack.close(),
  };
}

async function types(slack: Slack, userId: string): Promise<number> {
  const { acked, ms, notice } = await slack.as(userId).types(`${COMMAND} help`);
  if (!acked) throw new Error(`A command was not acknowledged: ${notice}`);
  return ms;
}

async function clicks(slack: Slack, userId: string): Promise<number> {
  const began = performance.now();
  const envelope = { type: 'interactive', payload: clickOf(slack, userId), retry: 0 } as const;
  const waiting = { at: '', id: '', ackMs: undefined, ackBody: undefined, outcome: 'waiting' } as const;
  const outcome = await slack.redeliver({ ...envelope, ...waiting });
  if (outcome !== 'acked') throw new Error(`A click was not acknowledged: ${outcome}`);
  return performance.now() - began;
}

/** Somebody chose a day in a form (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
const clickOf = ({ team, appId }: Slack, id: string) => ({
  ...{ type: 'block_actions', token: 'none', api_app_id: appId, trigger_id: '1027.1027.a' },
  team: { id: team.id, domain: team.domain },
  user: { id, username: id.toLowerCase(), team_id: team.id },
  container: { type: 'view', view_id: 'V0FORM' },
  view: {
    ...{ id: 'V0FORM', type: 'modal', hash: '1.a', callback_id: 'conversations.new', private_metadata: '' },
    blocks: [],
    state: { values: {} },
  },
  actions: [
    { type: 'datepicker', action_id: CLICKED, block_id: 'when', selected_date: '2026-11-20', action_ts: '1.1' },
  ],
});
