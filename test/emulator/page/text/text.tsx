import type { TextObject } from '@slack/types';
import { Inline } from './inline.tsx';
import { inlineOf, passagesOf } from './mrkdwn.ts';

/** A text object of Block Kit: plain text knows emoji alone, mrkdwn all the rest. */
export const Text = ({ of }: { of: TextObject }) =>
  of.type === 'plain_text' ? (
    <span class="text">
      <Label text={of} />
    </span>
  ) : (
    <Mrkdwn source={of.text} verbatim={of.verbatim} />
  );

/** The words of a label, a title or an option in a line, with their emoji; formatted where they are mrkdwn. */
export function Label({ text }: { text: string | TextObject }) {
  const of: TextObject = typeof text === 'string' ? { type: 'plain_text', text } : text;
  const reading = of.type === 'mrkdwn' ? { verbatim: of.verbatim } : { plain: true, emoji: of.emoji };
  return <Inline pieces={inlineOf(of.text, reading)} />;
}

/** Lines of mrkdwn, quotations and pre-formatted text set apart. */
export const Mrkdwn = ({ source, verbatim }: { source: string; verbatim?: boolean | undefined }) => (
  <div class="text">
    {passagesOf(source, { verbatim }).map((passage) => {
      if (passage.kind === 'pre') return <pre>{passage.text}</pre>;
      const inside = <Inline pieces={passage.inside} />;
      return passage.kind === 'quote' ? <blockquote>{inside}</blockquote> : <p>{inside}</p>;
    })}
  </div>
);
