import { grantedScopes } from './api/method.ts';
import { newGrant } from './passes.ts';
import type { World } from './session.ts';
import type { SeedPerson } from './types.ts';

/** What an install link asks for. `wasAsked`: it named the address to come back to itself. */
export type Asked = { scopes: string[]; state: string | undefined; redirectUri: string; wasAsked: boolean };

/** Reads an install link, or answers Slack's word for what is wrong with it. */
export function asked(world: World, query: URLSearchParams): Asked | { error: string } {
  if (query.get('client_id') !== world.client.id) return { error: 'invalid_client_id' };
  const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  if (scopes.length === 0) return { error: 'no_scopes' };
  const known = grantedScopes(world);
  if (!scopes.every((scope) => known.includes(scope))) return { error: 'invalid_scope' };
  const configured = world.manifest.oauth_config?.redirect_urls ?? [];
  const wanted = query.get('redirect_uri');
  const redirectUri = wanted ?? configured[0];
  if (redirectUri === undefined || !configured.some((one) => isWithin(redirectUri, one)))
    return { error: 'bad_redirect_uri' };
  return { scopes, state: query.get('state') ?? undefined, redirectUri, wasAsked: wanted !== null };
}

/** The same address, or one below it: other hosts and ports are refused. */
function isWithin(address: string, configured: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(configured)) return false;
  const [one, other] = [new URL(address), new URL(configured)];
  const folder = other.pathname.replace(/\/?$/, '/');
  return one.origin === other.origin && `${one.pathname}/`.startsWith(folder);
}

/** Who sits at the keyboard when an app is installed: the first owner or admin. */
export function installer({ state }: World): SeedPerson | undefined {
  const people = Object.values(state.people).filter(({ is_bot, deleted }) => !is_bot && !deleted);
  return people.find(({ is_owner, is_admin }) => is_owner || is_admin) ?? people[0];
}

/** Somebody allows it: the address to come back to, with a code that works once. */
export function allow(world: World, { scopes, state, redirectUri, wasAsked }: Asked): string {
  const userId = installer(world)?.id ?? '';
  const code = newGrant(world, { userId, scopes, redirectUri, wasAsked });
  return withQuery(redirectUri, { code, state });
}

/** Somebody doesn't. */
export const cancel = ({ redirectUri, state }: Asked): string =>
  withQuery(redirectUri, { error: 'access_denied', state });

function withQuery(address: string, query: Record<string, string | undefined>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
