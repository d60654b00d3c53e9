import { useState } from 'preact/hooks';
import type { PageConversation } from '../contract.ts';
import { Dialog } from '../view/dialog.tsx';

type BrowseProps = { channels: readonly PageConversation[]; open(id: string): void; close(): void };

/** More than this nobody reads; typing narrows it down. */
const SHOWN = 50;

/** All channels one may look into, to find one by name or by what it is for. */
export function BrowseChannels({ channels, open, close }: BrowseProps) {
  const [wanted, setWanted] = useState('');
  const fits = channels.filter(({ name, topic }) => `${name} ${topic}`.toLowerCase().includes(wanted.toLowerCase()));
  const shown = fits.slice(0, SHOWN);
  return (
    <Dialog title="Browse channels" onEscape={close} className="browse">
      <button type="button" class="icon close" aria-label="Close" title="Close" onClick={close}>
        ×
      </button>
      <div class="field browse-find">
        <input
          class="input"
          type="search"
          aria-label="Find a channel"
          placeholder="Find a channel"
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <small role="status">
          {fits.length === 1 ? '1 channel' : `${fits.length} channels`}
          {shown.length < fits.length && `, the first ${shown.length} shown`}
        </small>
      </div>
      <ul class="dialog-body">
        {shown.map((channel) => (
          <li key={channel.id}>
            <button
              type="button"
              class="browse-channel"
              onClick={() => {
                close();
                open(channel.id);
              }}
            >
              <strong>#{channel.name}</strong> {factsOf(channel)}
              {channel.topic && <small>{channel.topic}</small>}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

const factsOf = ({ member, members, kind, external, archived }: PageConversation) => (
  <small>
    {[
      member && 'joined',
      kind === 'private' && 'private',
      external && 'shared',
      archived && 'archived',
      members === 1 ? '1 member' : `${members} members`,
    ]
      .filter(Boolean)
      .join(' · ')}
  </small>
);
