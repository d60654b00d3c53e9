import type { Deps } from '../../deps.ts';
import { plainText } from '../../slack/escape.ts';
import { runImport } from './run.ts';
import { importStore } from './store.ts';
import { reportMessage } from './views.ts';

/** What an operator's script is told: how far it is, and last what came of it, in words. */
export type Progress = { read: number; rows: number } | { ok: boolean; says: string };

/** Reads an operator's file as an admin's is read; nobody in Slack is told. */
export async function importForOperator(
  means: Pick<Deps, 'db' | 'clock' | 'ids'>,
  bytes: Buffer,
  tell: (progress: Progress) => void,
): Promise<void> {
  const id = means.ids.uuid();
  await means.db.run((tx) => importStore(tx).begin(id, null, means.clock.now()));
  const told = async (_tx: unknown, read: number, rows: number) => {
    if (read > 0) tell({ read, rows });
  };
  const outcome = await runImport(means, { id, by: null, bytes, told });
  const ok = !('refused' in outcome);
  const one = { id, by: null, read: 0, rows: 0, outcome, state: ok ? ('done' as const) : ('refused' as const) };
  tell({ ok, says: plainText(reportMessage(one, 'en').text) });
}
