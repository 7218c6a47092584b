import { benchKpis } from './kpi-bench';
import { benchSettlements } from './settle-bench';

/** Run by `npm run bench`, never as a test. A number limits the settlements; `kpi` measures only scorecards. */
const [chosen] = process.argv.slice(2);
if (chosen !== 'kpi') benchSettlements(Number(chosen ?? Infinity));
benchKpis();
console.log(`peak resident memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (everything above, with the tables themselves)`);
