/// <reference lib="dom" />
import type { PaneHost } from './globals';
import { officeGlobals } from './globals';

/** Stands where Excel loads Microsoft's script: the pane in its frame talks to the spreadsheet of the page around it. */
const host = (window.parent as unknown as { readonly meritsheet?: PaneHost }).meritsheet;
if (host) Object.assign(window, officeGlobals(host));
