import { useEffect, useMemo, useState } from 'preact/hooks';
import { fetchChannels, fetchPeople } from '../api.ts';
import type { PageConversation, PagePeople, PageState } from '../contract.ts';
import { type Reading, readingOf } from '../text/reading.ts';

const NOBODY: PagePeople = { revision: 0, people: [], groups: [] };

/**
 * Who and what there is, besides what is open: everybody and all channels, fetched again only when they have changed, and
 * what it takes to read a text. Undefined until everybody is known.
 */
export function useDirectory(state: PageState | undefined, lost: boolean): Directory | undefined {
  const [known, setKnown] = useState(NOBODY);
  const [channels, setChannels] = useState<readonly PageConversation[]>([]);
  const { me, peopleRevision, channelsRevision } = state ?? {};
  useEffect(() => {
    if (peopleRevision !== undefined && !lost) void fetchPeople().then(setKnown, () => {});
  }, [peopleRevision, lost]);
  useEffect(() => {
    if (me && !lost) void fetchChannels(me.id).then(setChannels, () => {});
  }, [me?.id, channelsRevision, lost]);

  const reading = useMemo(
    () => state && readingOf({ ...state, ...known, conversations: joined(state.conversations, channels) }),
    [me?.id, me?.zone, me?.locale, known, channels, state?.conversations, state?.clock.now],
  );
  return reading && known.revision > 0 ? { reading, channels } : undefined;
}

export type Directory = { reading: Reading; channels: readonly PageConversation[] };

/** One's own conversations, and the channels one isn't in. */
function joined(own: readonly PageConversation[], channels: readonly PageConversation[]): PageConversation[] {
  const known = new Set(own.map(({ id }) => id));
  return [...own, ...channels.filter(({ id }) => !known.has(id))];
}
