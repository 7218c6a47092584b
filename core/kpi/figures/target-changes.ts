import { exactToDisplay } from '../../amount/text';
import type { Message } from '../../locale/message';
import { dayText } from '../../table/day';
import type { Spans } from '../spans';
import type { TargetRow } from '../targets';

/** What changed: the row that a later Effective date replaced, and why. */
export function changeNotes(spans: Spans<TargetRow>, pieces: readonly TargetRow[]): Message[] {
  return pieces.flatMap((row): Message[] => {
    if (row.effective === undefined) return row.note === '' ? [] : [{ code: 'note.text', params: { text: row.note } }];
    const before = spans.rows
      .filter((other) => other.first === row.first && other.last === row.last && other !== row && (other.effective ?? -Infinity) < (row.effective ?? -Infinity))
      .sort((a, b) => (b.effective ?? -Infinity) - (a.effective ?? -Infinity))[0];
    if (!before?.target || !row.target) return row.note === '' ? [] : [{ code: 'note.text', params: { text: row.note } }];
    const why = row.note === '' ? '' : `: ${row.note}`;
    return [{ code: 'note.targetChanged', params: { day: dayText(row.effective), before: exactToDisplay(before.target), now: exactToDisplay(row.target), why } }];
  });
}
