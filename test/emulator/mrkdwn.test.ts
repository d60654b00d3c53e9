import { describe, expect, it } from 'vitest';
import { type Reader, slackDate } from './page/text/dates.ts';
import { type Inline, inlineOf, passagesOf } from './page/text/mrkdwn.ts';

/** A parsed text as one line of tags, so that a test reads like what is seen. */
const seen = (source: string, reading: Parameters<typeof passagesOf>[1] = {}) =>
  passagesOf(source, reading)
    .map((passage) => (passage.kind === 'pre' ? `[pre ${passage.text}]` : wrapped(passage.kind, tags(passage.inside))))
    .join('');

const wrapped = (kind: 'text' | 'quote', inside: string) => (kind === 'quote' ? `[quote ${inside}]` : inside);

const tags = (pieces: Inline[]): string => pieces.map(tag).join('');

function tag(piece: Inline): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return `[${piece.kind} ${tags(piece.inside)}]`;
    case 'code':
      return `[code ${piece.text}]`;
    case 'emoji':
      return piece.sign;
    case 'link':
      return `[${piece.url} ${tags(piece.inside)}]`;
    case 'broadcast':
      return `[@${piece.range}]`;
    case 'date':
      return `[date ${piece.seconds} ${piece.format} ${piece.url ?? ''} ${piece.fallback}]`;
    default:
      return `[${piece.kind} ${piece.id}${piece.label ? ` ${piece.label}` : ''}]`;
  }
}

describe('what Slack documents', () => {
  it.each([
    ['_italic_ will produce italicised text', '[italic italic] will produce italicised text'],
    ['*bold* will produce bold text', '[bold bold] will produce bold text'],
    ['~strike~ will produce strikethrough', '[strike strike] will produce strikethrough'],
    ['This is a line of text.\nAnd this is another one.', 'This is a line of text.\nAnd this is another one.'],
    [
      'This is unquoted text\n>This is quoted text\nAgain unquoted',
      'This is unquoted text[quote This is quoted text]Again unquoted',
    ],
    ['This is a sentence with some `inline *code*` in it.', 'This is a sentence with some [code inline *code*] in it.'],
    ['```This is a code block\nAnd it is multi-line```', '[pre This is a code block\nAnd it is multi-line]'],
    ['<http://www.example.com|This *is* a link>', '[http://www.example.com This [bold is] a link]'],
    ['<mailto:bob@example.com|Email Bob Roberts>', '[mailto:bob@example.com Email Bob Roberts]'],
    [
      'Hey <@U012AB3CD>, thanks for submitting your report.',
      'Hey [user U012AB3CD], thanks for submitting your report.',
    ],
    ['Did you see <#C123ABC456>?', 'Did you see [channel C123ABC456]?'],
    ['Hey <!subteam^SAZ94GDB8>, there is a new task.', 'Hey [group SAZ94GDB8], there is a new task.'],
    ['Hello <!here>, <!channel> and <!everyone>', 'Hello [@here], [@channel] and [@everyone]'],
    [
      'It is *<!date^1392734382^{date_num} {time_secs}|2014-02-18>*',
      'It is [bold [date 1392734382 {date_num} {time_secs}  2014-02-18]]',
    ],
    ['<!date^1392734382^{date}^https://example.com/|then>', '[date 1392734382 {date} https://example.com/ then]'],
    ['5 &lt; 6 &amp;&amp; 7 &gt; 6', '5 < 6 && 7 > 6'],
    ['*_Both at once_*', '[bold [italic Both at once]]'],
    ['~_*All three*_~', '[strike [italic [bold All three]]]'],
    ['```\nfenced *and* untouched\n```after', '[pre fenced *and* untouched]after'],
    ['<tel:+31201234567|Call us>', '[tel:+31201234567 Call us]'],
    ['<https://example.com/?a=1&amp;b=2>', '[https://example.com/?a=1&b=2 https://example.com/?a=1&b=2]'],
    ['Ask <@W012AB3CD|bob> or <#C123ABC456|general>', 'Ask [user W012AB3CD bob] or [channel C123ABC456 general]'],
    ['<!subteam^SAZ94GDB8|@tea-lovers>', '[group SAZ94GDB8 @tea-lovers]'],
    ['<!here|here>', '[@here]'],
  ])('%s', (source, expected) => expect(seen(source)).toBe(expected));
});

describe('what people really write', () => {
  it.each([
    ['sums stay sums', '2*3*4 = 24', '2*3*4 = 24'],
    ['names of files stay whole', 'my_file_name.ts', 'my_file_name.ts'],
    ['a mark before a space opens nothing', '* a list * of stars', '* a list * of stars'],
    ['marks close around punctuation', '(*now*), _soon_!', '([bold now]), [italic soon]!'],
    ['one in another', '*what _would_ they think*', '[bold what [italic would] they think]'],
    ['three marks quote all that follows', '&gt;&gt;&gt;one\ntwo', '[quote one\ntwo]'],
    ['an escaped quotation is one too', '&gt; one\n&gt; two\nthree', '[quote one\ntwo]three'],
    ['skin tones are kept', ':wave::skin-tone-4:', '👋🏽'],
    ['known emoji are drawn, others stay as typed', ':tada: :our-own:', '🎉 :our-own:'],
    ['what was escaped never comes alive', '&lt;!channel&gt; &lt;@U012AB3CD&gt;', '<!channel> <@U012AB3CD>'],
    ['a control that nobody knows stays visible', '<nonsense|here>', '<nonsense|here>'],
    ['a date without a format stays visible', '<!date^12|then>', '<!date^12|then>'],
    ['a script is no address', '<javascript:alert(1)|click>', '<javascript:alert(1)|click>'],
    [
      'a bare address becomes a link without its full stop',
      'See https://example.com/a.',
      'See [https://example.com/a https://example.com/a].',
    ],
  ])('%s', (_what, source, expected) => expect(seen(source)).toBe(expected));

  it('leaves bare addresses alone when verbatim', () => {
    expect(seen('https://example.com', { verbatim: true })).toBe('https://example.com');
  });

  it('reads not even emoji where the app says so', () => {
    expect(tags(inlineOf('Tea :tea:', { plain: true, emoji: false }))).toBe('Tea :tea:');
  });

  it('reads nothing but emoji in plain text', () => {
    expect(tags(inlineOf('*as* <@U1> &amp; :wave:', { plain: true }))).toBe('*as* <@U1> &amp; 👋');
  });
});

describe('dates for a reader', () => {
  const sanne: Reader = { zone: 'Europe/Amsterdam', locale: 'nl-NL', now: new Date('2026-11-21T12:00:00Z') };
  const joe: Reader = { zone: 'America/New_York', locale: 'en-US', now: sanne.now };
  const at = Date.parse('2026-11-22T01:30:00Z') / 1000;

  it.each([
    ['{date_long} om {time}', sanne, 'zondag 22 november 2026 om 02:30'],
    ['{date_pretty} at {time}', joe, 'Today at 8:30 PM'],
    ['{date_short_pretty}', sanne, 'Morgen'],
    ['{date_num}', joe, '2026-11-21'],
    ['{ago}', sanne, 'over 14 uur'],
    ['{date}', joe, 'November 21'],
    ['{date_short}', joe, 'Nov 21, 2026'],
    ['{date_long}', joe, 'Saturday, November 21, 2026'],
    ['{date_long_full}', joe, 'November 21, 2026'],
    ['{date_slash}', sanne, '22-11-2026'],
    ['{date_long_pretty}', joe, 'Today'],
    ['{day_divider_pretty}', sanne, 'Morgen'],
    ['{time_secs}', joe, '8:30:00 PM'],
    ['{time}', sanne, '02:30'],
  ])('%s', (format, reader, expected) => {
    expect(slackDate(at, format, reader)?.replaceAll('\u202f', ' ')).toBe(expected);
  });

  it('far away a date has its year, near by only where it is asked for', () => {
    const then = Date.parse('2014-02-18T14:39:42Z') / 1000;
    expect(slackDate(then, '{date}', joe)).toBe('February 18, 2014');
    expect(slackDate(then, '{day_divider_pretty}', joe)).toBe('Tuesday, February 18, 2014');
    const soon = Date.parse('2026-12-24T12:00:00Z') / 1000;
    expect(slackDate(soon, '{date_pretty}', joe)).toBe('December 24');
    expect(slackDate(soon, '{day_divider_pretty}', joe)).toBe('Thursday, December 24');
  });

  it('leaves a token that nobody knows to the fallback', () => {
    expect(slackDate(at, '{date_sideways}', sanne)).toBeUndefined();
  });
});
