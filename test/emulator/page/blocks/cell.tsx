import { RichText } from '../text/rich-text.tsx';
import type { Cell } from './table-cell.ts';
import { Unknown } from './unknown.tsx';

/** What stands in one cell of a table. A number is shown in the words the app chose for it. */
export function CellText({ cell }: { cell: Cell }) {
  switch (cell.type) {
    case 'rich_text':
      return <RichText block={cell} />;
    case 'raw_text':
      return <>{cell.text}</>;
    case 'raw_number':
      return <data value={String(cell.value)}>{cell.text ?? cell.value.toLocaleString()}</data>;
    default:
      return <Unknown kind="element" type={(cell as { type: string }).type} />;
  }
}
