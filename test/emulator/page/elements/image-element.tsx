import type { ImageElement as SlackImage } from '@slack/types';

type Picture = Pick<SlackImage, 'alt_text'> & { image_url?: string; slack_file?: unknown };

/**
 * A picture. Only pictures of this page itself are loaded; for one from elsewhere its description stands in a frame,
 * because this page loads nothing from anywhere.
 */
export function ImageElement({ image, className }: { image: Picture; className: string }) {
  const url = image.image_url ?? '';
  const ours = url.startsWith('data:image/') || (url !== '' && new URL(url, location.href).origin === location.origin);
  return ours ? (
    <img class={className} src={url} alt={image.alt_text} />
  ) : (
    <span class={`${className} picture`} role="img" aria-label={image.alt_text} title={url}>
      {image.alt_text}
    </span>
  );
}
