import type { FileBlock } from '@slack/types';
import { Outline } from '../elements/outline.tsx';
import { Unknown } from './unknown.tsx';

/** A file that lies elsewhere; Slack puts this block into messages, apps only receive it. */
export const RemoteFile = ({ block: { source, external_id: id } }: { block: FileBlock }) =>
  source === 'remote' ? (
    <div class="file-card">
      <Outline of="link" size={28} />
      <span>
        <strong>{id}</strong>
        <small>A file kept elsewhere</small>
      </span>
    </div>
  ) : (
    <Unknown kind="value of source" type={source} />
  );
