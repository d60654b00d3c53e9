import { md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    headline: 'What would our customers think?',
    footer: md`_Type /customer, or just write to me. \`/customer help\` tells what all this is and how to stop it._`,
  },
  nl: {
    headline: 'Wat zouden onze klanten hiervan vinden?',
    footer: md`_Typ /klant, of schrijf me gewoon. \`/klant help\` vertelt wat dit allemaal is en hoe je ermee stopt._`,
  },
});
