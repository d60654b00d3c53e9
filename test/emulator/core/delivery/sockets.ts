import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { forgetOldest } from '../bounded.ts';
import { readJson } from '../json.ts';
import type { Json, SocketGoodbye } from '../types.ts';
import { turnAway } from './link.ts';
import { type Around, makeLinks } from './links.ts';
import type { Parcel, Receipt, Transport } from './transport.ts';

/** How long a payload waits for a connection when there is none. Slack doesn't document it; a reconnect fits in. */
const GRACE_MS = 250;
/** docs.slack.dev/apis/events-api/using-socket-mode: how long a connection lasts that asked for `debug_reconnects`. */
const DEBUG_LASTS_MS = 360_000;

export type Sockets = Transport & {
  /** The way of a new address; it serves once. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  /** Sends `disconnect`; nothing more is routed to those who got it. */
  refresh(goodbye?: SocketGoodbye): void;
  /** Cuts all without a word. */
  drop(): void;
  /** All go on looking open, but nothing passes. */
  freeze(): void;
  close(): Promise<void>;
};

/** Whether the app's manifest has it on, and how many real milliseconds a connection lasts. */
type Settings = { on: boolean; lastsMs: number };

/** Socket Mode: several connections, each payload to one of those not told to disconnect. */
export function makeSockets(around: Omit<Around, 'heard'>, { on, lastsMs }: Settings): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (receipt: Receipt) => void>();
  const links = makeLinks({ ...around, heard: acknowledged });

  /** An acknowledgement counts whichever connection it comes over. */
  function acknowledged(data: string) {
    const { envelope_id: id, payload } = said(data);
    if (!id) return;
    waiting.get(id)?.({ got: 'ack', body: isEmpty(payload) ? undefined : payload });
    waiting.delete(id);
  }

  return {
    async send(envelopeId, parcel) {
      const send = await links.next(GRACE_MS);
      if (!send) return { got: 'nobody there' };
      return new Promise((resolve) => {
        waiting.set(envelopeId, resolve);
        forgetOldest(waiting);
        send(JSON.stringify(envelope(envelopeId, parcel)));
      });
    },
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${around.appId}`;
    },
    upgrade(request, socket, head) {
      const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
      if (!tickets.delete(asked.get('ticket') ?? '')) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      const lasts = asked.get('debug_reconnects') === 'true' ? Math.min(DEBUG_LASTS_MS, lastsMs) : lastsMs;
      server.handleUpgrade(request, socket, head, (link) =>
        on ? links.add(link, lasts) : turnAway(link, 'link_disabled'),
      );
    },
    count: links.count,
    refresh: (goodbye = {}) => links.tellToGo(goodbye),
    drop: links.cut,
    freeze: links.freeze,
    async close() {
      waiting.clear();
      await links.close();
      server.close();
    },
  };
}

type Said = { envelope_id?: string; payload?: Json };

/** What an app sends; anything but an acknowledgement is passed over, as Slack does. */
function said(data: string): Said {
  try {
    return (readJson(data) as Said | null) ?? {};
  } catch {
    return {};
  }
}

/** Events say in it whether they come again; whatever the reason, Slack calls it a timeout here. */
const envelope = (envelope_id: string, { type, payload, acceptsBody, retry }: Parcel) => ({
  envelope_id,
  type,
  payload,
  accepts_response_payload: acceptsBody,
  ...(type === 'events_api' && { retry_attempt: retry?.attempt ?? 0, retry_reason: retry ? 'timeout' : '' }),
});

const isEmpty = (payload: Json | undefined) =>
  payload === undefined || (typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0);
