import type { FileInput as SlackFileInput } from '@slack/types';
import { useRef, useState } from 'preact/hooks';
import { usePlace, valueAt } from '../blocks/place.ts';
import { sizeInWords } from './file-size.ts';
import { type ElementProps, groupNaming } from './naming.ts';
import { useUploads } from './use-uploads.ts';

/** Slack's own, where an element doesn't say. */
const MOST_FILES = 10;

/** Files of one's own computer: chosen, or dropped here; each is at Slack before the form is sent. */
export function FileInput({ element, blockId, naming }: ElementProps<SlackFileInput>) {
  const place = usePlace();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { filetypes = [], max_files: most = MOST_FILES } = element;
  const there = valueAt(place, blockId, element)?.files ?? [];
  const keep = (ids: readonly string[]) => place.act(blockId, element, ids);
  const { uploads, trouble, take } = useUploads({ there: there.map(({ id }) => id), most, filetypes, keep });
  const { 'data-focus-on-load': focused } = naming;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own beside the field's label
    <div role="group" class="file-input" {...groupNaming(naming)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse alone, the button for everybody */}
      <div
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <button type="button" class="button" data-focus-on-load={focused} onClick={() => chooser.current?.click()}>
          Choose {most === 1 ? 'a file' : 'files'}
        </button>
        <small>{limitsInWords(filetypes, most)}</small>
        <input
          ref={chooser}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-label="Files of this computer"
          multiple={most > 1}
          accept={filetypes.map((type) => `.${type}`).join(',') || undefined}
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      {trouble && (
        <p class="error" role="alert">
          {trouble}
        </p>
      )}
      <ul class="file-list" aria-label="Files">
        {there.map(({ id, name, size }) => (
          <li>
            <span class="file-name">{name}</span>
            <small>{sizeInWords(size)}</small>
            <button
              type="button"
              class="icon small"
              aria-label={`Remove ${name}`}
              onClick={() => void keep(there.filter((each) => each.id !== id).map((each) => each.id))}
            >
              ×
            </button>
          </li>
        ))}
        {uploads.map((name) => (
          <li aria-busy="true">
            <span class="file-name">{name}</span>
            <progress aria-label={`Uploading ${name}`} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function limitsInWords(filetypes: readonly string[], most: number): string {
  const number = most === 1 ? 'or drop one here' : `or drop them here, ${most} at most`;
  return filetypes.length > 0 ? `${number}: ${filetypes.join(', ')}` : number;
}
