import type { Do } from './act.ts';
import type { Choice, LogLine, PageState } from './contract.ts';

/** What this page asks of the server beside it. A failure is an error with words for people. */
export const fetchState = (where: { as: string; in: string; newest: number }) =>
  get<PageState>(`/page/state?${new URLSearchParams({ as: where.as, in: where.in, newest: String(where.newest) })}`);

export const fetchLog = () => get<LogLine[]>('/page/log');

/** The JSON behind a line of the log. */
export const fetchDetail = (id: number) => get<unknown>(`/page/log/${id}`);

export const act = (as: string, doing: Do) => post<{ choices?: Choice[] }>('/page/act', { as, do: doing });

/** Ends when the clock stands there and everything that was due on the way has happened. */
export const turnClock = (to: string) => post<Record<string, never>>('/page/clock', { to });

const get = async <T>(path: string): Promise<T> => read(await fetch(path));

const post = async <T>(path: string, body: unknown): Promise<T> =>
  read(
    await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );

async function read<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw new Error(`The emulator answered: ${await response.text()}`);
}
