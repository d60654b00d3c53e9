import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** What became of a call that posts, edits or deletes. `code` is Slack's error or ours, safe to keep and to log. */
export type Outcome =
  | { is: 'done'; channel: string; ts: string }
  /** Not now: nothing was posted, and this method waits so many seconds. */
  | { is: 'limited'; retryAfter: number; code: string }
  /** Nothing was posted and the whole workspace is closed to us for a while. */
  | { is: 'later'; code: string }
  /** Our token or installation is refused: nobody gets anything until somebody repairs it. */
  | { is: 'stopped'; code: string }
  /** This channel doesn't take it today; an unarchive or an invitation may change that. */
  | { is: 'held'; code: string }
  /** Refused for good: the person can't be reached, or the message is our mistake. */
  | { is: 'failed'; code: string }
  /** The workspace refuses charts and tables; the message has a plain form. */
  | { is: 'plain-only'; code: string }
  /** The message to edit or delete is no longer there. */
  | { is: 'missing'; code: string }
  /** It may have been done, or be done late. */
  | { is: 'unknown'; code: string };

/** What was sent, as far as the meaning of a refusal depends on it. `charts`: blocks that a workspace may not know. */
export type Sent = { to: 'person' | 'channel'; charts: boolean };

/** Seconds to wait where Slack limits without saying for how long. */
const RETRY_AFTER = 30;

/**
 * Slack's error codes by what they mean for a message (docs.slack.dev/reference/methods/chat.postMessage, chat.update,
 * chat.delete). A code that isn't here is unknown: it is never taken for a refusal, so that nothing is doubled or lost.
 */
export const CODES = {
  limited: ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
  later: [
    ...['accesslimited', 'access_denied', 'ekm_access_denied', 'org_login_required', 'team_access_not_granted'],
    ...['team_added_to_org', 'two_factor_setup_required'],
  ],
  stopped: [
    ...['account_inactive', 'invalid_auth', 'messages_tab_disabled', 'missing_scope', 'no_permission', 'not_authed'],
    ...['not_allowed_token_type', 'token_expired', 'token_revoked', 'enterprise_is_restricted'],
  ],
  refused: [
    ...['cannot_dm_bot', 'channel_not_found', 'external_channel_migrating', 'is_archived', 'is_inactive'],
    ...['not_in_channel', 'restricted_action', 'restricted_action_non_threadable_channel'],
    ...['restricted_action_read_only_channel', 'restricted_action_thread_locked'],
    ...['restricted_action_thread_only_channel', 'slack_connect_canvas_sharing_blocked'],
    ...['slack_connect_file_link_sharing_blocked', 'slack_connect_lists_sharing_blocked', 'team_not_found'],
    ...['user_disabled', 'user_not_found', 'user_not_visible', 'users_not_found'],
  ],
  charts: ['invalid_blocks', 'invalid_blocks_format'],
  mistake: [
    ...['as_user_not_supported', 'attachment_payload_limit_exceeded', 'block_mismatch', 'cannot_reply_to_message'],
    ...['cant_broadcast_message', 'cant_delete_message', 'cant_update_message', 'compliance_exports_prevent_deletion'],
    ...['deprecated_endpoint', 'edit_window_closed', 'invalid_arg_name', 'invalid_arguments', 'invalid_array_arg'],
    ...['invalid_attachments', 'invalid_charset', 'invalid_form_data', 'invalid_metadata_filter_keys'],
    ...['invalid_metadata_format', 'invalid_metadata_schema', 'invalid_post_type', 'markdown_text_conflict'],
    ...[
      'metadata_must_be_sent_from_app',
      'metadata_too_large',
      'method_deprecated',
      'missing_post_type',
      'msg_too_long',
    ],
    ...[
      'no_dual_broadcast_content_update',
      'no_text',
      'too_many_attachments',
      'too_many_contact_cards',
      'unknown_method',
    ],
  ],
  missing: ['message_not_found'],
  unknown: [
    ...['duplicate_channel_not_found', 'duplicate_message_not_found', 'fatal_error', 'internal_error'],
    ...['request_timeout', 'service_unavailable'],
  ],
} as const;

/** Connections that never came about: nothing can have been posted. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'ENOTFOUND',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** An error can be its own cause. */
const MOST_WRAPS = 2;

const classes = new Map<string, keyof typeof CODES>(
  (Object.keys(CODES) as (keyof typeof CODES)[]).flatMap((name) => CODES[name].map((code) => [code, name] as const)),
);

/** What an error of a call means. Total: whatever isn't known to be harmless is `unknown`. */
export function outcomeOf(error: unknown, sent: Sent): Outcome {
  if (error instanceof WebAPIRateLimitedError)
    return { is: 'limited', retryAfter: secondsOf(error.retryAfter), code: 'ratelimited' };
  if (error instanceof WebAPIPlatformError) return refusalOf(error.data.error ?? 'no_code', sent);
  const code = innermostCode(error) ?? 'unexpected_error';
  return { is: NEVER_LEFT.has(code) ? 'later' : 'unknown', code };
}

function refusalOf(code: string, { to, charts }: Sent): Outcome {
  switch (classes.get(code)) {
    case 'limited':
      return { is: 'limited', retryAfter: RETRY_AFTER, code };
    case 'later':
      return { is: 'later', code };
    case 'stopped':
      return { is: 'stopped', code };
    case 'refused':
      return { is: to === 'channel' ? 'held' : 'failed', code };
    case 'charts':
      return { is: charts ? 'plain-only' : 'failed', code };
    case 'mistake':
      return { is: 'failed', code };
    case 'missing':
      return { is: 'missing', code };
    default:
      return { is: 'unknown', code };
  }
}

/** A retry after nothing, less or no number would be a storm. */
const secondsOf = (retryAfter: number) => (retryAfter >= 1 ? retryAfter : RETRY_AFTER);

/** The system's code (ECONNRESET …), which fetch and the SDK wrap in an error of their own each; without one, the SDK's. */
function innermostCode(error: unknown, wraps = 0): string | undefined {
  if (!(error instanceof Error) || wraps > MOST_WRAPS) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return innermostCode(error.cause, wraps + 1) ?? code;
}
