import { useEffect, useState } from 'preact/hooks';
import { breakSomething } from '../api.ts';
import type { PageFault } from '../contract.ts';
import { useTrying } from './use-trying.tsx';

/** What can go wrong on purpose, each a button; what is in force says how long. */
export function FaultPanel({ faults }: { faults: readonly PageFault[] }) {
  const { attempt, trouble } = useTrying();
  const press = (id?: string) => attempt(breakSomething(id));
  const active = faults.filter(({ left, usual }) => left !== undefined && !usual);
  const [open, setOpen] = useState(false);
  // It opens by itself when something is in force, and stays open until somebody closes it.
  useEffect(() => {
    if (active.length > 0) setOpen(true);
  }, [active.length]);
  return (
    <details class="faults" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>Let something go wrong</h2>
        {active.length > 0 && <span class="badge refused">{active.length}</span>}
      </summary>
      {active.length > 0 && (
        <div class="faults-active" role="status" aria-label="In force">
          <ul>
            {active.map(({ id, label, note, left }) => (
              <li key={id}>
                <strong>{label}</strong> <small>{left}</small>
                <p>{note}</p>
              </li>
            ))}
          </ul>
          <button type="button" class="button primary" onClick={() => press()}>
            Mend everything
          </button>
        </div>
      )}
      <div class="fault-buttons">
        {faults.map(({ id, label, note, left }) => (
          <button
            key={id}
            type="button"
            class="fault"
            title={note}
            aria-pressed={left !== undefined}
            onClick={() => press(id)}
          >
            {label}
          </button>
        ))}
      </div>
      {trouble}
    </details>
  );
}
