import type { PageCommand } from '../contract.ts';
import { commandIn, type Suggesting, type Suggestion } from './suggesting.ts';

type SuggestionListProps = {
  id: string;
  suggesting: Suggesting;
  /** Which one the arrow keys stand on. */
  active: number | undefined;
  choose(suggestion: Suggestion): void;
};

/** What can be meant, over the field in which it is typed. */
export const SuggestionList = ({ id, suggesting: { kind, suggestions }, active, choose }: SuggestionListProps) => (
  <div class={`suggestions ${kind.toLowerCase()}`} role="listbox" id={`${id}-list`} aria-label={kind}>
    {suggestions.map((suggestion, at) => (
      <div
        role="option"
        id={`${id}-${at}`}
        tabIndex={-1}
        class={at === active ? 'active' : ''}
        aria-selected={at === active}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => choose(suggestion)}
        onKeyDown={(event) => event.key === 'Enter' && choose(suggestion)}
      >
        <strong>{suggestion.title}</strong> {suggestion.usage && <span class="usage">{suggestion.usage}</span>}
        {suggestion.note && <small>{suggestion.note}</small>}
      </div>
    ))}
  </div>
);

/** What can stand behind the command that was typed. */
export function UsageHint({ commands, text }: { commands: readonly PageCommand[]; text: string }) {
  const known = commandIn(text, commands);
  return known?.usageHint ? (
    <p class="usage-hint">
      <strong>{known.command}</strong> {known.usageHint}
    </p>
  ) : null;
}
