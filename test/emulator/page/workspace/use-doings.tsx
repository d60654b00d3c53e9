import type { ConfirmationDialog } from '@slack/types';
import { useMemo, useState } from 'preact/hooks';
import { act } from '../api.ts';
import { ConfirmDialog } from '../view/confirm-dialog.tsx';
import type { Doing } from './doing.ts';

type Question = { confirm: ConfirmationDialog; answer(yes: boolean): void };

/** What this person can do, the confirm dialog that may come first, and what went wrong on the way, in words. */
export function useDoings(as: string, refresh: () => Promise<void>) {
  const [question, setQuestion] = useState<Question | undefined>();
  const [trouble, setTrouble] = useState<string | undefined>();
  const doing = useMemo(
    (): Doing => ({
      async send(it) {
        try {
          setTrouble(undefined);
          return (await act(as, it)).choices ?? [];
        } catch (error) {
          setTrouble(error instanceof Error ? error.message : String(error));
          return [];
        } finally {
          await refresh();
        }
      },
      ask: (confirm) =>
        new Promise((resolve) => {
          const answer = (yes: boolean) => {
            setQuestion(undefined);
            resolve(yes);
          };
          setQuestion({ confirm, answer });
        }),
    }),
    [as, refresh],
  );
  return {
    doing,
    trouble,
    forgetTrouble: () => setTrouble(undefined),
    dialog: question && <ConfirmDialog {...question} />,
  };
}
