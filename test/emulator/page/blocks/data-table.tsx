import type { DataTableBlock } from '@slack/types';
import { useState } from 'preact/hooks';
import { useReading } from '../text/reading.ts';
import { CellText } from './cell.tsx';
import type { Cell } from './table-cell.ts';
import { nextOrder, type Order, ordered, withWords } from './table-order.ts';

/** Slack's own, where a block doesn't say. */
const PAGE_SIZE = 5;

/** Rows to leaf through, to put in order by a column, and to search in; the first row is the heading. */
export function DataTable({ block }: { block: DataTableBlock }) {
  const { rows, caption, page_size: size = PAGE_SIZE, row_header_column_index: named = 0 } = block;
  const { locale } = useReading().reader;
  const [order, setOrder] = useState<Order | undefined>();
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const [head = [], ...body] = rows;
  const found = ordered(withWords(body, typed), order, locale);
  const pages = Math.max(Math.ceil(found.length / size), 1);
  const at = Math.min(page, pages - 1);
  return (
    <div class="data-table">
      {body.length > size && (
        <input
          type="search"
          class="input short"
          placeholder="Search in this table"
          aria-label={`Search in ${caption}`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="table" tabIndex={0} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th scope="col" aria-sort={sortOf(order, column)}>
                  <button type="button" onClick={() => setOrder(nextOrder(order, column))}>
                    <CellText cell={cell} />
                    <span aria-hidden="true">{SIGNS[sortOf(order, column)]}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(at * size, (at + 1) * size).map((row) => (
              <tr>{row.map((cell, column) => cellOf(cell, column === named))}</tr>
            ))}
          </tbody>
        </table>
      </section>
      {found.length === 0 && <p role="status">No row has these words.</p>}
      {pages > 1 && <Pages at={at} pages={pages} go={setPage} />}
    </div>
  );
}

const SIGNS = { none: '↕', ascending: '↑', descending: '↓' } as const;

const sortOf = (order: Order | undefined, column: number) =>
  order?.column !== column ? 'none' : order.down ? 'descending' : 'ascending';

function cellOf(cell: Cell, isName: boolean) {
  const look = cell.type === 'raw_number' ? 'number' : '';
  return isName ? (
    <th scope="row" class={look}>
      <CellText cell={cell} />
    </th>
  ) : (
    <td class={look}>
      <CellText cell={cell} />
    </td>
  );
}

const Pages = ({ at, pages, go }: { at: number; pages: number; go(page: number): void }) => (
  <div class="pages">
    <button type="button" class="icon small" aria-label="Previous page" disabled={at === 0} onClick={() => go(at - 1)}>
      ‹
    </button>
    <span role="status">
      Page {at + 1} of {pages}
    </span>
    <button
      type="button"
      class="icon small"
      aria-label="Next page"
      disabled={at === pages - 1}
      onClick={() => go(at + 1)}
    >
      ›
    </button>
  </div>
);
