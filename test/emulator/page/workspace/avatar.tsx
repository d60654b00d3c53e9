type AvatarProps = { person: { name: string; color: string }; app?: boolean };

/** A face for those who have none: initials on a colour, or the app's own speech balloon. */
export const Avatar = ({ person: { name, color }, app = false }: AvatarProps) => (
  <span class={app ? 'avatar app' : 'avatar'} style={app ? {} : { '--own': `#${color}` }} aria-hidden="true">
    {app ? <Balloon /> : initialsOf(name)}
  </span>
);

/** `Sanne de Vries` → `SV`: the first and the last capital. */
function initialsOf(name: string): string {
  const [first = '', ...rest] = name.split(/\s+/).map((part) => part.charAt(0).toUpperCase());
  return first + (rest.at(-1) ?? '');
}

const Balloon = () => (
  <svg viewBox="0 0 24 24" width="22" height="22">
    <title>App</title>
    <path
      fill="currentColor"
      d="M12 3.5c5 0 9 3.3 9 7.5s-4 7.5-9 7.5c-.9 0-1.8-.1-2.6-.3L4.6 20.5l1-3.6C4 15.5 3 13.4 3 11c0-4.2 4-7.5 9-7.5Z"
    />
    <path fill="none" stroke="var(--balloon-mark)" stroke-width="1.8" stroke-linecap="round" d="M8 9.7h8M8 12.8h5" />
  </svg>
);
