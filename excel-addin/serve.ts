import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from './static-folder';

/** Serves `dist/excel` to an Excel on the same machine, with the certificates that office-addin-dev-certs has installed. */
const folder = join(process.cwd(), 'dist', 'excel');
const certificates = process.env['OFFICE_ADDIN_CERTS'] ?? join(homedir(), '.office-addin-dev-certs');
const port = Number(process.env['PORT'] ?? 3000);

const [key, cert] = [join(certificates, 'localhost.key'), join(certificates, 'localhost.crt')];
if (!existsSync(key) || !existsSync(cert)) {
  console.error(`There are no development certificates in ${certificates}: run npx office-addin-dev-certs install. / 缺少开发证书，请先运行 npx office-addin-dev-certs install。`);
  process.exitCode = 1;
} else {
  createServer({ key: readFileSync(key), cert: readFileSync(cert) }, serveFolder(folder, { 'Access-Control-Allow-Origin': '*' })).listen(port, 'localhost', () => console.log(`https://localhost:${port}/taskpane.html`));
}
