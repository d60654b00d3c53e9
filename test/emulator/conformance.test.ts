import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { askable } from './corpus/index.ts';
import { runConformance } from './corpus/run.ts';
import { aGarden, type Garden } from './garden.ts';

let garden: Garden;

beforeAll(async () => {
  garden = await aGarden();
});

afterAll(() => garden.close());
afterEach(() => garden.slack.faults.clear());

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const env = { SLACK_API_URL: garden.slack.apiUrl };
  const code = await runConformance(['--pause', '0', ...args], { env, say: (text) => said.push(text) });
  return { code, said: said.join('\n') };
}

const withToken = (...args: string[]) => run('--token', garden.slack.botToken, ...args);

it('A Slack with the same rules differs in nothing', async () => {
  const { code, said } = await withToken();
  expect(said.split('\n').at(-1)).toBe(`${askable.length} payloads, nothing differs.`);
  expect(code).toBe(0);
});

it('Whoever checks sees what differs, in words and in all', async () => {
  garden.slack.faults.add({ method: 'blocks.validate', times: 1, error: 'invalid_message' });
  expect(await withToken('--only', 'block.divider')).toEqual({
    code: 1,
    said: [
      'block.divider.block_id.max, just inside (taken or refused)',
      '  here   takes it',
      '  Slack  refuses invalid_message',
      '  sent   {"message":{"blocks":[{"type":"divider","block_id":"x…(255)"}]}}',
      '',
      '2 payloads, 1 differs: 1 in what is taken, 0 in words or places.',
    ].join('\n'),
  });
});

it('Slack is asked again as soon as it said it would listen', async () => {
  garden.slack.faults.add({ method: 'blocks.validate', times: 1, retryAfter: 0 });
  expect((await withToken('--only', 'block.divider')).code).toBe(0);
});

it.each([
  ['no token', () => run(), 'npm run conformance -- --token xoxb-…'],
  ['a wrong token', () => run('--token', 'xoxb-nobody'), 'Slack does not know this token.'],
  ['a wish nobody knows', () => withToken('--fast'), 'npm run conformance -- --token xoxb-…'],
  ['a pause that is no number', () => run('--token', 'x', '--pause', 'long'), 'npm run conformance -- --token xoxb-…'],
  ['a rule that is none', () => withToken('--only', 'poem'), 'No rule begins with “poem”.'],
])('With %s it says how, kindly', async (_what, go, sentence) => {
  const { code, said } = await go();
  expect(said).toContain(sentence);
  expect(code).toBe(2);
});
