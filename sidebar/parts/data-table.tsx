import type { ComponentChildren, JSX } from 'preact';

/** A small table that scrolls sideways by itself; figures stand right. */
export function DataTable({ caption, header, rows }: { readonly caption: string; readonly header: readonly string[]; readonly rows: readonly (readonly ComponentChildren[])[] }): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <thead>
          <tr>
            {header.map((text, column) => (
              <th key={column} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={classOf(cell)}>
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
