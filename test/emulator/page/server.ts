import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Routes, Slack } from '../core/types.ts';
import { doAs, doing } from './act.ts';
import { bundle } from './server/bundle.ts';
import { type Changes, changesOf } from './server/changes.ts';
import { breaks, mends } from './server/faults.ts';
import { sendUpload, takeUpload } from './server/files.ts';
import { HTML } from './server/html.ts';
import { RequestError, readJson, send } from './server/http.ts';
import { logOf } from './server/log.ts';
import { type Directory, directoryOf } from './server/people.ts';
import { makeSent } from './server/sent.ts';
import { channelsFor, type Newcomer, stateFor, tourFor } from './server/state.ts';

/** How the page turns the clock. */
export type ClockControls = {
  now(): Date;
  /** Where the clock can be turned to from where it stands. */
  targets(): { label: string; at: Date }[];
  /** Ends when the clock stands there and all that was due on the way has happened. */
  turn(to: Date): Promise<void>;
};

/** What a page is served from. The clock's state is kept here, because it isn't Slack's. */
type Served = {
  slack: Slack;
  controls: ClockControls;
  newcomer: Newcomer;
  turning: boolean;
  changes: Changes;
  directory: Directory;
  sent: ReturnType<typeof makeSent<ReturnType<typeof stateFor>>>;
  log: ReturnType<typeof logOf>;
};

type Handle = (served: Served, request: IncomingMessage, url: URL) => unknown;

/**
 * Everything the page needs, for the `routes` of `startEmulator`. The emulator that takes these routes is handed over
 * by `slack`, which is asked at the first request, when it stands.
 */
export function pageRoutes(slack: () => Slack, controls: ClockControls, newcomer: Newcomer = greeting): Routes {
  let files: ReturnType<typeof bundle> | undefined;
  let served: Served | undefined;
  const now = () => {
    const running = slack();
    served ??= {
      slack: running,
      controls,
      newcomer,
      turning: false,
      changes: changesOf(running),
      directory: directoryOf(running),
      sent: makeSent(),
      log: logOf(running),
    };
    return served;
  };
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://page');
    if (request.method === 'GET' && FILES.has(url.pathname)) {
      files ??= bundle();
      return sendFile(response, url.pathname, await files);
    }
    if (url.pathname === '/page/changes') return now().changes.follow(response);
    const [, fileId] = /^\/page\/file\/(\w+)$/.exec(url.pathname) ?? [];
    if (fileId && request.method === 'GET') return sendUpload(now().slack, fileId, response);
    const handle = ROUTES[`${request.method} ${url.pathname.replace(/\/\d+$/, '/:id')}`];
    return handle ? answer(response, () => handle(now(), request, url)) : false;
  };
}

/** Where nobody says better. */
const greeting: Newcomer = { example: () => 'Hello' };

const ROUTES: Readonly<Record<string, Handle>> = {
  'GET /page/state': ({ slack, controls, newcomer, turning, directory, sent }, _request, url) => {
    const clock = { now: controls.now(), turning, targets: controls.targets() };
    const { page, known, ...asked } = where.parse(Object.fromEntries(url.searchParams));
    const state = stateFor({ slack, clock, newcomer, directory }, asked);
    return page ? sent(page, known, state) : state;
  },
  'GET /page/people': ({ directory }) => directory.people(),
  'GET /page/channels': ({ slack }, _request, url) => channelsFor(slack, url.searchParams.get('as') ?? ''),
  'GET /page/tour': ({ slack, newcomer }, _request, url) => tourFor(slack, newcomer, url.searchParams.get('as') ?? ''),
  'GET /page/log': ({ log }) => log.lines(),
  'GET /page/log/:id': ({ log }, _request, url) => log.detail(Number(url.pathname.split('/').at(-1))),
  'POST /page/act': async ({ slack }, request) => {
    const { as, do: it } = z.object({ as: z.string(), do: doing }).parse(await readJson(request));
    return doAs(slack, as, it);
  },
  'POST /page/file': ({ slack }, request, url) => takeUpload(slack, request, url.searchParams),
  'POST /page/fault': async ({ slack }, request) => {
    const { id } = z.object({ id: z.string().optional() }).parse(await readJson(request));
    if (id === undefined) mends(slack);
    else breaks(slack, id);
    return {};
  },
  'POST /page/clock': async (served, request) => {
    const { to } = z.object({ to: z.iso.datetime() }).parse(await readJson(request));
    await turn(served, new Date(to));
    return {};
  },
};

const where = z.object({
  as: z.string().default(''),
  in: z.string().default(''),
  newest: z.coerce.number().int().min(1).max(5000).default(60),
  thread: z.string().default(''),
  tab: z.string().default(''),
  /** The page was loaded anew: what only this person saw is gone. */
  anew: z.literal('yes').optional(),
  /** The page that asks, and the number of the state it has; without it, it is told everything. */
  page: z.string().optional(),
  known: z.coerce.number().default(0),
});

/** One turn at a time; the page shows that it is on its way, and that it is done even when it failed. */
async function turn(served: Served, to: Date) {
  if (served.turning) throw new RequestError(409, 'The clock is being turned already.');
  served.turning = true;
  served.changes.tell();
  try {
    await served.controls.turn(to);
  } finally {
    served.turning = false;
    served.changes.tell();
  }
}

async function answer(response: ServerResponse, work: () => unknown): Promise<true> {
  try {
    return send(response, 200, JSON.stringify(await work()), 'application/json');
  } catch (error) {
    const status = error instanceof RequestError ? error.status : error instanceof z.ZodError ? 400 : 409;
    return send(response, status, error instanceof Error ? error.message : String(error), 'text/plain; charset=utf-8');
  }
}

const FILES = new Set(['/', '/page.js', '/page.css']);

function sendFile(response: ServerResponse, path: string, { script, style }: Awaited<ReturnType<typeof bundle>>): true {
  if (path === '/page.js') return send(response, 200, script, 'text/javascript; charset=utf-8');
  if (path === '/page.css') return send(response, 200, style, 'text/css; charset=utf-8');
  return send(response, 200, HTML, 'text/html; charset=utf-8');
}
