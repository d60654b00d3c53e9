import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type AnyBlock, besideBlocks } from '../slack/blocks.ts';
import type { Claim, Order } from './claim.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { isPerson } from './verdict.ts';

/** The metadata by which a message of ours is found again. Every app of the workspace can read it, so it says nothing. */
export const EVENT_TYPE = 'mantra';

/** Makes the claim's one call, once. Never throws: whatever happens is an outcome. */
export async function call(bulk: WebClient, claim: Claim): Promise<Outcome> {
  try {
    return await make(bulk, claim);
  } catch (error) {
    return outcomeOf(error, { to: isPerson(claim.recipient) ? 'person' : 'channel', charts: showsCharts(claim) });
  }
}

async function make(bulk: WebClient, claim: Claim): Promise<Outcome> {
  if (claim.what === 'delete') {
    const { channel, ts } = claim;
    await bulk.chat.delete({ channel, ts });
    return { is: 'done', channel, ts };
  }
  const message = payload(claim.key, claim);
  if (claim.what === 'edit') {
    const { channel, ts } = claim;
    await bulk.chat.update({ channel, ts, ...message });
    return { is: 'done', channel, ts };
  }
  const answer = await bulk.chat.postMessage({
    channel: claim.recipient,
    ...message,
    unfurl_links: false,
    unfurl_media: false,
  });
  if (!answer.channel || !answer.ts) return { is: 'unknown', code: 'no_ts' };
  return { is: 'done', channel: answer.channel, ts: answer.ts };
}

function payload(key: string, { message, plain }: Extract<Order, { what: 'post' | 'edit' }>) {
  const blocks = plain ? (message.plain ?? message.blocks) : message.blocks;
  return {
    text: besideBlocks(message.text),
    blocks: marked(blocks, key),
    metadata: { event_type: EVENT_TYPE, event_payload: { k: key } },
  };
}

/** The key a second time, in the first block: metadata is left out of some answers. The SDK doesn't know charts yet. */
const marked = (blocks: readonly AnyBlock[], key: string) =>
  blocks.map((block, at) => (at === 0 ? { ...block, block_id: key } : block)) as KnownBlock[];

const showsCharts = (order: Order) => order.what !== 'delete' && !order.plain && order.message.plain !== undefined;
