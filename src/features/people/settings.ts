import type { SettingsSection } from '../../feature.ts';
import { input, MAX } from '../../slack/blocks.ts';
import { say } from './texts.ts';

/** Which status in Slack says that somebody is away. */
export const peopleSettings: SettingsSection = {
  place: 4,
  blocks: ({ awayEmoji }, { lang }) => [
    input({
      id: 'awayEmoji',
      label: say(lang).settingsEmoji,
      hint: say(lang).settingsEmojiHint,
      optional: true,
      element: {
        type: 'plain_text_input',
        action_id: 'people.emoji',
        multiline: true,
        max_length: MAX.input,
        ...(awayEmoji.length > 0 && { initial_value: awayEmoji.map((name) => `:${name}:`).join(' ') }),
      },
    }),
  ],
  misread: (lang) => ({ awayEmoji: say(lang).settingsEmojiWrong }),
};
