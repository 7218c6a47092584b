import type { Look } from '../../xlsx/style-book';
import type { CellPatch } from '../xlsx/patch-sheet';
import { lookChange } from './cell-look';

/** A cell as the spreadsheet has it: its value, and its formula without the = before it, as a file writes it. */
export type GridCell = Pick<CellPatch, 'row' | 'column' | 'value' | 'formula' | 'fills'> & { readonly look?: Look };

/** What a sheet held when it was opened: as it was read, and what its formulas showed once they were first computed. */
export interface Opened {
  readonly read: ReadonlyMap<string, GridCell>;
  readonly computed: ReadonlyMap<string, GridCell>;
  /** How its cells looked then. */
  readonly looks?: ReadonlyMap<string, Look>;
}

export function keyOf({ row, column }: Pick<GridCell, 'row' | 'column'>): string {
  return `${row},${column}`;
}

/** What the spreadsheet shows where it cannot compute a formula that another could. */
const UNKNOWN = /^#NAME\?$/;

/**
 * The cells that were changed since the file was opened: by somebody, or because what they are computed from was.
 * What the first computation made of a formula is no change; a result that this spreadsheet cannot compute is left out.
 */
export function changedCells({ read, computed, looks = new Map() }: Opened, cells: readonly GridCell[]): CellPatch[] {
  const patches: CellPatch[] = [];
  const gone = new Set([...read.keys(), ...computed.keys()]);
  for (const cell of cells) {
    const key = keyOf(cell);
    gone.delete(key);
    const [file, first] = [read.get(key), computed.get(key)];
    const before = file?.formula === undefined && file !== undefined ? file : (first ?? file);
    const { look: now = {}, ...content } = cell;
    const look = lookChange(looks.get(key) ?? {}, now);
    const looking = look ? { look } : {};
    if ((before?.formula === cell.formula && before?.value === cell.value) || (!before && cell.value === undefined && cell.formula === undefined)) {
      if (look) patches.push({ row: cell.row, column: cell.column, value: undefined, keepsContent: true, look });
    } else if (cell.formula === undefined || before?.formula !== cell.formula) patches.push({ ...content, ...looking });
    else patches.push({ row: cell.row, column: cell.column, value: UNKNOWN.test(String(cell.value)) ? undefined : cell.value, keepsFormula: true, ...looking });
  }
  for (const key of gone) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const look = lookChange(looks.get(key) ?? {}, {});
    patches.push({ row, column, value: undefined, ...(look ? { look } : {}) });
  }
  return patches;
}
