import { atStart, dayInWords, rangeInWords, shortDate } from '../../dates.ts';
import type { Message } from '../../delivery/outbox.ts';
import { type AnyBlock, type ChartBlock, context, mention, quoted, section } from '../../slack/blocks.ts';
import { escape, lines, type Mrkdwn, md, quote } from '../../slack/escape.ts';
import type { Lang } from '../../texts.ts';
import { addDays, firstDayOf } from '../../time.ts';
import type { Heard } from '../conversations/index.ts';
import { chartPoint, shown } from './rules.ts';
import type { ClosedWeek } from './store.ts';
import { say } from './texts.ts';

export type Summary = {
  lang: Lang;
  /** Closed weeks, oldest first; the last one is the summary's. */
  weeks: readonly [ClosedWeek, ...ClosedWeek[]];
  /** At most two conversations their authors shared. */
  stories: readonly Heard[];
  first: boolean;
};

/** Monday's message: customers' words first, one figure, a chart, one question. Every fact stands in `text` too. */
export function summaryMessage(summary: Summary): Message {
  const { lang, weeks, stories, first } = summary;
  const t = say(lang);
  const week = weeks.at(-1) ?? weeks[0];
  const title = titleOf(week.week, lang);
  const figure = shown(week.conversations);
  if (figure === 'few' && stories.length === 0) return oneLine(title, t.quiet, first ? t.firstTime : undefined);

  const figures = figure === 'few' ? t.few : t.conversations(figure);
  const chart = chartLine(weeks, lang);
  const question = lines(t.question, questionOf(summary, week.week));
  const before = [section(title), ...storyBlocks(stories, lang), section(figures)];
  const after = [section(question), context(...(first ? [t.firstTime] : []), t.footer)];
  return {
    text: lines(
      title,
      ...stories.flatMap((story) => [quote(story.learned), sharedLine(story, lang)]),
      figures,
      chart,
      question,
    ),
    blocks: [...before, chartBlock(weeks, lang), ...after],
    plain: [...before, section(chart), ...after],
  };
}

function oneLine(title: Mrkdwn, quiet: Mrkdwn, firstTime: Mrkdwn | undefined): Message {
  return {
    text: lines(title, quiet),
    blocks: [section(lines(title, quiet)), ...(firstTime ? [context(firstTime)] : [])],
  };
}

function titleOf(week: string, lang: Lang): Mrkdwn {
  const from = firstDayOf(week);
  const monday = atStart(dayInWords(addDays(from, 7), lang));
  const [first, last] = rangeInWords(from, addDays(from, 6), lang);
  return say(lang).title(escape(monday), escape(first), escape(last));
}

function storyBlocks(stories: readonly Heard[], lang: Lang): AnyBlock[] {
  const t = say(lang);
  if (stories.length === 0) return [section(t.noStories)];
  return [section(t.customersFirst(stories.length)), ...stories.flatMap((story) => storyBlock(story, lang))];
}

const storyBlock = (story: Heard, lang: Lang): AnyBlock[] => [
  ...quoted(undefined, story.learned),
  context(sharedLine(story, lang)),
];

function sharedLine({ customer, by }: Heard, lang: Lang): Mrkdwn {
  const t = say(lang);
  return t.sharedBy(escape(customer.name), by ? mention(by) : t.colleague);
}

function questionOf({ lang, stories }: Summary, week: string): Mrkdwn {
  const t = say(lang);
  const [story] = stories;
  if (story) return t.storyQuestion(escape(story.customer.name));
  return t.questions[Number(week.slice(6)) % t.questions.length] ?? md``;
}

function chartLine(weeks: Summary['weeks'], lang: Lang): Mrkdwn {
  const points = weeks
    .map(({ conversations }) => shown(conversations))
    .map((n) => (n === 'few' ? say(lang).fewWord : String(n)));
  return say(lang).chart(weeks.length, escape(points.join(' · ')));
}

function chartBlock(weeks: Summary['weeks'], lang: Lang): ChartBlock {
  const categories = weeks.map(({ week }) => shortDate(firstDayOf(week), lang));
  const data = weeks.map(({ conversations }, index) => ({
    label: categories[index] ?? '',
    value: chartPoint(conversations),
  }));
  return {
    type: 'data_visualization',
    title: say(lang).chartTitle,
    chart: {
      type: 'line',
      series: [{ name: say(lang).series, data }],
      axis_config: { categories, x_label: say(lang).weekOf },
    },
  };
}
