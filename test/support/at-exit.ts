const removals = new Set<() => void>();
let listens = false;

/** Cleans up whatever ends this process; what was made last goes first. Answers how to clean up before that. */
export function removeAtExit(remove: () => void): () => void {
  if (!listens) listen();
  removals.add(remove);
  return () => {
    if (removals.delete(remove)) remove();
  };
}

/** The listeners stay: what a second signal does by itself would end the process in the middle of cleaning up. */
function listen() {
  listens = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  process.once('exit', () => {
    for (const remove of [...removals].reverse()) remove();
  });
}
