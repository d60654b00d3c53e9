/** Slack's answers to a token that no waiting will mend (docs.slack.dev/reference/methods/auth.test, apps.connections.open). */
export const HOPELESS: ReadonlySet<string> = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'user_removed_from_team', 'team_disabled', 'token_revoked'],
  ...['token_expired', 'not_allowed_token_type', 'missing_scope', 'no_permission'],
]);
