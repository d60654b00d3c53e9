import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import { answer, type Obstacles, type Reply } from './api/answer.ts';
import { callMethod, scopeHeaders } from './api/call.ts';
import type { Sockets } from './delivery/sockets.ts';
import { useUrl } from './respond.ts';
import type { World } from './session.ts';
import { isAbout } from './subjects.ts';
import type { JsonObject, Routes } from './types.ts';
import { uploadOver } from './uploads.ts';
import { serveWeb } from './web.ts';

type Parts = Obstacles & { world: World; sockets: Sockets; routes: Routes | undefined };

/** The HTTP side: the API, response_urls, uploads, files, the install page, the WebSocket upgrade, and `routes`. */
export async function listen(parts: Parts, port: number): Promise<Server> {
  const server = createServer((request, response) => void serve(parts, request, response));
  server.on('upgrade', (request, socket, head) => parts.sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  parts.world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse) {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, area, name = ''] = /^\/(api|response|upload\/v1)\/(.+)$/.exec(pathname) ?? [];
    if (area === 'api') return write(await callOver(parts, request, name), response);
    if (area === 'response') return write(await respondOver(parts, request, name), response);
    if (area === 'upload/v1') return write(await uploadOver(parts.world, parts, request, name), response);
    if (await serveWeb(parts.world, request, response)) return;
    const taken = await parts.routes?.(request, response);
    if (!taken) response.writeHead(404).end();
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(error instanceof Error ? error.stack : 'error');
  }
}

async function callOver(parts: Parts, request: IncomingMessage, name: string): Promise<Reply> {
  const { world } = parts;
  const args = { ...credentialsOf(request), ...(await argumentsOf(request)) };
  const token = tokenOf(request) ?? (typeof args.token === 'string' ? args.token : undefined);
  const work = () => ({ status: 200, headers: scopeHeaders(world, name), body: callMethod(world, name, token, args) });
  return answer(world, parts, { name, args, isAbout: (each) => isAbout(world, args, each), work });
}

async function respondOver(parts: Parts, request: IncomingMessage, id: string): Promise<Reply> {
  const { world } = parts;
  const args = await argumentsOf(request);
  const { channel = '', userId = '' } = world.responseUrls.get(id) ?? {};
  const about = { channel, user: userId };
  return answer(world, parts, {
    name: 'response_url',
    args,
    isAbout: (each) => isAbout(world, about, each),
    work: () => useUrl(world, id, args),
  });
}

/** An app may say who it is in the header when it fetches its token (docs.slack.dev/reference/methods/oauth.v2.access). */
function credentialsOf({ headers }: IncomingMessage): JsonObject {
  const [, basic] = /^Basic (.+)$/i.exec(headers.authorization ?? '') ?? [];
  if (basic === undefined) return {};
  const [client_id, client_secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { client_id, client_secret };
}

const tokenOf = ({ headers }: IncomingMessage) => /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];

async function argumentsOf(request: IncomingMessage): Promise<JsonObject> {
  const body = await bodyOf(request);
  const isJson = request.headers['content-type']?.includes('application/json') ?? false;
  if (isJson) return body === '' ? {} : (JSON.parse(body) as JsonObject);
  return Object.fromEntries(new URLSearchParams(body));
}

function write(reply: Reply, response: ServerResponse) {
  if (reply.kind === 'cut') return void response.destroy();
  if (reply.kind === 'hang') return;
  if (reply.kind === 'garbage') return void response.writeHead(200, { 'content-type': 'text/html' }).end(PROXY_PAGE);
  const { status, headers, body } = reply;
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body));
}

/** What a proxy between the app and Slack says when it thinks it knows better. */
const PROXY_PAGE = '<html><body><h1>It works!</h1></body></html>';
