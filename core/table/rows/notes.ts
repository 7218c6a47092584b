import type { Cell } from '../cell';
import { isBlankOrZero, plainText } from '../cell';

/** What a line below a table begins with that is a note, or is there to be signed. */
const NOTE = /^(?:notes?|remarks?|n\.?b\.?|prepared|approved|approval|checked|reviewed|signed|signature|authori[sz]ed|made by|created by|printed|page|source|legend|disclaimer|generated|exported|注|备注|说明|附注|制表|制单|填表|审核|审批|复核|批准|核准|签字|签名|签章|打印|单位|数据来源|主管|财务|总经理|经办)(?:\s+(?:by|on|at|date|from)\b|人|日期|时间|:|：|$)/i;

/** What systems print below a report. */
const PRINTED = /^(?:©|copyright\s|confidential\s+information)/i;

/** Whether a row is a note below a table: one cell, or a few, that begin like one, and no figure. */
export function isNote(line: readonly Cell[]): boolean {
  const filled = line.filter((cell) => !isBlankOrZero(cell));
  const [first] = filled;
  if (typeof first !== 'string' || filled.length > 4) return false;
  const text = plainText(first);
  if (filled.length === 1 && PRINTED.test(text)) return true;
  if (!NOTE.test(text)) return false;
  return filled.every((cell) => typeof cell === 'string') && (filled.length === 1 || /[:：]\s*$/.test(text) || filled.slice(1).some((cell) => NOTE.test(plainText(String(cell)))));
}
