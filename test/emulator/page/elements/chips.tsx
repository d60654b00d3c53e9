import { Avatar } from '../workspace/avatar.tsx';
import type { Item } from './chosen.ts';

/** What is chosen in a field that takes several, each with a button to take it out again. */
export const Chips = ({ chosen, remove }: { chosen: readonly Item[]; remove(item: Item): void }) => (
  <ul class="chips" aria-label="Chosen">
    {chosen.map((item) => (
      <li>
        {item.face && <Avatar person={item.face} app={item.face.app} />}
        {item.text}
        <button type="button" aria-label={`Remove ${item.text}`} onClick={() => remove(item)}>
          ×
        </button>
      </li>
    ))}
  </ul>
);
