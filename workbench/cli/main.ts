import { WorkbookError } from '../../xlsx/workbook-error';
import { annul, close, confirm } from './closing';
import { call, check, compare, functions, sample, settle } from './commands';
import type { Outcome } from './outcome';
import { kpis, score } from './score';
import { statements } from './statements';
import { takeLayoutOver } from './take-over';

const USAGE = `Meritsheet: commission and KPIs from the workbook you already keep. / 用现有工作簿结算提成、考核绩效。

  meritsheet settle BOOK --period 2026-03 [--plan NAME] [--view summary|parts|lines|pools|unused|payroll] [--person NAME] [--out FILE]
  meritsheet close BOOK --period 2026-03 --by NAME [--plan NAME] [--at DATE] --out FILE
  meritsheet void BOOK [--period 2026-03] --by NAME [--plan NAME] --out FILE
  meritsheet confirm BOOK --period 2026-03 --person NAME [--dispute REMARK] [--by NAME] --out FILE
  meritsheet statements BOOK --period 2026-03 --out FOLDER [--plan NAME] [--lang en|zh-CN]
  meritsheet score BOOK --period 2026-03 [--view summary|cards|gaps|training|changes] [--person NAME] [--out FILE]
  meritsheet import BOOK [--sheet NAME] [--period 2026-03] [--kpi NAME] [--person NAME] [--as target|actual] [--out FILE]
  meritsheet check BOOK [--out FILE]
  meritsheet compare BOOK --plan A --with B --period 2026-03 [--out FILE]
  meritsheet call FUNCTION          arguments as a JSON array on standard input
  meritsheet functions              the worksheet functions as JSON
  meritsheet kpis [--lang en|zh-CN] indicators for export sales, as a table to paste
  meritsheet sample [--lang en|zh-CN] [--rows N] [--out FILE]

--person explains that person's pay step by step, or prints their scorecard (a team's too). / 写 --person 时逐步说明该人的提成，或打印其（或团队的）考核表。`;

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function run(args: readonly string[]): Promise<Outcome> {
  const [command, ...rest] = args;
  switch (command) {
    case 'sample':
      return sample(rest);
    case 'settle':
      return settle(rest);
    case 'close':
      return close(rest);
    case 'void':
      return annul(rest);
    case 'confirm':
      return confirm(rest);
    case 'statements':
      return statements(rest);
    case 'score':
      return score(rest);
    case 'import':
      return takeLayoutOver(rest);
    case 'check':
      return check(rest);
    case 'compare':
      return compare(rest);
    case 'call':
      return call(rest, readInput);
    case 'kpis':
      return kpis(rest);
    case 'functions':
      return functions();
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return { text: USAGE, code: command === undefined ? 2 : 0 };
    default:
      return { text: `Unknown command “${command}”. / 未知命令。\n\n${USAGE}`, code: 2 };
  }
}

async function main(): Promise<void> {
  const outcome = await run(process.argv.slice(2)).catch((error: unknown): Outcome => {
    if (error instanceof WorkbookError) return { text: error.message, code: 1 };
    return { text: `Meritsheet met a mistake of its own. Please report it. / 程序内部错误，请反馈。\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, code: 70 };
  });
  const isCall = process.argv[2] === 'call';
  (outcome.code === 0 || isCall ? process.stdout : process.stderr).write(`${outcome.text}\n`);
  process.exitCode = outcome.code;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void main();
