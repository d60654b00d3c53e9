import type { SettingsSection } from '../../feature.ts';
import { input, MAX, option, plain } from '../../slack/blocks.ts';
import { KINDS } from '../settings/index.ts';
import { say } from './texts.ts';

const CHANNEL_ERRORS = { is_ext_shared: 'channelShared', is_archived: 'channelArchived' } as const;

/** The stories channel and which kinds of contact count. */
export const conversationSettings: SettingsSection = {
  blocks({ storiesChannel, countingKinds }, { lang }) {
    const t = say(lang);
    const options = KINDS.map((kind) => option(t.kinds[kind], kind));
    const chosen = options.filter(({ value }) => countingKinds.some((kind) => kind === value));
    return [
      input({
        id: 'storiesChannel',
        label: t.storiesChannel,
        hint: t.storiesChannelHint,
        optional: true,
        element: {
          type: 'conversations_select',
          action_id: 'conversations.channel',
          placeholder: plain(t.storiesPlaceholder, MAX.placeholder),
          filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
          ...(storiesChannel && { initial_conversation: storiesChannel }),
        },
      }),
      input({
        id: 'countingKinds',
        label: t.counting,
        hint: t.countingHint,
        optional: true,
        element: {
          type: 'checkboxes',
          action_id: 'conversations.kinds',
          options,
          ...(chosen.length > 0 && { initial_options: chosen }),
        },
      }),
    ];
  },

  /** Slack is asked about the channel: it must be there for us, in use, and ours alone. */
  async check(deps, { storiesChannel }, lang) {
    if (!storiesChannel) return {};
    const { channel } = await deps.slack.conversations
      .info({ channel: storiesChannel })
      .catch(() => ({ channel: undefined }));
    if (!channel) return { storiesChannel: say(lang).channelUnknown };
    const wrong = (['is_ext_shared', 'is_archived'] as const).find((flag) => channel[flag]);
    return wrong ? { storiesChannel: say(lang)[CHANNEL_ERRORS[wrong]] } : {};
  },
};
