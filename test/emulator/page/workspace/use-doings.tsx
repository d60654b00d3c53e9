import type { ConfirmationDialog } from '@slack/types';
import { useMemo, useState } from 'preact/hooks';
import type { Do, Done } from '../act.ts';
import { act } from '../api.ts';
import { ConfirmDialog } from '../view/confirm-dialog.tsx';
import type { Doing } from './doing.ts';
import { uploadFile } from './upload.ts';

type Question = { confirm: ConfirmationDialog; answer(yes: boolean): void };

/** What this person can do, the confirm dialog that may come first, and what went wrong on the way, in words. */
export function useDoings(as: string, refresh: () => Promise<void>) {
  const [question, setQuestion] = useState<Question | undefined>();
  const [trouble, setTrouble] = useState<string | undefined>();
  const doing = useMemo((): Doing => {
    const attempt = async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
      try {
        setTrouble(undefined);
        return await work();
      } catch (error) {
        setTrouble(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    };
    const done = async (it: Do): Promise<Done> => {
      const answer = await attempt(() => act(as, it));
      await refresh();
      return answer ?? {};
    };
    return {
      send: async (it) => (await done(it)).choices ?? [],
      openDm: async (people) => (await done({ what: 'opensDm', people })).channel,
      attach: (file) => attempt(() => uploadFile(as, file)),
      ask: (confirm) =>
        new Promise((resolve) => {
          const answer = (yes: boolean) => {
            setQuestion(undefined);
            resolve(yes);
          };
          setQuestion({ confirm, answer });
        }),
    };
  }, [as, refresh]);
  return {
    doing,
    trouble,
    forgetTrouble: () => setTrouble(undefined),
    dialog: question && <ConfirmDialog {...question} />,
  };
}
