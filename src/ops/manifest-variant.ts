import type { Lang } from '../texts.ts';
import { type Manifest, manifestShape } from './manifest-shape.ts';

/** How a house wants its manifest. `http` is the address Slack reaches us at, `https://host`, instead of Socket Mode. */
export type Wishes = { lang: Lang | 'both'; root?: string; http?: string };

/** The command that stands before the others in manifest.yml, by language. */
const ROOTS: Record<Lang, string> = { en: 'customer', nl: 'klant' };

/** What manifest.yml says in English only: a Slack app has one description, not one per reader. */
const DUTCH = {
  description: 'Maakt praten met klanten tot ieders gewoonte.',
  long_description:
    'Mantra helpt iedereen in huis om elke maand met een klant te praten. Het vraagt er één keer per maand naar, op je eigen eerste werkdag; een gesprek opschrijven kost een halve minuut; en elke maandag horen leidinggevenden wat het huis heeft geleerd, in de woorden van klanten. Leidinggevenden zien groepen, nooit wie wel of niet. Een maand overslaan mag.',
  shortcuts: {
    'conversations.log': {
      name: 'Klantgesprek',
      description: 'Schrijf op wat een klant je vertelde, in een halve minuut',
    },
  },
};

/** The manifest in one language, under another root, or over HTTP. Throws where Slack would refuse the result. */
export function variantOf(manifest: Manifest, wishes: Wishes): Manifest {
  const spoken = wishes.lang === 'nl' ? inDutch(manifest) : manifest;
  const named = withCommands(spoken, wishes);
  return manifestShape.parse(wishes.http ? overHttp(named, wishes.http) : named);
}

function inDutch(manifest: Manifest): Manifest {
  const { shortcuts, ...display } = DUTCH;
  const translated: Record<string, object | undefined> = shortcuts;
  return {
    ...manifest,
    display_information: { ...manifest.display_information, ...display },
    features: {
      ...manifest.features,
      shortcuts: manifest.features.shortcuts.map((it) => ({ ...it, ...translated[it.callback_id] })),
    },
  };
}

function withCommands(manifest: Manifest, { lang, root }: Wishes): Manifest {
  const kept = manifest.features.slash_commands.flatMap((it) => {
    const spoken = langOfCommand(it.command);
    if (lang !== 'both' && spoken !== lang) return [];
    return [{ ...it, command: root ? it.command.replace(ROOTS[spoken], root) : it.command }];
  });
  // Under one root, the bare command of two languages is the same one.
  const commands = kept.filter(({ command }, index) => kept.findIndex((other) => other.command === command) === index);
  return { ...manifest, features: { ...manifest.features, slash_commands: commands } };
}

const langOfCommand = (command: string): Lang => (command.startsWith(`/${ROOTS.nl}`) ? 'nl' : 'en');

function overHttp(manifest: Manifest, http: string): Manifest {
  const url = new URL('/slack/events', http).href;
  const { features, settings } = manifest;
  return {
    ...manifest,
    features: { ...features, slash_commands: features.slash_commands.map((it) => ({ ...it, url })) },
    settings: {
      ...settings,
      event_subscriptions: { request_url: url, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url: url, message_menu_options_url: url },
      socket_mode_enabled: false,
    },
  };
}
