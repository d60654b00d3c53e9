import type { PageCommand } from '../contract.ts';

/** The commands that begin with what was typed, while no more than a command was typed. */
export const fittingCommands = (commands: readonly PageCommand[], text: string): PageCommand[] =>
  /^\/\S*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text.toLowerCase())) : [];

type SlashListProps = {
  commands: readonly PageCommand[];
  /** Which one the arrow keys stand on. */
  active: number | undefined;
  choose(command: PageCommand): void;
};

/** The family of commands, each with what it does and what can stand behind it. */
export const SlashList = ({ commands, active, choose }: SlashListProps) => (
  <div class="slash-list" role="listbox" id="slash-list" aria-label="Commands">
    {commands.map((command, at) => (
      <div
        role="option"
        id={`slash-${at}`}
        tabIndex={-1}
        class={at === active ? 'active' : ''}
        aria-selected={at === active}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => choose(command)}
        onKeyDown={(event) => event.key === 'Enter' && choose(command)}
      >
        <strong>{command.command}</strong> <span class="usage">{command.usageHint}</span>
        <small>{command.description}</small>
      </div>
    ))}
  </div>
);

/** What can stand behind the command that was typed. */
export function UsageHint({ commands, text }: { commands: readonly PageCommand[]; text: string }) {
  const known = commands.find(({ command }) => text.toLowerCase().startsWith(`${command} `));
  return known?.usageHint ? (
    <p class="usage-hint">
      <strong>{known.command}</strong> {known.usageHint}
    </p>
  ) : null;
}
