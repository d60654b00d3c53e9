import type { WebSocket } from 'ws';

/** One connection. `frozen`: it looks open on both sides, but nothing passes any more. */
export type Link = { socket: WebSocket; state: 'open' | 'warned' | 'told' | 'frozen'; unanswered: number };

/** docs.slack.dev/apis/events-api/using-socket-mode; the last is what Slack says to an eleventh connection. */
export type Goodbye = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** What Slack says first: `connections` with this one, and the real milliseconds it lasts. */
export type Hello = { appId: string; connections: number; lastsMs: number };

/** A connection that leaves so many pings in a row unanswered is cut. */
const MOST_UNANSWERED = 2;
/** Real milliseconds between Slack's warning and its refresh, and from there until it cuts who hasn't gone. */
const WARNING_MS = 10_000;

/** Greets a connection, and tells it in good time that its end has come. */
export function greet(socket: WebSocket, hello: Hello, changed: () => void): Link {
  const link: Link = { socket, state: 'open', unanswered: 0 };
  const end = (reason: Goodbye, inMs: number) =>
    setTimeout(() => {
      tell(link, reason);
      changed();
    }, inMs).unref();
  const ends = [end('warning', Math.max(0, hello.lastsMs - WARNING_MS)), end('refresh_requested', hello.lastsMs)];
  socket.on('close', () => ends.forEach(clearTimeout));
  socket.on('pong', () => {
    link.unanswered = 0;
  });
  socket.send(greeting(hello));
  return link;
}

/** Tells a connection to go; nothing reaches one that is frozen. */
export function tell(link: Link, reason: Goodbye) {
  if (link.state === 'frozen') return;
  link.state = reason === 'warning' ? 'warned' : 'told';
  link.socket.send(disconnect(reason));
  if (reason === 'link_disabled') link.socket.close();
  if (reason === 'refresh_requested') setTimeout(() => link.socket.terminate(), WARNING_MS).unref();
}

/** Says why not, and closes. */
export function turnAway(socket: WebSocket, reason: Goodbye) {
  socket.send(disconnect(reason));
  socket.close();
}

/** Asks whether anybody is there, and cuts who hasn't said so for too long. */
export function ping(link: Link) {
  if (link.unanswered >= MOST_UNANSWERED) return link.socket.terminate();
  link.unanswered += 1;
  if (link.state !== 'frozen') link.socket.ping();
}

export function freeze(link: Link) {
  link.state = 'frozen';
  link.socket.pause();
}

/** Whether payloads may still be sent to it. */
export const isRoutable = ({ state, socket }: Link) => state !== 'told' && socket.readyState === socket.OPEN;

const disconnect = (reason: Goodbye) =>
  JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-emulator' } });

const greeting = ({ appId, connections, lastsMs }: Hello) =>
  JSON.stringify({
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: appId },
    debug_info: { host: 'applink-emulator', build_number: 1, approximate_connection_time: Math.round(lastsMs / 1000) },
  });
