import { texts } from '../texts.ts';
import { escape, md } from './escape.ts';

/** What everybody may hear from any habit: refusals, and what went wrong. `ref` stands in the log too. */
export const say = texts({
  en: {
    notForYou: md`Mantra is for the people who work here. Guests, bots and people of other organisations can’t use it.`,
    adminsOnly: md`That is for admins: the owners and admins of this Slack workspace, and whoever installed Mantra.`,
    leadersOnly: md`The weekly summary is for leaders. An admin appoints them in the settings; ask one if you should be on the list.`,
    failed: (ref: string) =>
      md`Something went wrong on our side, and we know about it. Please try again. (${escape(ref)})`,
    notNow: md`I can’t reach my memory right now. Nothing is lost: please try again in a minute.`,
    notSaved: md`Not saved yet, and nothing is lost. Press Save again.`,
    notSavedFor: (ref: string) => md`Not saved yet, and nothing is lost. Press Save again. (${escape(ref)})`,
    outdated: md`This button is from before something changed. Please start again with /customer.`,
    noticeTitle: 'Mantra',
    close: 'Close',
  },
  nl: {
    notForYou: md`Mantra is voor wie hier werkt. Gasten, bots en mensen van andere organisaties kunnen het niet gebruiken.`,
    adminsOnly: md`Dat is voor beheerders: de eigenaren en beheerders van deze Slack-workspace, en wie Mantra installeerde.`,
    leadersOnly: md`Het weekoverzicht is voor leidinggevenden. Een beheerder wijst ze aan bij de instellingen; vraag het als je erbij hoort.`,
    failed: (ref: string) => md`Er ging bij ons iets mis, en we weten ervan. Probeer het nog eens. (${escape(ref)})`,
    notNow: md`Ik kan nu even niet bij mijn geheugen. Er is niets kwijt: probeer het over een minuut nog eens.`,
    notSaved: md`Nog niet bewaard, en er is niets kwijt. Druk nog eens op Bewaren.`,
    notSavedFor: (ref) => md`Nog niet bewaard, en er is niets kwijt. Druk nog eens op Bewaren. (${escape(ref)})`,
    outdated: md`Deze knop is van voor een wijziging. Begin opnieuw met /klant.`,
    noticeTitle: 'Mantra',
    close: 'Sluiten',
  },
});
