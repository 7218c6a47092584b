import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers requests with the files of a folder, and with nothing outside it. */
export function serveFolder(folder: string, headers: Readonly<Record<string, string>> = {}): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const path = fileOf(folder, request.url ?? '/');
    if (!path) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': `${TYPES[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`, 'Cache-Control': 'no-store', ...headers }).end(readFileSync(path));
  };
}

/** The file an address names, if it lies in the folder; a folder's own page is index.html. */
function fileOf(folder: string, address: string): string | undefined {
  const { pathname } = new URL(address, 'https://localhost');
  const path = normalize(join(folder, decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)));
  const isInside = path.startsWith(folder + sep);
  return isInside && existsSync(path) && statSync(path).isFile() ? path : undefined;
}
