import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';

/** Serves `dist/excel` to an Excel on the same machine, with the certificates that office-addin-dev-certs has installed. */
const folder = join(process.cwd(), 'dist', 'excel');
const certificates = process.env['OFFICE_ADDIN_CERTS'] ?? join(homedir(), '.office-addin-dev-certs');
const port = Number(process.env['PORT'] ?? 3000);

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.png': 'image/png', '.xml': 'application/xml' };

/** The file an address names, if it lies in the folder. */
function fileOf(address: string): string | undefined {
  const path = normalize(join(folder, decodeURIComponent(new URL(address, 'https://localhost').pathname)));
  const isInside = path.startsWith(folder + sep);
  return isInside && existsSync(path) && statSync(path).isFile() ? path : undefined;
}

const [key, cert] = [join(certificates, 'localhost.key'), join(certificates, 'localhost.crt')];
if (!existsSync(key) || !existsSync(cert)) {
  console.error(`There are no development certificates in ${certificates}: run npx office-addin-dev-certs install. / 缺少开发证书，请先运行 npx office-addin-dev-certs install。`);
  process.exitCode = 1;
} else {
  createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const path = fileOf(request.url ?? '/');
    if (!path) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': `${TYPES[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`, 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' }).end(readFileSync(path));
  }).listen(port, 'localhost', () => console.log(`https://localhost:${port}/taskpane.html`));
}
