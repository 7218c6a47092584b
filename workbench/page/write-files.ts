import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleWorkbook } from '../../sample/workbook';
import { sampleFile } from '../xlsx/write-sample';
import { pagePage, panePage } from './pages';

/** Writes what stands beside the workbench's bundles: its pages, the sample in both languages, and the pane as it was built for Excel. */
const [folder, excel] = [join('dist', 'workbench'), join('dist', 'excel')];

function writeFiles(): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), pagePage);
  writeFileSync(join(folder, 'pane.html'), panePage);
  for (const file of readdirSync(excel).filter((name) => /\.(?:js|css)$/.test(name) && name !== 'page.css')) copyFileSync(join(excel, file), join(folder, file));
  copyFileSync(join(excel, 'assets', 'icon-32.png'), join(folder, 'icon-32.png'));
  for (const language of ['en', 'zh'] as const) writeFileSync(join(folder, `sample-${language}.xlsx`), sampleFile(sampleWorkbook({ language })));
}

writeFiles();
