import { useState } from 'preact/hooks';
import type { PagePerson } from '../contract.ts';

type WelcomeProps = { me: PagePerson; app: string; example: string };

const KEPT_AS = 'welcome-read';

/** A first hint for newcomers; read once, it stays away. */
export function Welcome({ me, app, example }: WelcomeProps) {
  const [isRead, setIsRead] = useState(localStorage.getItem(KEPT_AS) === 'yes');
  if (isRead) return null;
  const close = () => {
    localStorage.setItem(KEPT_AS, 'yes');
    setIsRead(true);
  };
  return (
    <aside class="welcome" aria-label="Welcome">
      <p>
        You are <strong>{me.name}</strong>. Type <kbd>{example}</kbd> below, or just write to {app}. Above you can
        become somebody else, and the clock turns to the day something happens.
      </p>
      <button type="button" class="icon" aria-label="Close the welcome" onClick={close}>
        ×
      </button>
    </aside>
  );
}
