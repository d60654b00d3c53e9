import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whether a request comes from an app or from a page of this Slack's own. Any web page can post to 127.0.0.1, and one
 * whose name suddenly resolves there can read the answer: neither may act for people here.
 */
export const isFromHere = ({ method, headers }: IncomingMessage): boolean =>
  isThisMachine(headers.host) && (method === 'GET' || method === 'HEAD' || isSameOrigin(headers));

/** A name that somebody else could point here is none of ours. */
function isThisMachine(host = ''): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname.replace(/^\[|\]$/g, '')) > 0;
}

/** Browsers say where a request comes from; nobody else has to. */
function isSameOrigin({ host, origin, 'sec-fetch-site': site }: IncomingMessage['headers']): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
