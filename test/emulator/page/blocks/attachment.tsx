import type { PageAttachment } from '../contract.ts';
import { ImageElement } from '../elements/image-element.tsx';
import { momentOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { Label, Mrkdwn, Text } from '../text/text.tsx';
import { Blocks } from './block.tsx';
import { ShowMore } from './show-more.tsx';
import { Unknown } from './unknown.tsx';

/** Slack's three words for colours. */
const COLORS: Readonly<Record<string, string>> = {
  good: 'var(--pine)',
  warning: 'var(--focus)',
  danger: 'var(--danger)',
};

/** So much text of an attachment is folded (docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments). */
const FOLDED = { characters: 700, lines: 5 };

/** Something under a message that isn't its own words, with a bar in its colour. */
export function Attachment({ attachment }: { attachment: PageAttachment }) {
  const { color, pretext, blocks = [], text = '', fields = [] } = attachment;
  const formatted = (part: string) => attachment.mrkdwn_in?.includes(part) ?? true;
  return (
    <div class="attachment">
      {pretext && <Words text={pretext} formatted={formatted('pretext')} />}
      <div class="attachment-body" style={{ borderColor: colorOf(color) }}>
        {color && !colorOf(color) && <Unknown kind="color" type={color} />}
        {attachment.thumb_url && (
          <ImageElement
            image={{ image_url: attachment.thumb_url, alt_text: 'Thumbnail' }}
            className="accessory-image"
          />
        )}
        <Author of={attachment} />
        <Title of={attachment} />
        {text && (
          <ShowMore when={text.length >= FOLDED.characters || text.split('\n').length > FOLDED.lines}>
            <Words text={text} formatted={formatted('text')} />
          </ShowMore>
        )}
        {fields.length > 0 && <Fields of={fields} formatted={formatted('fields')} />}
        {blocks.length > 0 && <Blocks blocks={blocks} />}
        {attachment.image_url && (
          <ImageElement image={{ image_url: attachment.image_url, alt_text: 'Picture' }} className="block-image" />
        )}
        {isBare(attachment) && attachment.fallback && <p>{attachment.fallback}</p>}
        <Footer of={attachment} />
      </div>
    </div>
  );
}

type FieldsProps = { of: NonNullable<PageAttachment['fields']>; formatted: boolean };

/** Short ones stand beside each other. */
const Fields = ({ of, formatted }: FieldsProps) => (
  <dl class="attachment-fields">
    {of.map(({ title = '', value = '', short = false }) => (
      <div class={short ? '' : 'long'}>
        <dt>{title}</dt>
        <dd>
          <Words text={value} formatted={formatted} />
        </dd>
      </div>
    ))}
  </dl>
);

type Part = { of: PageAttachment };

const Words = ({ text, formatted }: { text: string; formatted: boolean }) =>
  formatted ? <Mrkdwn source={text} /> : <Text of={{ type: 'plain_text', text }} />;

const Author = ({ of: { author_name: name, author_link: link, author_icon: icon } }: Part) =>
  name ? (
    <small class="attachment-small">
      {icon && <ImageElement image={{ image_url: icon, alt_text: '' }} className="context-image" />}
      <Linked text={name} url={link} />
    </small>
  ) : null;

const Title = ({ of: { title, title_link: link } }: Part) =>
  title ? (
    <strong>
      <Linked text={title} url={link} />
    </strong>
  ) : null;

const Linked = ({ text, url }: { text: string; url: string | undefined }) =>
  url ? (
    <a href={url} target="_blank" rel="noreferrer">
      <Label text={text} />
    </a>
  ) : (
    <Label text={text} />
  );

function Footer({ of: { footer, footer_icon: icon, ts } }: Part) {
  const { reader } = useReading();
  if (!footer && ts === undefined) return null;
  return (
    <small class="attachment-small">
      {footer && icon && <ImageElement image={{ image_url: icon, alt_text: '' }} className="context-image" />}
      {[footer, ts === undefined ? undefined : momentOf(new Date(Number(ts) * 1000), reader)]
        .filter(Boolean)
        .join(' | ')}
    </small>
  );
}

/** `good`, `warning`, `danger` or six hex digits; undefined for anything else. */
const colorOf = (color = '') =>
  COLORS[color] ?? (/^#?[0-9a-f]{6}$/i.test(color) ? `#${color.replace('#', '')}` : undefined);

/** Only the words for those who can't see anything else. */
const isBare = ({
  pretext,
  title,
  text,
  fields,
  blocks,
  image_url: image,
  thumb_url: thumb,
  author_name: author,
}: PageAttachment) => [pretext, title, text, fields, blocks, image, thumb, author].every((part) => part === undefined);
