import type { Message } from '../../delivery/outbox.ts';
import { type AnyBlock, actions, input, section } from '../../slack/blocks.ts';
import { lines, type Mrkdwn } from '../../slack/escape.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { fileForm, openButton } from './form.ts';
import type { Outcome } from './rules.ts';
import type { Import } from './store.ts';
import { say } from './texts.ts';

/** How many of the lines that were left out a message names. */
const SHOWN = 20;

/** Files that people export lists to. */
const FILE_TYPES = ['csv', 'txt', 'tsv'];

/** In the settings. */
export const importBlocks = (lang: Lang): AnyBlock[] => [
  section(say(lang).settings),
  actions(openButton.button(say(lang).open, null)),
];

/** Asks for the file, and says what should stand in it. */
export function fileView(lang: Lang): Modal {
  const t = say(lang);
  const element = { type: 'file_input' as const, action_id: fileForm.id, filetypes: FILE_TYPES, max_files: 1 };
  return modalView({
    id: fileForm.id,
    title: t.title,
    submit: t.read,
    close: t.cancel,
    blocks: [section(t.explain), input({ id: 'file', label: t.file, hint: t.fileHint, element })],
  });
}

/** It is being read; the rest is said in a direct message. */
export const begunView = (lang: Lang): Modal =>
  modalView({ id: 'notice', title: say(lang).title, close: say(lang).close, blocks: [section(say(lang).begun)] });

/** How far a file is, and in the end what came of it. */
export function reportMessage(one: Import, lang: Lang): Message {
  const text = reportOf(one, lang);
  return { text, blocks: [section(text)] };
}

function reportOf({ state, outcome, read, rows }: Import, lang: Lang): Mrkdwn {
  const t = say(lang);
  if (outcome)
    return 'refused' in outcome
      ? lines(t.nothing, t.refused[outcome.refused](outcome.line ?? 0))
      : taken(outcome, lang);
  return state === 'reading' ? t.reading(read, rows) : lines(t.nothing, t.cutShort);
}

function taken(came: Exclude<Outcome, { refused: unknown }>, lang: Lang): Mrkdwn {
  const t = say(lang);
  const shown = came.lines.slice(0, SHOWN);
  const more = came.left - shown.length;
  return lines(
    t.done(came.rows),
    t.counts(came.added, came.changed, came.same),
    came.left > 0 ? t.leftOut(came.left) : undefined,
    ...shown.map(({ line, why, other }) => t.line(line, t.why[why](other ?? 0))),
    more > 0 ? t.more(more) : undefined,
    came.unused > 0 ? t.unused(came.unused) : undefined,
  );
}
