import { useState } from 'preact/hooks';

/** Who sits here and what they look at; stands in the address, so that a reload or a second tab finds it again. */
export type Where = {
  as: string;
  in: string;
  tab: 'messages' | 'home' | 'threads';
  /** The ts of the thread beside the conversation; empty for none. */
  thread: string;
};

const TABS: readonly Where['tab'][] = ['messages', 'home', 'threads'];

const read = (): Where => {
  const query = new URLSearchParams(location.search);
  const asked = query.get('tab');
  return {
    as: query.get('as') ?? '',
    in: query.get('in') ?? '',
    tab: TABS.find((tab) => tab === asked) ?? 'messages',
    thread: query.get('thread') ?? '',
  };
};

/** Where one is, and how to go elsewhere; whoever goes leaves the thread, unless they say that they stay in it. */
export function useAddress() {
  const [where, setWhere] = useState(read);
  const go = (to: Partial<Where>) => {
    const next = { ...where, thread: '', ...to };
    history.replaceState(null, '', addressOf(next));
    setWhere(next);
  };
  return { where, go };
}

/** The address under which the page shows that. */
const addressOf = (where: Where) =>
  `?${new URLSearchParams(Object.entries(where).filter(([, value]) => value !== ''))}`;
