import type { MrkdwnElement, Option, RadioButtons } from '@slack/types';
import { type AnyBlock, actions, channelLink, context, input, MAX, option, plain } from '../../slack/blocks.ts';
import type { Mrkdwn } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { companionsInput } from '../companions/index.ts';
import { type Customer, customerSelect } from '../customers/index.ts';
import { type ConversationKind, KINDS } from '../settings/index.ts';
import { moreButton } from './form.ts';
import { INITIATIVES, LEVELS, type Readers } from './rules.ts';
import type { Conversation } from './store.ts';
import { say } from './texts.ts';

type Form = {
  lang: Lang;
  /** Whose submit it is. */
  formId: string;
  draftId: string;
  storiesChannel: string | null;
  /** The house's, to choose from; none: it isn't asked. */
  topics: readonly string[];
  customer?: Customer | undefined;
  kind?: ConversationKind | undefined;
  learned?: string | undefined;
  /** How much of a longer text is shown. */
  cutAt?: number | undefined;
  /** The rest of it is shown in the conversation behind the form, not in a message of theirs. */
  restShown?: boolean | undefined;
  heldOn: string;
  more: boolean;
  /** Slack user ids of who else was there. */
  companions: readonly string[];
  /** The conversation being changed. */
  editing?: Conversation | undefined;
};

/** The form: three questions that must be answered, five in sight, the rest behind "Add more". */
export function logView(form: Form): Modal {
  const t = say(form.lang);
  return modalView({
    id: form.formId,
    title: t.title,
    submit: t.save,
    close: t.cancel,
    draftId: form.draftId,
    ...(form.editing && { about: form.editing.id }),
    blocks: [
      ...(form.cutAt ? [context((form.restShown ? t.cutShown : t.cutShort)(form.cutAt))] : []),
      input({
        id: 'whom',
        label: t.whom,
        hint: t.whomHint,
        element: customerSelect(t.whomPlaceholder, form.customer, form.lang),
      }),
      input({ id: 'how', label: t.how, element: kindSelect(form) }),
      input({ id: 'learned', label: t.learned, hint: t.learnedHint, element: text('learned', form.learned) }),
      input({
        id: 'when',
        label: t.when,
        element: { type: 'datepicker', action_id: 'when', initial_date: form.heldOn },
      }),
      input({ id: 'readers', label: t.readers, hint: t.readersHint, element: readersChoice(form) }),
      ...(form.more ? moreQuestions(form) : [actions(moreButton.button(t.more, null))]),
    ],
  });
}

function moreQuestions({ lang, editing, companions, topics }: Form): AnyBlock[] {
  const t = say(lang);
  const initiative = INITIATIVES.map((one) => option(t.initiatives[one], one));
  const level = LEVELS.map((one) => option(t.levels[one], one));
  return [
    input({
      id: 'need',
      label: t.need,
      hint: t.needHint,
      optional: true,
      element: text('need', editing?.need ?? undefined),
    }),
    input({
      id: 'said',
      label: t.said,
      hint: t.saidHint,
      optional: true,
      element: text('said', editing?.said ?? undefined),
    }),
    input({
      id: 'initiative',
      label: t.initiative,
      optional: true,
      element: radios('initiative', initiative, editing?.initiative),
    }),
    input({ id: 'level', label: t.level, optional: true, element: radios('level', level, editing?.level) }),
    ...topicQuestion(lang, topics, editing?.topic ?? null),
    input({
      id: 'minutes',
      label: t.minutes,
      hint: t.minutesHint,
      optional: true,
      element: {
        type: 'number_input',
        action_id: 'minutes',
        is_decimal_allowed: false,
        min_value: '1',
        max_value: '1440',
        ...(editing?.minutes && { initial_value: String(editing.minutes) }),
      },
    }),
    companionsInput(lang, companions),
  ];
}

/** One that the house no longer has stays to be chosen where it was. */
function topicQuestion(lang: Lang, topics: readonly string[], chosen: string | null): AnyBlock[] {
  const t = say(lang);
  const options = [...new Set(chosen ? [...topics, chosen] : topics)].map((topic) => option(topic, topic));
  if (options.length === 0) return [];
  const initial = options.find(({ value }) => value === chosen);
  const placeholder = plain(t.topicPlaceholder, MAX.placeholder);
  return [
    input({
      id: 'topic',
      label: t.topic,
      optional: true,
      element: {
        type: 'static_select',
        action_id: 'topic',
        placeholder,
        options,
        ...(initial && { initial_option: initial }),
      },
    }),
  ];
}

const kindSelect = ({ lang, kind }: Form) => {
  const t = say(lang);
  const options = KINDS.map((kind) => option(t.kinds[kind], kind));
  const chosen = options.find(({ value }) => value === kind);
  return {
    type: 'static_select' as const,
    action_id: 'how',
    placeholder: plain(t.howPlaceholder, MAX.placeholder),
    options,
    ...(chosen && { initial_option: chosen }),
  };
};

/** Sharing is offered only where there is a channel to share in. */
function readersChoice({ lang, storiesChannel, editing }: Form): RadioButtons {
  const t = say(lang);
  const choices: [Readers, Mrkdwn][] = [
    ['colleagues', t.colleagues],
    ['me', t.onlyMe],
  ];
  if (storiesChannel) {
    choices.push(
      ['story', t.story(channelLink(storiesChannel))],
      ['story_named', t.storyNamed(channelLink(storiesChannel))],
    );
  }
  const options = choices.map(([value, label]) => ({ text: { type: 'mrkdwn', text: label } as MrkdwnElement, value }));
  return radios('readers', options, editing?.readers ?? 'colleagues');
}

function radios(id: string, options: Option[], chosen: string | null | undefined): RadioButtons {
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'radio_buttons', action_id: id, options, ...(initial && { initial_option: initial }) };
}

const text = (id: string, initial: string | undefined) => ({
  type: 'plain_text_input' as const,
  action_id: id,
  multiline: true,
  max_length: MAX.input,
  ...(initial && { initial_value: initial }),
});
