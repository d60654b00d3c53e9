import { useState } from 'preact/hooks';
import type { PageCommand, PagePerson } from '../contract.ts';

type WelcomeProps = { me: PagePerson; app: string; commands: readonly PageCommand[] };

const KEPT_AS = 'welcome-read';

/** A first hint for newcomers; read once, it stays away. */
export function Welcome({ me, app, commands }: WelcomeProps) {
  const [isRead, setIsRead] = useState(localStorage.getItem(KEPT_AS) === 'yes');
  // A hint that lists words is no sentence one could type.
  const example = commands.find(({ usageHint }) => usageHint !== '' && !usageHint.includes('|'));
  if (isRead) return null;
  const close = () => {
    localStorage.setItem(KEPT_AS, 'yes');
    setIsRead(true);
  };
  return (
    <aside class="welcome" aria-label="Welcome">
      <p>
        You are <strong>{me.name}</strong>. {example ? <Try app={app} example={example} /> : `Say hello to ${app}.`}{' '}
        Above you can become somebody else, and the clock turns to the day something happens.
      </p>
      <button type="button" class="icon" aria-label="Close the welcome" onClick={close}>
        ×
      </button>
    </aside>
  );
}

const Try = ({ app, example: { command, usageHint } }: { app: string; example: PageCommand }) => (
  <>
    Type{' '}
    <kbd>
      {command} {usageHint}
    </kbd>{' '}
    below, or just write to {app}.
  </>
);
