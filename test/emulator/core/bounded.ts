/** Adds to a list that forgets its oldest. */
export function remember<T>(list: T[], most: number, item: T) {
  list.push(item);
  if (list.length > most) list.splice(0, list.length - most);
}

/** Keeps a map from growing for ever; its first key is its oldest. */
export function forgetOldest(map: Map<string, unknown>, most = 20_000) {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
