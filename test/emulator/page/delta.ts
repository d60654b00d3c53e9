type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [field: string]: Json };
type Fields = { readonly [field: string]: Json };

/**
 * How one state becomes the next, with as few words as possible. `keep`: so many elements from that place of the list
 * on, as they stood there before; `put`: new ones. A field that isn't named is as it was.
 */
export type Delta =
  | { whole: Json }
  | { list: ({ keep: [from: number, count: number] } | { put: Json })[] }
  | { fields: Record<string, Delta>; gone?: string[] };

/** What has to be said so that `before` becomes `now`; undefined for nothing. */
export function deltaOf(before: unknown, now: unknown): Delta | undefined {
  return differing(before as Json, now as Json);
}

/** `before` as it is after the change. What hasn't changed is the same object still. */
export const applied = <T>(before: T, delta: Delta | undefined): T =>
  delta === undefined ? before : (changed(before as Json, delta) as T);

function differing(before: Json, now: Json): Delta | undefined {
  if (Array.isArray(before) && Array.isArray(now)) return differingList(before, now);
  if (isFields(before) && isFields(now)) return differingFields(before, now);
  return before === now ? undefined : { whole: now };
}

function differingFields(before: Fields, now: Fields): Delta | undefined {
  const differ = Object.entries(now).flatMap(([name, value]): [string, Delta][] => {
    const delta = value === undefined ? undefined : differing(own(before, name), value);
    return delta ? [[name, delta]] : [];
  });
  const fields = Object.fromEntries(differ);
  const gone = Object.keys(before).filter((name) => before[name] !== undefined && own(now, name) === undefined);
  if (gone.length > 0) return { fields, gone };
  return differ.length > 0 ? { fields } : undefined;
}

function differingList(before: readonly Json[], now: readonly Json[]): Delta | undefined {
  const places = new Map(before.map((element, at) => [JSON.stringify(element), at]));
  const list: ({ keep: [number, number] } | { put: Json })[] = [];
  for (const element of now) {
    const at = places.get(JSON.stringify(element));
    const last = list.at(-1);
    if (at === undefined) list.push({ put: element });
    else if (last && 'keep' in last && last.keep[0] + last.keep[1] === at) last.keep[1] += 1;
    else list.push({ keep: [at, 1] });
  }
  const [only] = list;
  const isSame = before.length === now.length && (now.length === 0 || isAll(only, now.length, list.length));
  return isSame ? undefined : { list };
}

const isAll = (only: object | undefined, count: number, parts: number) =>
  parts === 1 && only !== undefined && 'keep' in only && JSON.stringify(only.keep) === `[0,${count}]`;

function changed(before: Json, delta: Delta): Json {
  if ('whole' in delta) return delta.whole;
  if ('list' in delta) {
    const known = Array.isArray(before) ? (before as readonly Json[]) : [];
    return delta.list.flatMap((part) =>
      'put' in part ? [part.put] : known.slice(part.keep[0], part.keep[0] + part.keep[1]),
    );
  }
  const known = isFields(before) ? before : {};
  const kept = Object.entries(known).filter(([name]) => !delta.gone?.includes(name));
  const fresh = Object.entries(delta.fields).map(([name, each]) => [name, changed(own(known, name), each)] as const);
  return Object.fromEntries([...kept, ...fresh]);
}

/** An app may call its blocks as it likes, `toString` too. */
const own = (fields: Fields, name: string): Json => (Object.hasOwn(fields, name) ? fields[name] : undefined);

const isFields = (json: Json): json is Fields => typeof json === 'object' && json !== null && !Array.isArray(json);
