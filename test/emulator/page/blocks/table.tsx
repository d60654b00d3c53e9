import type { RawNumberElement, RawTextElement, RichTextBlock, TableBlock } from '@slack/types';
import { RichText } from '../text/rich-text.tsx';

type Cell = RichTextBlock | RawTextElement | RawNumberElement;

/** Rows and columns; the first row is the heading. */
export function Table({ block: { rows, column_settings: columns = [] } }: { block: TableBlock }) {
  const [head = [], ...body] = rows;
  const align = (at: number) => ({ textAlign: columns[at]?.align ?? 'left' });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="table" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th scope="col" style={align(at)}>
                <CellText cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr>
              {row.map((cell, at) => (
                <td style={align(at)}>
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

const CellText = ({ cell }: { cell: Cell }) => (cell.type === 'rich_text' ? <RichText block={cell} /> : cell.text);
