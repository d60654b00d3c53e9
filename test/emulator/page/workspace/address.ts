import { useState } from 'preact/hooks';

/** Who sits here and what they look at; stands in the address, so that a reload or a second tab finds it again. */
export type Where = { as: string; in: string; tab: 'messages' | 'home' };

const read = (): Where => {
  const query = new URLSearchParams(location.search);
  return {
    as: query.get('as') ?? '',
    in: query.get('in') ?? '',
    tab: query.get('tab') === 'home' ? 'home' : 'messages',
  };
};

export function useAddress() {
  const [where, setWhere] = useState(read);
  const go = (to: Partial<Where>) => {
    const next = { ...where, ...to };
    history.replaceState(null, '', `?${new URLSearchParams(next)}`);
    setWhere(next);
  };
  return { where, go };
}
