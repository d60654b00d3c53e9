import { type Block, type Dump, type Seed, startEmulator } from './core/index.ts';
import { manifest } from './garden-app.ts';

/** How many of each there are. */
export type Crowd = { people: number; channels: number; messages: number };

/** The person who looks at it all, and the conversation in which everything was said. */
export const READER = 'U0READER';
export const BUSY = 'C0BUSY';

const began = new Date('2026-11-02T09:00:00Z');

/** A workspace with that many people and channels, and so many messages in one of them, a tenth of them answers. */
export async function aCrowd({ people, channels, messages }: Crowd): Promise<Dump> {
  const slack = await startEmulator({ manifest, clock: { now: () => began }, seed: seedOf(people, channels) });
  const dump = slack.dump();
  await slack.close();
  const blocks = withButton();
  dump.messages[BUSY] = Array.from({ length: messages }, (_, n) => ({
    ts: tsOf(n),
    channel: BUSY,
    user: `U0P${n % people}`,
    byApp: false,
    text: `Message ${n} to <@U0P${(n * 7) % people}>`,
    blocks: n % 5 === 0 ? blocks : [],
    ...(n % 10 === 9 && { threadTs: tsOf(n - 9) }),
  }));
  for (let n = 1; n < channels; n += 1)
    dump.messages[`C0C${n}`] = [
      { ts: tsOf(n), channel: `C0C${n}`, user: 'U0P0', byApp: false, text: `Welcome to ${n}`, blocks: [] },
    ];
  dump.lastTs = Number(tsOf(messages)) * 1_000_000;
  return dump;
}

const withButton = (): Block[] => [
  { type: 'section', block_id: 'words', text: { type: 'mrkdwn', text: '*So* much to <https://example.com|read>' } },
  {
    type: 'actions',
    block_id: 'doing',
    elements: [{ type: 'button', action_id: 'pick', value: 'it', text: { type: 'plain_text', text: 'Pick' } }],
  },
];

const tsOf = (n: number) => `${Math.floor(began.getTime() / 1000) - 100_000 + n}.000100`;

function seedOf(people: number, channels: number): Seed {
  const everybody = Array.from({ length: people }, (_, n) => `U0P${n}`);
  return {
    team: { id: 'T0CROWD', name: 'Crowd', domain: 'crowd' },
    people: [
      { id: READER, name: 'reader', real_name: 'Rosa Reader', tz: 'Europe/Amsterdam', is_admin: true },
      ...everybody.map((id, n) => ({ id, name: `p${n}`, real_name: `Person ${n}`, tz: 'Europe/Amsterdam' })),
    ],
    channels: [
      { id: BUSY, name: 'busy', members: [READER, ...everybody], bot: true },
      ...Array.from({ length: channels - 1 }, (_, n) => ({
        id: `C0C${n + 1}`,
        name: `channel-${n + 1}`,
        members: [READER, ...everybody.slice(n % people, (n % people) + 20)],
      })),
    ],
  };
}
