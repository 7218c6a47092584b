import { mkdtempSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../excel-addin/static-folder';
import { guarded } from '../../workbench/page/serve-guard';

const folder = mkdtempSync(join(tmpdir(), 'meritsheet-'));
writeFileSync(join(folder, 'index.html'), 'home');
let server: Server;
beforeAll(() => new Promise<void>((resolve) => (server = createServer(guarded(serveFolder(folder)))).listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path, method, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the workbench’s server', () => {
  it('answers a malformed address with 400, and goes on', async () => {
    for (const path of ['/%zz', '/%', '/%00', '/a%c0%af']) expect([path, (await ask(path)).status]).toEqual([path, 400]);
    expect(await ask('/')).toMatchObject({ status: 200, body: 'home' });
  });

  it('knows its own names only, only reads, and never leaves its folder', async () => {
    expect((await ask('/', { Host: 'evil.example' })).status).toBe(403);
    expect((await ask('/', { Host: 'localhost:8080' })).status).toBe(200);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
    for (const path of ['/../../etc/passwd', '/..%2f..%2fetc/passwd', '/nothing']) expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });

  it('lets nobody else frame its pages', async () => {
    expect((await ask('/')).headers).toMatchObject({ 'content-security-policy': "frame-ancestors 'self'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
});
