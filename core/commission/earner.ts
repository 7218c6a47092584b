import { matchKey } from '../table/cell';
import type { Day } from '../table/day';
import { textAt, textColumn } from '../table/table';
import type { CompiledPart } from './compile-part';
import type { Slot } from './credit';
import { NOBODY } from './credit';
import { COMPANY, FUND } from './events';
import type { LineContext } from './facts';

/** The person who earns a slot; COMPANY or FUND for what is nobody's; undefined for somebody of another plan. */
export function whoEarns(compiled: CompiledPart, context: LineContext, slot: Slot, day: Day): number | undefined {
  if (slot.person !== NOBODY && compiled.earns(slot.person, context.orderDay, day)) {
    return compiled.isPayee(slot.person, context.orderDay) ? slot.person : undefined;
  }
  if (slot.person !== NOBODY && !compiled.isPayee(slot.person, context.orderDay)) return undefined;
  if (compiled.unassignedTo === 'reserve') return FUND;
  return compiled.unassignedTo === 'owner' ? ownerOf(compiled, context, day) : COMPANY;
}

function ownerOf(compiled: CompiledPart, context: LineContext, day: Day): number {
  const text = textAt(textColumn(compiled.ledger.orders.table, 'owner'), context.row);
  const found = compiled.ledger.people.byKey.get(matchKey(text));
  const owner = found?.length === 1 ? found[0] : undefined;
  if (owner === undefined || !compiled.earns(owner, context.orderDay, day) || !compiled.isPayee(owner, context.orderDay)) return COMPANY;
  return owner;
}
