import { LEAF, plain } from './pieces.ts';

/** An attachment with all it can have (docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments). */
export const attachment = {
  color: 'warning',
  fallback: 'Tea was poured.',
  pretext: 'What *was* poured',
  author_name: 'Mia Visser',
  author_link: 'https://example.com/mia',
  author_icon: LEAF,
  title: 'Green tea :tea:',
  title_link: 'https://example.com/green',
  text: Array.from({ length: 8 }, (_, nth) => `Cup ${nth + 1} was _warm_.`).join('\n'),
  fields: [
    { title: 'Cups', value: '*12*', short: true },
    { title: 'Where', value: 'Upstairs', short: false },
  ],
  image_url: LEAF,
  thumb_url: LEAF,
  footer: 'The trolley',
  footer_icon: LEAF,
  ts: '1795183200',
  mrkdwn_in: ['text', 'fields'],
  blocks: [
    {
      type: 'section',
      block_id: 'within',
      text: plain('A block inside'),
      accessory: { type: 'button', action_id: 'within', text: plain('Pour within') },
    },
  ],
};
