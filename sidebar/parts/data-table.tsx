import type { ComponentChildren, JSX } from 'preact';

/** A small table that scrolls sideways by itself; figures stand right. */
export function DataTable({ caption, header, rows, figures = [] }: { readonly caption: string; readonly header: readonly string[]; readonly rows: readonly (readonly ComponentChildren[])[]; readonly figures?: readonly number[] }): JSX.Element {
  // A header stands over its figures.
  const isFigures = (column: number): boolean => figures.includes(column) || (column > 0 && rows.length > 0 && rows.every((row) => row[column] === '' || classOf(row[column]) === 'figure') && rows.some((row) => row[column] !== ''));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <thead>
          <tr>
            {header.map((text, column) => (
              <th key={column} scope="col" class={isFigures(column) ? 'figure' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={isFigures(column) ? 'figure' : classOf(cell)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LONG = 24;

function classOf(cell: ComponentChildren): string | undefined {
  if (typeof cell === 'number' || (typeof cell === 'string' && /^[+\-−]?\d[\d,]*(?:\.\d+)?%?$/.test(cell))) return 'figure';
  return typeof cell === 'string' && cell.length > LONG ? 'long' : undefined;
}
