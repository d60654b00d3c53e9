import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';
import { grantedScopes } from './api/method.ts';
import { findFile, mayRead } from './files.ts';
import { allow, asked, cancel } from './oauth.ts';
import { installPage, refusedPage, signInPage } from './oauth-page.ts';
import { refuse, type World } from './session.ts';

/** What a browser or a download asks of Slack besides its API: the install page, and files. Answers whether it was that. */
export async function serveWeb(world: World, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, fileId] = /^\/files\/([^/]+)\/[^/]+$/.exec(pathname) ?? [];
  if (fileId !== undefined) download(world, fileId, request, response);
  else if (pathname !== '/oauth/v2/authorize') return false;
  else if (request.method === 'POST') answerInstall(world, new URLSearchParams(await bodyOf(request)), response);
  else askInstall(world, searchParams, response);
  return true;
}

/** Bytes for the app's token; whoever comes without gets a page to sign in, with status 200, as from Slack. */
function download(world: World, id: string, { headers }: IncomingMessage, response: ServerResponse) {
  const file = findFile(world, id);
  if (!file) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('file_not_found');
  const isApp = headers.authorization === `Bearer ${world.tokens.bot}`;
  const may = isApp && grantedScopes(world).includes('files:read') && mayRead(world, file);
  if (!may) {
    refuse(world, `file ${id}`, isApp ? 'missing_scope' : 'not_authed', []);
    return html(response, 200, signInPage(world.state.team.name));
  }
  response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.size });
  response.end(Buffer.from(file.content ?? '', 'base64'));
}

function askInstall(world: World, query: URLSearchParams, response: ServerResponse) {
  const link = asked(world, query);
  if ('error' in link) return refused(world, link.error, response);
  html(response, 200, installPage(world, query, link));
}

function answerInstall(world: World, form: URLSearchParams, response: ServerResponse) {
  const link = asked(world, form);
  if ('error' in link) return refused(world, link.error, response);
  const back = form.get('answer') === 'allow' ? allow(world, link) : cancel(link);
  response.writeHead(302, { location: back }).end();
}

function refused(world: World, error: string, response: ServerResponse) {
  refuse(world, 'install', error, []);
  html(response, 400, refusedPage(error));
}

function html(response: ServerResponse, status: number, page: string) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
}
