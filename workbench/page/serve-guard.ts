import type { IncomingMessage, ServerResponse } from 'node:http';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What every answer says to the browser, besides the policy that the pages carry themselves. */
const HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Answers only what this machine's own pages ask: an address that cannot be read is answered with 400, another host
 * (a name that somebody has bound to this machine) with 403, anything but reading with 405. Nothing ends the server.
 */
export function guarded(handler: Handler): Handler {
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const status = refusalOf(request);
    if (status !== undefined) {
      response.writeHead(status).end();
      return;
    }
    try {
      handler(request, response);
    } catch {
      if (response.headersSent) response.end();
      else response.writeHead(500).end();
    }
  };
}

function refusalOf({ method, url, headers }: IncomingMessage): number | undefined {
  if (!OWN_HOST.test(headers.host ?? '')) return 403;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  return isReadable(url ?? '/') ? undefined : 400;
}

function isReadable(address: string): boolean {
  try {
    const { pathname } = new URL(address, 'http://localhost');
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}
