import { type Mrkdwn, md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    notOver: (month: Mrkdwn) => md`${month} isn’t over yet. Fifteen minutes is still plenty.`,
    weekLeft: (month: Mrkdwn) => md`One week of ${month} left.`,
    almostOver: (month: Mrkdwn) => md`${month} is almost over.`,
    idea: (customer: Mrkdwn) => md`One idea is still *${customer}*.`,
    wanted: (day: Mrkdwn, what: Mrkdwn) => md`On ${day} you meant to *${what}*. Is there a better day?`,
    startsFresh: (next: Mrkdwn) => md`If it doesn’t happen, ${next} starts fresh.`,
    theLast: md`This was my last message this month.`,
    footer: md`_Only for you. Leaders see groups, never who did or didn’t. Skipping a month is fine._`,
  },
  nl: {
    notOver: (month) => md`${month} is nog niet om. Een kwartiertje is nog steeds genoeg.`,
    weekLeft: (month) => md`Nog een week ${month}.`,
    almostOver: (month) => md`${month} is bijna om.`,
    idea: (customer) => md`*${customer}* is nog steeds een idee.`,
    wanted: (day, what) => md`Op ${day} wilde je *${what}*. Is er een betere dag?`,
    startsFresh: (next) => md`Komt het er niet van, dan begin je in ${next} gewoon opnieuw.`,
    theLast: md`Dit was mijn laatste berichtje deze maand.`,
    footer: md`_Alleen voor jou. Leidinggevenden zien groepen, nooit wie wel of niet. Een maand overslaan mag._`,
  },
});
