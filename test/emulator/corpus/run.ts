import { parseArgs } from 'node:util';
import { askSlack, CannotAsk, differences } from './conform.ts';
import { askable } from './index.ts';
import { report } from './report.ts';

const HELP = `Sends what the emulator believes about blocks to the real blocks.validate, and lists differences.

  npm run conformance -- --token xoxb-…      the bot token of any app of yours; nothing is posted
                         --only block.card   only rules that begin so
                         --pause 250         milliseconds between two calls

SLACK_API_URL names another Slack. Ends with 0 when nothing differs, 1 when something does, 2 when Slack couldn't be asked.`;

const PAUSE_MS = 250;

/** Where a run takes its environment from and what it prints to. */
type Surroundings = { env: Record<string, string | undefined>; say: (text: string) => void };

/** Compares the corpus with the Slack that the arguments name, and gives the code to end with. */
export async function runConformance(args: string[], { env, say }: Surroundings): Promise<0 | 1 | 2> {
  try {
    const { token, only, pauseMs } = wishes(args);
    const cases = askable.filter(({ rule }) => rule.startsWith(only));
    if (cases.length === 0) throw new CannotAsk(`No rule begins with “${only}”.`);
    const told = (done: number, all: number) => {
      if (done % 200 === 0) say(`${done} of ${all} sent`);
    };
    const found = await differences(cases, askSlack(token, env.SLACK_API_URL), { pauseMs, told });
    say(report(found, cases.length));
    return found.length === 0 ? 0 : 1;
  } catch (reason) {
    if (!(reason instanceof CannotAsk)) throw reason;
    say(reason.message);
    return 2;
  }
}

function wishes(args: string[]): { token: string; only: string; pauseMs: number } {
  const { token, only = '', pause = String(PAUSE_MS) } = parsed(args);
  const pauseMs = Number(pause);
  if (!token || !Number.isFinite(pauseMs) || pauseMs < 0) throw new CannotAsk(HELP);
  return { token, only, pauseMs };
}

function parsed(args: string[]): { token?: string; only?: string; pause?: string } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { token: text, only: text, pause: text } }).values;
  } catch {
    throw new CannotAsk(HELP);
  }
}
