import type { ContextBlock, PlainTextOption, StaticSelect } from '@slack/types';
import { dayInWords } from '../../dates.ts';
import type { Message } from '../../delivery/outbox.ts';
import { type AnyBlock, actions, context, cut, input, MAX, option, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn, md } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { type Ahead, logButton } from '../conversations/index.ts';
import { customerSelect } from '../customers/index.ts';
import { restChoices } from '../rests/index.ts';
import { type Behind, FORM, fromLogButton, KIND, neverMindButton, planButton, talkButton } from './form.ts';
import { PLAN_KINDS, type Plan, type PlanKind } from './rules.ts';
import { say } from './texts.ts';

/** How much of somebody's own words stands in a line, in characters; the form has all of them. */
const GLANCE = 300;

const QUESTIONS = 'questions';

/** A plan with what its owner is told of it: the customer's name, and the day on which it comes back. */
export type Shown = Plan & { customerName: string | undefined; comesBackOn: string };

/** What somebody means to do, in their own words: "call Bakkerij Zuid, after lunch". */
export function whatFor(
  { kind, customerName, words }: Pick<Shown, 'kind' | 'customerName' | 'words'>,
  lang: Lang,
): Mrkdwn {
  const t = say(lang);
  const doing = t.doing[kind](customerName ? escape(customerName) : t.aCustomer);
  const own = cut((words ?? '').replace(/\s+/g, ' '), GLANCE).replace(/[.\s]+$/, '');
  return own ? md`${doing}, ${escape(own)}` : doing;
}

/** "Planned for Tuesday 8 December: call Bakkerij Zuid", and when it comes back, where that is still to come. */
export function plannedLines(plan: Shown, lang: Lang): Mrkdwn {
  const t = say(lang);
  const planned = t.planned(dayOfPlan(plan.on, lang), whatFor(plan, lang));
  return plan.askedOn ? planned : lines(planned, t.comesBack(dayOfPlan(plan.comesBackOn, lang)));
}

/** A conversation that is still to come, in words: those typed, then with whom, for how long, and what was chosen. */
export function wordsAhead({ words, chosen, minutes }: Ahead, companions: readonly string[], lang: Lang): string {
  const t = say(lang);
  const besides = [
    ...(companions.length > 0 ? [t.together(companions.join(', '))] : []),
    ...(minutes === null ? [] : [t.minutes(minutes)]),
    ...chosen,
  ];
  return [...words, besides.join(' · ')].filter(Boolean).join('\n');
}

/** The form as it is opened: what stands in its fields, and the form of a conversation it came from, if it did. */
export type Filled = {
  on: string;
  whom: PlainTextOption | undefined;
  kind: PlanKind;
  words: string | undefined;
  /** Where it was opened, if that matters when it is saved. */
  behind?: Behind | undefined;
  /** The day of the plan with somebody else that this one takes the place of. */
  instead?: string | undefined;
};

/** One form for a whole plan: every field is filled in already. */
export function planView(lang: Lang, { on, whom, kind, words, behind, instead }: Filled): Modal {
  const t = say(lang);
  const modal = modalView({
    id: FORM,
    title: t.title,
    submit: t.save,
    close: t.cancel,
    blocks: [
      ...(instead ? [context(t.instead(dayOfPlan(instead, lang)))] : []),
      input({
        id: 'when',
        label: t.when,
        hint: t.whenHint,
        element: { type: 'datepicker', action_id: 'when', initial_date: on },
      }),
      input({
        id: 'whom',
        label: t.whom,
        hint: t.whomHint,
        optional: true,
        element: { ...customerSelect(t.whomPlaceholder, undefined, lang), ...(whom && { initial_option: whom }) },
      }),
      input({ id: 'how', label: t.how, element: kindSelect(lang, kind), tells: true }),
      questionsFor(kind, lang),
      input({
        id: 'words',
        label: t.words,
        hint: t.wordsHint,
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: 'words',
          multiline: true,
          max_length: MAX.input,
          ...(words && { initial_value: words }),
        },
      }),
      ...(behind?.pageOf ? [context(t.tellersHear)] : []),
    ],
  });
  return behind ? { ...modal, private_metadata: JSON.stringify(behind) } : modal;
}

/** The open form with the opening questions of another kind; what was typed in it stays. */
export function withQuestions(lang: Lang, open: Pick<Modal, 'blocks' | 'private_metadata'>, kind: PlanKind): Modal {
  const blocks = open.blocks.map((block) => (block.block_id === QUESTIONS ? questionsFor(kind, lang) : block));
  return sameForm(lang, open, blocks as AnyBlock[]);
}

/** The open form with these blocks: Slack keeps what was typed in those that stay. */
export function sameForm(lang: Lang, open: Pick<Modal, 'private_metadata'>, blocks: AnyBlock[]): Modal {
  const t = say(lang);
  const modal = modalView({ id: FORM, title: t.title, submit: t.save, close: t.cancel, blocks });
  return open.private_metadata ? { ...modal, private_metadata: open.private_metadata } : modal;
}

/** A plan on its day, with everything one can answer; `saidOn`: the day on which it is said. */
export function dayMessage(plan: Shown, lang: Lang, saidOn: string): Message {
  const t = say(lang);
  const what = whatFor(plan, lang);
  const text = plan.on === saidOn ? t.today(what) : t.forDay(dayOfPlan(plan.on, lang), what);
  const change = planButton.button(t.anotherDay, {});
  return {
    text,
    blocks: [
      section(text),
      questionsFor(plan.kind, lang),
      actions(doneButton(plan, lang), change, never(plan, lang), restChoices(lang)),
    ],
  };
}

/** What stays of it once it was answered. */
export function answeredMessage(plan: Shown, lang: Lang): Message {
  const t = say(lang);
  const text = plan.ended ? t.ended[plan.ended] : t.moved(dayOfPlan(plan.on, lang));
  return { text, blocks: [section(text)] };
}

/** "My plan" on Home, if there is one; `late`: it came back, and nobody answered. */
export function planHome(lang: Lang, plan?: Shown, late = false): AnyBlock[] {
  const t = say(lang);
  if (!plan) return [section(lines(t.home, t.homeNone), planButton.button(t.pick, {}))];
  const told = late ? t.wasPlanned(dayOfPlan(plan.on, lang), whatFor(plan, lang)) : plannedLines(plan, lang);
  const { style: _loud, ...done } = doneButton(plan, lang); // Home has one button that stands out, and it isn't here.
  return [section(lines(t.home, told)), actions(changePlan(lang), done, never(plan, lang)), context(t.onlyYou)];
}

/** Opens the plan, below a question of ours: a new one for the customer it suggests, or the one there is. */
export const pickMoment = (lang: Lang, customerId: string | undefined) =>
  planButton.button(say(lang).pick, { ...(customerId && { customerId }) }, { style: 'primary' });

/** "I'll talk to them", for a customer's page. */
export const talkWith = (lang: Lang, customerId: string) =>
  talkButton.button(say(lang).talk, { customerId }, { style: 'primary' });

/** Opens the plan there is. */
export const changePlan = (lang: Lang) => planButton.button(say(lang).change, {});

/** Offered in the form of a conversation whose day is still to come. */
export const makePlan = (lang: Lang) => fromLogButton.button(say(lang).makePlan, null);

const doneButton = ({ customerId, kind }: Shown, lang: Lang) =>
  logButton.button(
    say(lang).done,
    { from: null, kind, ...(customerId && { customerId }) },
    { style: 'primary', key: 'done' },
  );

const never = ({ on }: Shown, lang: Lang) => neverMindButton.button(say(lang).neverMind, { on });

const dayOfPlan = (day: string, lang: Lang): Mrkdwn => escape(dayInWords(day, lang));

function questionsFor(kind: PlanKind, lang: Lang): ContextBlock {
  const t = say(lang);
  const asked = t.questions[kind].map((question) => md`• ${escape(question)}`);
  return { ...context(lines(t.toBegin, ...asked)), block_id: QUESTIONS };
}

function kindSelect(lang: Lang, kind: PlanKind): StaticSelect {
  const options = PLAN_KINDS.map((one) => option(say(lang).hows[one], one));
  const chosen = options.find(({ value }) => value === kind);
  return { type: 'static_select', action_id: KIND, options, ...(chosen && { initial_option: chosen }) };
}
