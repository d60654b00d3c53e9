import type { TableBlock } from '@slack/types';
import { CellText } from './cell.tsx';
import type { Cell } from './table-cell.ts';

const ALIGNMENTS: ReadonlySet<string> = new Set(['left', 'center', 'right']);

/** Rows and columns; the first row is the heading. */
export function Table({ block: { rows, column_settings: columns = [] } }: { block: TableBlock }) {
  const [head = [], ...body] = rows;
  const look = (at: number) => {
    const { align = 'left', is_wrapped: wrapped = false } = columns[at] ?? {};
    return {
      class: wrapped ? 'wrapped' : '',
      style: { textAlign: align },
      ...(!ALIGNMENTS.has(align) && { class: 'unknown', title: `Unknown alignment: ${align}` }),
    };
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th scope="col" {...look(at)}>
                <CellText cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row: readonly Cell[]) => (
            <tr>
              {row.map((cell, at) => (
                <td {...look(at)}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
