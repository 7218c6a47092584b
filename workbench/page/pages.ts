/** Nothing in the pages may be fetched from elsewhere or sent anywhere. The spreadsheet sets styles and fonts of its own. */
const policy = (styles: string, frames: string): string => `default-src 'self'; script-src 'self'; style-src ${styles}; font-src 'self' data:; img-src 'self' data: blob:; worker-src 'self' blob:; frame-src ${frames}; object-src 'none'; base-uri 'none'; form-action 'none'`;

const head = (title: string, content: string): string => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${content}">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<link rel="icon" href="icon-32.png">`;

/** The page with the spreadsheet. */
export const pagePage = `<!doctype html>
<html lang="en-US">
<head>
${head('Meritsheet', policy("'self' 'unsafe-inline'", "'self'"))}
<link rel="stylesheet" href="page.css">
<script defer src="page.js"></script>
</head>
<body>
<header>
<strong>Meritsheet</strong>
<button type="button" id="sample"></button>
<button type="button" id="open"></button>
<button type="button" id="save"></button>
<button type="button" id="toggle"></button>
<button type="button" id="language"></button>
<input type="file" id="file" accept=".xlsx,.xlsm" hidden>
<span id="status" role="status"></span>
</header>
<main id="grid"></main>
<iframe id="pane"></iframe>
<dialog id="unsaved" aria-labelledby="unsaved-title">
<p id="unsaved-title"></p>
<form method="dialog">
<button value="save" id="save-first"></button>
<button value="go on" id="go-on"></button>
<button value="stay" id="stay"></button>
</form>
</dialog>
</body>
</html>
`;

/** The pane as Excel opens it, with the Office.js of the workbench in the place of Microsoft's. */
export const panePage = `<!doctype html>
<html lang="en-US">
<head>
${head('Meritsheet', policy("'self'", "'none'"))}
<link rel="stylesheet" href="taskpane.css">
<script defer src="office.js"></script>
<script defer src="functions.js"></script>
<script defer src="taskpane.js"></script>
</head>
<body></body>
</html>
`;
