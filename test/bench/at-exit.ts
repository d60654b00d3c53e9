/** Cleans up whatever ends this process; what was made last goes first. */
export function removeAtExit(remove: () => void): void {
  process.prependListener('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1));
}
