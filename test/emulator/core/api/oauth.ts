import type { OAuthV2AccessArguments, OauthV2AccessResponse } from '@slack/web-api';
import { type Grant, useGrant } from '../passes.ts';
import type { World } from '../session.ts';
import { type Answer, type Given, type Method, Refused } from './method.ts';

type Args = Given<OAuthV2AccessArguments>;

/** docs.slack.dev/reference/methods/oauth.v2.access */
const access: Method = {
  token: 'none',
  scopes: [],
  run(world, args: Args) {
    const grant = grantFor(world, args);
    world.state.uninstalled = false;
    world.changed();
    // The SDK doesn't know that Slack says null where there is no enterprise.
    return { ...installed(world, grant), enterprise: null };
  },
};

function grantFor(world: World, { client_id, client_secret, grant_type, code, redirect_uri }: Args): Grant {
  if (client_id !== world.client.id) throw new Refused('invalid_client_id');
  if (client_secret !== world.client.secret) throw new Refused('bad_client_secret');
  if (grant_type !== undefined && grant_type !== 'authorization_code') throw new Refused('invalid_grant_type');
  const grant = useGrant(world, String(code));
  if (!grant) throw new Refused('invalid_code');
  const same = redirect_uri === undefined ? !grant.wasAsked : redirect_uri === grant.redirectUri;
  if (!same) throw new Refused('bad_redirect_uri');
  return grant;
}

const installed = ({ state, tokens }: World, { userId, scopes }: Grant): Answer<OauthV2AccessResponse> => ({
  access_token: tokens.bot,
  token_type: 'bot',
  scope: scopes.join(','),
  bot_user_id: state.bot.id,
  app_id: state.bot.appId,
  team: { id: state.team.id, name: state.team.name },
  authed_user: { id: userId },
  is_enterprise_install: false,
});

/** docs.slack.dev/reference/methods/oauth.… */
export const oauth: Record<string, Method> = { 'oauth.v2.access': access };
