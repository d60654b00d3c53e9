import { md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    title: md`*What came of what you told us*`,
    more: (n: number) => (n === 1 ? md`And one thing more.` : md`And ${n} things more.`),
    footer: md`_At most once a month, and only when there is something. Only you see this; leaders don’t. Who it was I don’t say._`,
    takenBack: md`What stood here has been withdrawn by whoever told it.`,
    noMore: md`I no longer tell you what came of your conversations. Nobody sees that.`,
    again: 'Tell me again',
    stopThese: 'No more of these',
    backAgain: md`Fine. When something comes of your conversations, you’ll hear it, at most once a month.`,
    why: md`*Why do I get this?* You told something about a customer, and something has come of it since: a colleague talked with the same customer, say. I tell you at most once a month, and only when there is something. Nothing is kept of who read what. “No more of these” in the ⋯ menu stops these messages alone; nobody is told.`,
    helpTitle: 'What came of it',
    helpSays:
      'When something comes of what you told, you hear it: at most once a month, and only when there is something. Nobody learns who told what, or who read it.',
  },
  nl: {
    title: md`*Wat er gebeurde met wat jij vertelde*`,
    more: (n) => (n === 1 ? md`En nog één ding.` : md`En nog ${n} dingen.`),
    footer: md`_Hooguit één keer per maand, en alleen als er iets is. Alleen jij ziet dit; leidinggevenden niet. Wie het was, zeg ik niet._`,
    takenBack: md`Wat hier stond is ingetrokken door wie het vertelde.`,
    noMore: md`Ik vertel je niet meer wat er met je gesprekken gebeurt. Niemand ziet dat.`,
    again: 'Toch weer vertellen',
    stopThese: 'Deze berichtjes niet meer',
    backAgain: md`Goed. Gebeurt er iets met je gesprekken, dan hoor je het, hooguit één keer per maand.`,
    why: md`*Waarom krijg ik dit?* Je vertelde iets over een klant, en daar is sindsdien iets mee gebeurd: een collega sprak dezelfde klant, bijvoorbeeld. Ik vertel het hooguit één keer per maand, en alleen als er iets is. Wie wat las wordt niet bijgehouden. “Deze berichtjes niet meer” in het ⋯-menu stopt alleen deze; niemand hoort dat.`,
    helpTitle: 'Wat er met je gesprekken gebeurt',
    helpSays:
      'Gebeurt er iets met wat jij vertelde, dan hoor je dat: hooguit één keer per maand, en alleen als er iets is. Niemand hoort wie wat vertelde, of wie het las.',
  },
});
