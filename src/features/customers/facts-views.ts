import type { Checkboxes, InputBlock, RadioButtons, StaticSelect } from '@slack/types';
import {
  type AnyBlock,
  actions,
  confirmation,
  context,
  input,
  MAX,
  mention,
  option,
  plain,
  section,
} from '../../slack/blocks.ts';
import { escape, type Mrkdwn, md } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import {
  aboutCustomer,
  archiveButton,
  factsAction,
  factsForm,
  LONGEST_FACT,
  lookUpButton,
  lookUpForm,
  mergeButton,
} from './facts-form.ts';
import { type Facts, STATUSES } from './facts-rules.ts';
import { say } from './texts.ts';
import { customerSelect } from './views.ts';

/** Opens what is known of a customer, to change it. */
export const factsButton = (id: string, lang: Lang) => factsAction.button(say(lang).about, { id });

/**
 * In a line, for a customer's page: what they are to us unless it is a customer, who knows them best, their segment, and
 * whether they fit. Undefined: nobody has said.
 */
export function factsLine({ status, contactId, segment, fits }: Facts, lang: Lang): Mrkdwn | undefined {
  const t = say(lang);
  const [first, ...more] = [
    ...(status === 'customer' ? [] : [escape(t.statuses[status])]),
    ...(contactId ? [t.contactIs(mention(contactId))] : []),
    ...(segment ? [escape(segment)] : []),
    ...(fits === null ? [] : [fits ? t.fitsUs : t.doesNotFit]),
  ];
  return first && more.reduce((line, one) => md`${line} · ${one}`, first);
}

/** The directory on Home. */
export function directoryHome(lang: Lang): AnyBlock[] {
  const t = say(lang);
  return [section(t.home, lookUpButton.button(t.lookUp, null))];
}

/** Whom do you want to know about? */
export function lookUpView(lang: Lang): Modal {
  const t = say(lang);
  const element = customerSelect(t.lookUpPlaceholder, undefined, lang);
  return modalView({
    id: lookUpForm.id,
    title: t.lookUpTitle,
    submit: t.goOn,
    close: t.cancel,
    blocks: [input({ id: 'whom', label: t.lookUpWhom, hint: t.lookUpHint, element })],
  });
}

/** "About this customer". `keeper`: its reader may archive. */
export function factsView(facts: Facts, lang: Lang, keeper: boolean): Modal {
  const t = say(lang);
  const modal = modalView({
    id: factsForm.id,
    title: t.aboutTitle,
    submit: t.save,
    close: t.cancel,
    blocks: [
      ...(facts.isArchived ? [context(t.isArchived)] : []),
      input({ id: 'name', label: t.name, element: line('name', facts.name) }),
      ...(facts.sort === 'customer' ? questions(facts, lang) : []),
      ...(keeper || facts.isArchived ? [actions(...keeping(facts, lang, keeper))] : []),
    ],
  });
  return { ...modal, private_metadata: aboutCustomer(facts.id) };
}

/** What stands in the place of a form once something was done with it. */
export const noticeView = (says: Mrkdwn, lang: Lang): Modal =>
  modalView({ id: 'notice', title: say(lang).aboutTitle, close: say(lang).close, blocks: [section(says)] });

function questions(facts: Facts, lang: Lang): InputBlock[] {
  const t = say(lang);
  const field = { optional: true } as const;
  return [
    input({ id: 'status', label: t.status, element: statusSelect(facts, lang) }),
    input({ ...field, id: 'contactId', label: t.contact, hint: t.contactHint, element: contactSelect(facts, lang) }),
    input({ ...field, id: 'doNotContact', label: t.quiet, hint: t.quietHint, element: quietBox(facts, lang) }),
    input({ ...field, id: 'segment', label: t.segment, hint: t.segmentHint, element: line('segment', facts.segment) }),
    input({ id: 'fits', label: t.fits, element: fitsChoice(facts, lang) }),
    input({ ...field, id: 'key', label: t.key, hint: t.keyHint, element: line('key', facts.key) }),
  ];
}

const line = (id: string, value: string | null) => ({
  ...{ type: 'plain_text_input' as const, action_id: `customers.${id}`, max_length: LONGEST_FACT },
  ...(value && { initial_value: value }),
});

function statusSelect({ status }: Facts, lang: Lang): StaticSelect {
  const options = STATUSES.map((one) => option(say(lang).statuses[one], one));
  const chosen = options.find(({ value }) => value === status);
  return { type: 'static_select', action_id: 'customers.status', options, ...(chosen && { initial_option: chosen }) };
}

const contactSelect = ({ contactId }: Facts, lang: Lang) => ({
  ...{ type: 'users_select' as const, action_id: 'customers.contact' },
  placeholder: plain(say(lang).contactPlaceholder, MAX.placeholder),
  ...(contactId && { initial_user: contactId }),
});

function quietBox({ doNotContact }: Facts, lang: Lang): Checkboxes {
  const options = [option(say(lang).quietOption, 'yes')];
  return {
    type: 'checkboxes',
    action_id: 'customers.quiet',
    options,
    ...(doNotContact && { initial_options: options }),
  };
}

function fitsChoice({ fits }: Facts, lang: Lang): RadioButtons {
  const options = (['yes', 'no', 'unknown'] as const).map((one) => option(say(lang).fitsOptions[one], one));
  const chosen = options.find(({ value }) => value === (fits === null ? 'unknown' : fits ? 'yes' : 'no'));
  return { type: 'radio_buttons', action_id: 'customers.fits', options, ...(chosen && { initial_option: chosen }) };
}

const keeping = (facts: Facts, lang: Lang, keeper: boolean) => [
  archive(facts, lang),
  ...(keeper ? [mergeButton.button(say(lang).isDouble, { id: facts.id })] : []),
];

function archive({ id, name, isArchived }: Facts, lang: Lang) {
  const t = say(lang);
  if (isArchived) return archiveButton.button(t.bringBack, { id, back: true });
  const confirm = confirmation(t.archiveTitle(name), t.archiveAsk, t.archiveYes, t.cancel);
  return archiveButton.button(t.archive, { id, back: false }, { confirm });
}
