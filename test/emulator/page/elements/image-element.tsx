import type { SlackFile } from '@slack/types';

type Picture = { alt_text: string; image_url?: string; slack_file?: SlackFile };

/**
 * A picture. Only pictures of this page itself are loaded; for one from elsewhere its description stands in a frame,
 * because this page loads nothing from anywhere.
 */
export function ImageElement({ image, className }: { image: Picture; className: string }) {
  const url = image.slack_file ? fileUrl(image.slack_file) : (image.image_url ?? '');
  return isOurs(url) ? (
    <img class={className} src={url} alt={image.alt_text} title={addressOf(image)} />
  ) : (
    <span class={`${className} picture`} role="img" aria-label={image.alt_text} title={url}>
      {image.alt_text}
    </span>
  );
}

/** Where the app says that the picture is, for whoever wants to know. */
const addressOf = ({ slack_file: file }: Picture) => (file && 'url' in file ? file.url : undefined);

/** Where this page has a file of Slack's; an address of Slack's own carries its id. */
function fileUrl(file: SlackFile): string {
  const id = 'id' in file ? file.id : /\/(F[A-Z0-9]+)(?:\/|$)/.exec(file.url)?.[1];
  return id ? `/page/file/${id}` : 'url' in file ? file.url : '';
}

const isOurs = (url: string) =>
  url.startsWith('data:image/') ||
  (url !== '' && URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin);
