/** Scripts only from the folder itself and, for Office.js, from Microsoft; nothing in a page may send anything anywhere. */
const POLICY = "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'";
const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The page that Excel opens: the functions' chunk first, the pane after it. */
export const taskpanePage = page('Meritsheet', 'taskpane.css', [OFFICE, 'functions.js', 'taskpane.js']);

/** The help as a page of its own, for the links in the manifest. */
export const helpPage = page('Meritsheet help', 'page.css', ['help.js']);

function page(title: string, style: string, scripts: readonly string[]): string {
  const tags = scripts.map((source) => `<script defer src="${source}"></script>`);
  return `<!doctype html>\n<html lang="en-US">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<link rel="stylesheet" href="${style}">\n${tags.join('\n')}\n</head>\n<body></body>\n</html>\n`;
}
