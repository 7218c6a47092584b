import { benchHosts } from './host-bench';
import { benchKpis } from './kpi-bench';
import { benchReading } from './read-bench';
import { benchSettlements } from './settle-bench';

/** Run by `npm run bench`, never as a test. A number limits the settlements; `kpi`, `hosts` and `read` measure only scorecards, only the add-ins, only the reading of a large workbook. */
const [chosen, path] = process.argv.slice(2);
const only = chosen === 'kpi' || chosen === 'hosts' || chosen === 'read' ? chosen : undefined;

async function run(): Promise<void> {
  if (only === undefined) benchSettlements(Number(chosen ?? Infinity));
  if (only === undefined || only === 'kpi') benchKpis();
  if (only === undefined || only === 'hosts') benchHosts();
  if (only === 'read') await benchReading(path);
  console.log(`peak resident memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (everything above, with the tables themselves)`);
}

void run();
