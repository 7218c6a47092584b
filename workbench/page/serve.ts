import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { serveFolder } from '../../excel-addin/static-folder';
import { guarded } from './serve-guard';

/** Serves the workbench to this machine only, and opens it in the person's browser. */
const port = Number(process.env['PORT'] ?? 8080);
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', win32: 'explorer', linux: 'xdg-open' };

const server = createServer(guarded(serveFolder(join(process.cwd(), 'dist', 'workbench'))));
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: PORT=8081 npm start takes another. / 端口 ${port} 已被占用，请用 PORT=8081 npm start。` : error.message);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => {
  const address = `http://localhost:${port}/`;
  console.log(`The workbench is open at ${address} (Ctrl+C ends it). / 工作台已打开：${address}（按 Ctrl+C 结束）。`);
  const opener = OPENERS[process.platform];
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  if (opener !== undefined && hasScreen && process.env['CI'] === undefined) spawn(opener, [address], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
});
