import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { forgetOldest } from '../bounded.ts';
import type { Json } from '../shapes.ts';
import { makeLinks } from './links.ts';
import type { Parcel, Receipt, Transport } from './transport.ts';

/** How long a payload waits for a connection when there is none. Slack doesn't document it; a reconnect fits in. */
const GRACE_MS = 250;

export type Sockets = Transport & {
  /** The way of a new address; it serves once. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  /** Sends `disconnect` to all; nothing more is routed to them. */
  refresh(): void;
  /** Cuts all without a word. */
  drop(): void;
  close(): Promise<void>;
};

/** Socket Mode: several connections, each payload to one of those not told to disconnect. */
export function makeSockets(appId: string, changed: () => void): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (receipt: Receipt) => void>();
  const links = makeLinks(appId, acknowledged, changed);

  /** An acknowledgement counts whichever connection it comes over. */
  function acknowledged(data: string) {
    const { envelope_id: id, payload } = JSON.parse(data) as { envelope_id?: string; payload?: Json };
    if (!id) return;
    waiting.get(id)?.({ got: 'ack', body: isEmpty(payload) ? undefined : payload });
    waiting.delete(id);
  }

  return {
    async send(envelopeId, parcel) {
      const socket = await links.next(GRACE_MS);
      if (!socket) return { got: 'nobody there' };
      return new Promise((resolve) => {
        waiting.set(envelopeId, resolve);
        forgetOldest(waiting);
        socket.send(JSON.stringify(envelope(envelopeId, parcel)));
      });
    },
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      server.handleUpgrade(request, socket, head, links.add);
    },
    count: links.count,
    refresh: links.tellToGo,
    drop: links.cut,
    async close() {
      waiting.clear();
      await links.close();
      server.close();
    },
  };
}

const envelope = (envelope_id: string, { type, payload, acceptsBody, retry }: Parcel) => ({
  envelope_id,
  type,
  payload,
  accepts_response_payload: acceptsBody,
  ...(retry && { retry_attempt: retry.attempt, retry_reason: retry.reason }),
});

const isEmpty = (payload: Json | undefined) =>
  payload === undefined || (typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0);
