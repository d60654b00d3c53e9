import { afterEach, beforeEach } from 'vitest';
import { type Manifest, type Seed, type Slack, startEmulator } from './core/index.ts';
import type { LogLine, PagePeople, PageState } from './page/contract.ts';
import type { Newcomer } from './page/server/state.ts';
import { type ClockControls, pageRoutes } from './page/server.ts';
import type { Heard } from './tea-gallery/serve.ts';
import { manifest, seed, teaTrolley } from './tea-trolley.ts';

/** What differs from the reading room as it is: more people, other commands, a clock that takes its time. */
export type Around = {
  seed?: Partial<Seed>;
  manifest?: Partial<Manifest>;
  /** How the page receives somebody who opens it for the first time. */
  newcomer?: Newcomer;
  /** Told of what people do with everything that the app can show. */
  heard?: Heard;
  /** Waited for before the clock has turned. */
  turning?: (to: Date) => Promise<void>;
};

/**
 * The server of the page, for each test with a new Slack and the Tea Trolley at work in it. To be called once in a file
 * or a `describe`.
 */
export function aTeaPage({ seed: people, manifest: declared, newcomer, heard, turning = async () => {} }: Around = {}) {
  let slack: Slack;
  let now: Date;
  const controls: ClockControls = {
    now: () => now,
    targets: () => [{ label: 'To Monday 09:00', at: new Date('2026-11-23T08:00:00Z') }],
    async turn(to) {
      await turning(to);
      now = to;
    },
  };
  let stop = async () => {};
  beforeEach(async () => {
    now = new Date('2026-11-20T09:00:00Z');
    slack = await startEmulator({
      manifest: { ...manifest, ...declared },
      seed: { ...seed, ...people },
      clock: { now: () => now },
      routes: pageRoutes(() => slack, controls, newcomer),
    });
    const app = teaTrolley(slack, heard);
    await app.start();
    stop = async () => {
      await app.stop();
      await slack.close();
    };
  });
  afterEach(() => stop());

  const get = (path: string) => fetch(new URL(path, slack.url));
  const asked = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T;
  const post = (path: string, body: unknown) =>
    fetch(new URL(path, slack.url), { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  return {
    get slack() {
      return slack;
    },
    /** Lets that much of the turned clock pass. */
    waits(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    get,
    post,
    asked,
    does: async (as: string, it: Record<string, unknown>) => (await post('/page/act', { as, do: it })).json(),
    state: (query = '') => asked<PageState>(`/page/state?${query}`),
    everybody: () => asked<PagePeople>('/page/people'),
    log: () => asked<LogLine[]>('/page/log'),
  };
}
