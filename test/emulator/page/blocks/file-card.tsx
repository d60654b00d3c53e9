import type { PageFile } from '../contract.ts';
import { sizeInWords } from '../elements/file-size.ts';
import { Outline } from '../elements/outline.tsx';

/** A file under a message: a picture is seen, anything else is there to be opened. */
export function FileCard({ file: { name, title, mimetype, size, url } }: { file: PageFile }) {
  if (mimetype.startsWith('image/')) {
    return (
      <figure class="file-picture">
        <figcaption>
          <a href={url} target="_blank" rel="noreferrer">
            {title || name}
          </a>
        </figcaption>
        <img class="block-image" src={url} alt={title || name} />
      </figure>
    );
  }
  return (
    <a class="file-card" href={url} target="_blank" rel="noreferrer">
      <Outline of="file" size={28} />
      <span>
        <strong>{title || name}</strong>
        <small>
          {kindOf(name, mimetype)}, {sizeInWords(size)}
        </small>
      </span>
    </a>
  );
}

const kindOf = (name: string, mimetype: string) =>
  name.includes('.') ? name.split('.').at(-1)?.toUpperCase() : mimetype;
