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
    if (typeof path === 'number') {
      response.writeHead(path).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': `${TYPES[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`, 'Cache-Control': 'no-store', ...headers }).end(readFileSync(path));
  };
}

/** The file an address names, if it lies in the folder, else the status to answer with; a folder's own page is index.html. */
function fileOf(folder: string, address: string): string | number {
  const pathname = pathOf(address);
  if (pathname === undefined) return 400;
  const path = normalize(join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
  const isInside = path.startsWith(folder + sep);
  return isInside && existsSync(path) && statSync(path).isFile() ? path : 404;
}

/** The path of an address; undefined for one that cannot be read, such as /%zz. */
function pathOf(address: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(address, 'https://localhost').pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
