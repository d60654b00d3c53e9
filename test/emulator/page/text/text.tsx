import type { TextObject } from '@slack/types';
import { Inline } from './inline.tsx';
import { inlineOf, passagesOf } from './mrkdwn.ts';

/** A text object of Block Kit: plain text knows emoji alone, mrkdwn all the rest. */
export const Text = ({ of }: { of: TextObject }) =>
  of.type === 'plain_text' ? (
    <span class="text">
      <Inline pieces={inlineOf(of.text, { plain: true })} />
    </span>
  ) : (
    <Mrkdwn source={of.text} verbatim={of.verbatim} />
  );

/** The plain words of a label, a title or an option, with their emoji. */
export const Label = ({ text, mrkdwn = false }: { text: string; mrkdwn?: boolean }) => (
  <Inline pieces={inlineOf(text, { plain: !mrkdwn })} />
);

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
