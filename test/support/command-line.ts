import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(__dirname, '../../dist/cli/meritsheet.js');

export interface Said {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** The built command line in a folder of its own, which goes when the tests of the file are over. */
export function commandLine(): { readonly folder: string; readonly run: (args: readonly string[], input?: string) => Said } {
  const folder = mkdtempSync(join(tmpdir(), 'meritsheet-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    run: (args, input = '') => {
      const { stdout, stderr, status } = spawnSync('node', [CLI, ...args], { cwd: folder, input, encoding: 'utf8' });
      return { out: stdout, err: stderr, code: status };
    },
  };
}
