import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { SettingsSection } from '../../feature.ts';
import { input, MAX, option, plain } from '../../slack/blocks.ts';
import { KINDS, settingStore } from '../settings/index.ts';
import { say } from './texts.ts';

const LANG = 'storiesLang';

const lang = z.enum(['en', 'nl']);
const channelAndLang = z.object({ storiesChannel: z.string(), [LANG]: lang, houseLang: lang });

const CHANNEL_ERRORS = { is_ext_shared: 'channelShared', is_archived: 'channelArchived' } as const;

/** The stories channel and which kinds of contact count. */
export const conversationSettings: SettingsSection = {
  place: 3,
  blocks({ storiesChannel, countingKinds, houseLang, topics }, { lang, channelLangs }) {
    const t = say(lang);
    const options = KINDS.map((kind) => option(t.kinds[kind], kind));
    const langs = (['nl', 'en'] as const).map((one) => option(t.langs[one], one));
    const spoken = langs.find(({ value }) => value === (channelLangs[storiesChannel ?? ''] ?? houseLang));
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
        id: LANG,
        label: t.channelLang,
        optional: true,
        element: {
          type: 'static_select',
          action_id: 'conversations.channel-lang',
          options: langs,
          ...(spoken && { initial_option: spoken }),
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
      input({
        id: 'topics',
        label: t.topics,
        hint: t.topicsHint,
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: 'conversations.topics',
          multiline: true,
          ...(topics.length > 0 && { initial_value: topics.join('\n') }),
        },
      }),
    ];
  },

  misread: (lang) => ({ topics: say(lang).topicsWrong }),

  /** The language belongs to the channel, not to the workspace. */
  async keep(tx, given, changed, { by, at, newId }) {
    if (!changed.has(LANG) && !changed.has('storiesChannel')) return;
    const { data } = channelAndLang.safeParse(given);
    if (!data || data[LANG] === (await settingStore(tx).channelLang(data.storiesChannel, data.houseLang))) return;
    await settingStore(tx).setChannelLang(data.storiesChannel, data[LANG], { by, at, id: newId() });
  },

  /** Slack is asked about the channel: it must be there for us, in use, and ours alone. */
  async check(deps, { storiesChannel }, lang) {
    if (!storiesChannel) return {};
    const asked = await deps.slack.conversations.info({ channel: storiesChannel }).then(
      ({ channel }) => channel ?? 'channelUnknown',
      (error: unknown) => (error instanceof WebAPIPlatformError ? 'channelUnknown' : 'channelUnasked'),
    );
    if (typeof asked === 'string') return { storiesChannel: say(lang)[asked] };
    const wrong = (['is_ext_shared', 'is_archived'] as const).find((flag) => asked[flag]);
    return wrong ? { storiesChannel: say(lang)[CHANNEL_ERRORS[wrong]] } : {};
  },
};
