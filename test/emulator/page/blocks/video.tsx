import type { VideoBlock } from '@slack/types';
import { ImageElement } from '../elements/image-element.tsx';
import { Label } from '../text/text.tsx';

/** A film by its poster and its words. It isn't played here, because this page loads nothing from anywhere. */
export function Video({ block }: { block: VideoBlock }) {
  const { title, title_url: titleUrl, video_url: url, thumbnail_url: poster, alt_text: alt, description } = block;
  const { author_name: author, provider_name: provider, provider_icon_url: providerIcon } = block;
  return (
    <figure class="video">
      <figcaption>
        <small class="video-from">
          {providerIcon && <ImageElement image={{ image_url: providerIcon, alt_text: '' }} className="context-image" />}
          {[provider, author].filter(Boolean).join(' · ')}
        </small>
        <strong>
          {titleUrl ? (
            <a href={titleUrl} target="_blank" rel="noreferrer">
              <Label text={title} />
            </a>
          ) : (
            <Label text={title} />
          )}
        </strong>
        {description && (
          <span class="text">
            <Label text={description} />
          </span>
        )}
      </figcaption>
      <a class="poster" href={url} target="_blank" rel="noreferrer" aria-label={`Play: ${alt}`}>
        <ImageElement image={{ image_url: poster, alt_text: alt }} className="block-image" />
        <span class="play" aria-hidden="true">
          ▶
        </span>
      </a>
    </figure>
  );
}
