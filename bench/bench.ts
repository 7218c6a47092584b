import { benchHosts } from './host-bench';
import { benchKpis } from './kpi-bench';
import { benchSettlements } from './settle-bench';

/** Run by `npm run bench`, never as a test. A number limits the settlements; `kpi` and `hosts` measure only scorecards, only the add-ins. */
const [chosen] = process.argv.slice(2);
const only = chosen === 'kpi' || chosen === 'hosts' ? chosen : undefined;
if (only === undefined) benchSettlements(Number(chosen ?? Infinity));
if (only !== 'hosts') benchKpis();
if (only !== 'kpi') benchHosts();
console.log(`peak resident memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (everything above, with the tables themselves)`);
