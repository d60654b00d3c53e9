import { WebAPIPlatformError } from '@slack/web-api';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Installation } from './db/workspaces.ts';
import { CannotStart } from './errors.ts';
import type { Ids } from './ids.ts';
import { faultOf, type Log } from './log.ts';
import { bulkClient } from './slack/clients.ts';
import { HOPELESS } from './slack/hopeless.ts';
import { plus } from './time.ts';

/** Seconds before Slack is asked again; the last one holds for all that follow. */
const RETRY_SECONDS = [1, 2, 4, 8];

/** Asks Slack who this token is, until it answers. A token that Slack refuses will never do. */
export async function whoWeAre(config: Config, clock: Clock, ids: Ids, log: Log): Promise<Installation> {
  const client = bulkClient(config.botToken, config.slackApiUrl);
  for (let attempt = 0; ; attempt++) {
    const answer = await client.auth.test().catch((error: unknown) => {
      if (error instanceof WebAPIPlatformError && HOPELESS.has(error.data.error))
        throw new TokenRefused(error.data.error);
      log.warn(faultOf(error), 'Slack does not answer yet');
      return undefined;
    });
    if (answer?.team_id && answer.user_id) {
      const { team_id: teamId, user_id: botUserId, team: name = '' } = answer;
      return { id: ids.uuid(), teamId, name, botUserId, installedBy: null, createdAt: clock.now() };
    }
    await clock.sleep(plus(clock.now(), { seconds: RETRY_SECONDS[attempt] ?? 8 }));
  }
}

/** Slack refuses the bot token; the message says what to do. */
export class TokenRefused extends CannotStart {
  override name = 'TokenRefused';

  constructor(code: string) {
    super(
      `Slack refuses the bot token (${code}): copy it anew from api.slack.com/apps → your app → OAuth & Permissions, into SLACK_BOT_TOKEN.`,
    );
  }
}
