import { DEFAULT_OPTIONS } from '../../src/delivery/options.ts';
import type { Chance } from './chance.ts';

/** What goes wrong with a call to Slack. `commits`: Slack did what was asked all the same. */
export type CallFault =
  | { is: 'dies before' | 'dies after' | 'answer lost' | 'cut' }
  | { is: 'commits late' | 'stale'; ms: number }
  | { is: 'hangs' | 'fails'; commits: boolean }
  | { is: 'limited'; seconds: number }
  | { is: 'refuses'; error: string };

/** What goes wrong with a transaction. `undone`: an error, and nothing of it stays; `unheard`: it stays, but an error says no. */
export type TransactionFault =
  | { is: 'dies before commit' | 'dies after commit' | 'undone' | 'unheard' }
  | { is: 'answers late'; ms: number };

/** How often something goes wrong: a part of all calls, and of all transactions. */
export type Weather = { calls: number; transactions: number };

/** Nothing goes wrong by itself. */
export const CALM: Weather = { calls: 0, transactions: 0 };

/**
 * A late commit and a history that shows late together stay inside the quarantine, counted from a request's end: beyond
 * it the product promises nothing.
 */
const LATE_MS = DEFAULT_OPTIONS.quarantineSeconds * 1000 * 0.5;
const STALE_MS = DEFAULT_OPTIONS.quarantineSeconds * 1000 * 0.4;

/** What strikes a call of this method, if anything. */
export function callFault(chance: Chance, { calls }: Weather, method: string): CallFault | undefined {
  if (!chance.happens(calls)) return undefined;
  if (method === 'conversations.history' && chance.happens(0.5))
    return { is: 'stale', ms: chance.between(1_000, STALE_MS) };
  return chance.pick<() => CallFault>([
    () => ({ is: 'dies before' }),
    () => ({ is: 'dies after' }),
    () => ({ is: 'answer lost' }),
    () => ({ is: 'answer lost' }),
    () => ({ is: 'cut' }),
    () => ({ is: 'commits late', ms: chance.between(100, LATE_MS) }),
    () => ({ is: 'hangs', commits: chance.happens(0.5) }),
    () => ({ is: 'limited', seconds: chance.between(1, 60) }),
    () => ({ is: 'fails', commits: chance.happens(0.5) }),
    () => ({
      is: 'refuses',
      error: chance.pick(['ratelimited', 'internal_error', 'access_denied', 'nobody_knows_this']),
    }),
  ])();
}

/** What strikes a transaction, if anything. */
export function transactionFault(chance: Chance, { transactions }: Weather): TransactionFault | undefined {
  if (!chance.happens(transactions)) return undefined;
  return chance.pick<() => TransactionFault>([
    () => ({ is: 'dies before commit' }),
    () => ({ is: 'dies after commit' }),
    () => ({ is: 'undone' }),
    () => ({ is: 'unheard' }),
    () => ({ is: 'answers late', ms: chance.between(100, 70_000) }),
  ])();
}
