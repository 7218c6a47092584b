import type { Language } from '../../locale/message';
import { render } from '../../locale/message';
import type { RangeSource } from '../cell';
import { matchKey } from '../cell';

/** Columns that together only a result of ours has. A statement is kept, and is input again; it has a Kind. */
const SIGNATURES: readonly (readonly string[])[] = [
  ['why', 'earned'], ['说明', '应得'], ['why', 'pool'], ['说明', '提成池'], ['why', 'payable', 'person'], ['说明', '应发', '姓名'],
  ['weighted'], ['加权得分'], ['kpi', 'weight', 'actual', 'score'], ['指标', '权重', '实际值', '得分'], ['severity', 'problem', 'whattodo'], ['级别', '问题', '怎么办'], ['cell', 'problem', 'whattodo'], ['单元格', '问题', '怎么办'],
  ['teamtarget', 'personaltargets'], ['团队目标', '个人目标合计'], ['before', 'now', 'kpi'], ['原目标', '现目标'], ['attainment', 'score', 'actual', 'target'], ['达成率', '得分', '实际值', '目标值'],
  ['step', 'what', 'formula'], ['步骤', '内容', '算式'], ['period', 'person', 'difference'], ['期间', '姓名', '差额'],
];

const STATEMENT = ['kind', '类型'];

/** A table that Meritsheet itself has written as a result is never taken for input. */
export function isResult(headers: readonly string[]): boolean {
  const keys = new Set(headers.map(matchKey));
  if (STATEMENT.some((key) => keys.has(key))) return false;
  return SIGNATURES.some((needed) => needed.every((key) => keys.has(key)));
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const TITLES = (['dash.title', 'sheet.summary', 'sheet.parts', 'sheet.lines', 'sheet.pools', 'sheet.unused', 'sheet.payroll', 'frozen.sheet', 'sheet.check'] as const).flatMap((code) => LANGUAGES.map((language) => render({ code, params: { period: '' } }, language).trim()));
const FURTHER = ['Scorecards', 'Target gaps', 'Training needs', 'Target changes', 'Comparison', '考核明细', '目标差额', '培训需求', '目标变更', '方案对比'];
const WITH_PERIOD = ['Scores', '得分'];
const PERIOD = '\\d{4}(?:-(?:\\d{2}|[QH]\\d))?';
const NAMES = new RegExp(`^(?:(?:${WITH_PERIOD.join('|')}) ${PERIOD}|(?:${[...TITLES, ...FURTHER].map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?: ${PERIOD}(?: \\S+)*)?)(?: \\(\\d+\\))?$`, 'i');

/** What stands in the title row of a sheet of ours that carries neither the name nor the headers of a result. */
export const RESULT_MARK = 'Meritsheet';

/** Whether a sheet is marked as a result: it is never input, whatever its tables look like. */
export function isMarked({ cells }: RangeSource): boolean {
  return cells[0]?.some((cell) => cell === RESULT_MARK) === true;
}

/** Whether a sheet has the name of a result, and the title that we write above such a sheet's table. */
export function isResultSheet(sheet: string, title: string): boolean {
  if (!NAMES.test(sheet)) return false;
  return title === '' || matchKey(title).startsWith(matchKey(sheet).slice(0, 20)) || matchKey(sheet).startsWith(matchKey(title).slice(0, 20));
}
