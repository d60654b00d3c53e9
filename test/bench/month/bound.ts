/** When a message was due and when it went out (milliseconds). */
export type Sent = { due: number; sent: number };

/** How long there was something due that hadn't gone out yet (milliseconds): nobody counts the hours in which nothing was due. */
export function waiting(messages: readonly Sent[]): number {
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { due, sent } of messages.toSorted((one, other) => one.due - other.due)) {
    if (sent <= until) continue;
    total += sent - Math.max(due, until);
    until = sent;
  }
  return total;
}

/** The same messages as a sender would send them that never loses a moment of so many a second. */
export function ideally(messages: readonly Sent[], perSecond: number): Sent[] {
  const between = 1000 / perSecond;
  let free = Number.NEGATIVE_INFINITY;
  return messages
    .toSorted((one, other) => one.due - other.due)
    .map(({ due }) => {
      const sent = Math.max(due, free);
      free = sent + between;
      return { due, sent };
    });
}
