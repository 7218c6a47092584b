import { catalogue } from '../core/catalogue/catalogue';

const OWN = new RegExp(`(?:^|[^A-Z0-9_.])(?:${catalogue.map(({ name }) => name).join('|')})\\(`, 'i');

/** Whether a cell holds a formula that calls a function of ours. */
export function isOwnFormula(cell: unknown): cell is string {
  return typeof cell === 'string' && cell.startsWith('=') && OWN.test(cell);
}
