import type { Do, Done } from './act.ts';
import type { LogDetail, LogLine, PageConversation, PagePeople, PageState } from './contract.ts';
import { applied } from './delta.ts';
import type { Sent } from './server/sent.ts';
import type { Tour } from './tour/tour.ts';

/** What somebody looks at. `anew`: the page was just loaded. */
export type Question = { as: string; in: string; tab: string; thread: string; newest: number; anew: boolean };

/** What this page asks of the server beside it. A failure is an error with words for people. */
export async function fetchState({ newest, anew, ...where }: Question, before?: Known): Promise<Known> {
  const asked = { ...where, newest: String(newest), ...(anew && { anew: 'yes' }) };
  const query = new URLSearchParams({ ...asked, page: PAGE, known: String(before?.number ?? 0) });
  const sent = await get<Sent<PageState>>(`/page/state?${query}`);
  if ('state' in sent) return sent;
  if (!before) throw new Error('The emulator answered with a change of what this page doesn’t have.');
  return { number: sent.number, state: applied(before.state, sent.delta) };
}

/** A state, and the number under which the server remembers what this page has. */
export type Known = { number: number; state: PageState };

const PAGE = crypto.randomUUID();

export const fetchPeople = () => get<PagePeople>('/page/people');

/** All channels somebody may look into. */
export const fetchChannels = (as: string) => get<PageConversation[]>(`/page/channels?${new URLSearchParams({ as })}`);

/** The tour in this person's words; null where there is none. */
export const fetchTour = (as: string) => get<Tour | null>(`/page/tour?${new URLSearchParams({ as })}`);

export const fetchLog = () => get<LogLine[]>('/page/log');

/** The JSON behind a line of the log. */
export const fetchDetail = (id: number) => get<LogDetail>(`/page/log/${id}`);

export const act = (as: string, doing: Do) => post<Done>('/page/act', { as, do: doing });

/** Lets something go wrong; without an id, mends everything. */
export const breakSomething = (id?: string) => post<Record<string, never>>('/page/fault', { id });

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
