import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { ICON_SIZES } from '../../excel-addin/icons';
import { DEVELOPMENT_URL, manifestFor } from '../../excel-addin/manifest';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const xml = new JSDOM(text, { contentType: 'application/xml' }).window.document;
const all = (name: string): Element[] => [...xml.getElementsByTagName('*')].filter((element) => element.localName === name);
const attributes = (name: string): string[] => [...xml.getElementsByTagName('*')].flatMap((element) => element.getAttribute(name) ?? []);
const pngSize = (path: string): [number, number] => {
  const bytes = readFileSync(path);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('the manifest', () => {
  it('is well-formed, with an id, a version of four numbers and a default locale', () => {
    expect(xml.getElementsByTagName('parsererror')).toHaveLength(0);
    expect(all('Id')[0]?.textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(all('Version')[0]?.textContent).toBe(`${version}.0`);
    expect(all('DefaultLocale')[0]?.textContent).toBe('en-US');
  });

  it('gives the functions no namespace, and one runtime for everything', () => {
    expect(all('Namespace')).toHaveLength(0);
    expect(all('Runtime')[0]?.getAttribute('lifetime')).toBe('long');
    const pane = all('Runtime')[0]?.getAttribute('resid');
    expect(all('FunctionFile')[0]?.getAttribute('resid')).toBe(pane);
    expect(all('Page')[0]?.firstElementChild?.getAttribute('resid')).toBe(pane);
  });

  it('resolves every resource, and leaves none unused', () => {
    const defined = ['Image', 'Url', 'String'].flatMap((name) => all(name)).flatMap((element) => element.getAttribute('id') ?? []);
    const used = attributes('resid');
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  it('keeps texts within the lengths that Office allows, in both languages', () => {
    for (const [group, most] of [['ShortStrings', 125], ['LongStrings', 250]] as const) {
      for (const string of [...(all(group)[0]?.children ?? [])]) {
        const texts = [string.getAttribute('DefaultValue') ?? '', ...[...string.children].map((override) => override.getAttribute('Value') ?? '')];
        for (const value of texts) expect([value, value.length > 0 && value.length <= most]).toEqual([value, true]);
        if (string.getAttribute('id') !== 'Tab.Label') expect([...string.children].map((override) => override.getAttribute('Locale'))).toEqual(['zh-CN']);
      }
    }
    expect((all('DisplayName')[0]?.getAttribute('DefaultValue') ?? '').length).toBeLessThanOrEqual(125);
    expect((all('Description')[0]?.getAttribute('DefaultValue') ?? '').length).toBeLessThanOrEqual(250);
  });

  it('has every address on https, and every file it names is built', () => {
    const addresses = ['DefaultValue', 'Value'].flatMap(attributes).filter((value) => /^\w+:\/\//.test(value));
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) {
      expect(address).toMatch(/^https:\/\//);
      expect([address, existsSync(join(root, 'dist/excel', address.replace(`${DEVELOPMENT_URL}/`, '')))]).toEqual([address, true]);
    }
  });

  it('has icons in every size, as large as they say', () => {
    for (const size of ICON_SIZES) expect([size, pngSize(join(root, `dist/excel/assets/icon-${size}.png`))]).toEqual([size, [size, size]]);
    for (const icon of all('Icon')) {
      const sizes = [...icon.children].map((image) => [Number(image.getAttribute('size')), image.getAttribute('resid')]);
      expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80].map((size) => [size, `Icon.${size}`]));
    }
  });

  it('names commands that the pane answers', () => {
    const source = readFileSync(join(root, 'excel-addin/taskpane.ts'), 'utf8');
    const names = all('FunctionName').map((element) => element.textContent ?? '');
    expect(names).toEqual(['settle', 'check', 'help']);
    for (const name of names) expect(source).toMatch(new RegExp(`^  ${name}: `, 'm'));
  });

  it('moves to the folder it is hosted in', () => {
    const made = manifestFor(text, 'https://addins.example.com/meritsheet/');
    expect(made).not.toContain('localhost');
    expect(made).toContain('"https://addins.example.com/meritsheet/taskpane.html"');
    for (const bad of ['http://a.example', 'nowhere', 'https://a.example/?x=1', '']) expect(() => manifestFor(text, bad)).toThrow(/base-url/);
  });
});

describe('the pages', () => {
  const page = (name: string): Document => new JSDOM(readFileSync(join(root, 'dist/excel', name), 'utf8')).window.document;
  it.each(['taskpane.html', 'help.html'])('%s loads scripts from its own folder and from Microsoft only, and has no script of its own inside', (name) => {
    const scripts = [...page(name).querySelectorAll('script')];
    for (const script of scripts) {
      const source = script.getAttribute('src') ?? '';
      expect(source).toMatch(/^(?:\w+\.js|https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js)$/);
      if (!source.startsWith('https:')) expect(existsSync(join(root, 'dist/excel', source))).toBe(true);
      expect(script.textContent).toBe('');
    }
    expect(page(name).querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toMatch(/default-src 'self'/);
  });

  it('show the help as text, and find what is searched for', () => {
    const shown = new JSDOM('<!doctype html><html><body></body></html>', { runScripts: 'outside-only', url: 'https://localhost:3000/help.html' });
    shown.window.eval(readFileSync(join(root, 'dist/excel/help.js'), 'utf8'));
    const { document } = shown.window;
    expect(document.querySelectorAll('details').length).toBeGreaterThan(60);
    const search = document.querySelector('input')!;
    search.value = 'scorecard';
    search.dispatchEvent(new shown.window.Event('input'));
    expect([...document.querySelectorAll('summary strong')].map((element) => element.textContent)).toContain('SCORECARD');
    expect(document.querySelectorAll('details').length).toBeLessThan(10);
    search.value = 'zzz';
    search.dispatchEvent(new shown.window.Event('input'));
    expect(document.body.textContent).toMatch(/Nothing found/);
  });

  it('the sidebar for Sheets is one file that loads nothing', () => {
    const html = readFileSync(join(root, 'dist/sheets/Sidebar.html'), 'utf8');
    const sidebar = new JSDOM(html);
    expect(sidebar.window.document.querySelectorAll('[src], link').length).toBe(0);
    expect([...sidebar.window.document.querySelectorAll('script')].map(({ type, textContent }) => [type, (textContent ?? '').length > 100000])).toEqual([['text/plain', true], ['', true]]);
  });
});

describe('what is pushed to Sheets', () => {
  it('asks for two narrow permissions, and reaches nothing outside', () => {
    const { oauthScopes } = JSON.parse(readFileSync(join(root, 'dist/sheets/appsscript.json'), 'utf8')) as { oauthScopes: string[] };
    expect(oauthScopes).toEqual(['https://www.googleapis.com/auth/spreadsheets.currentonly', 'https://www.googleapis.com/auth/script.container.ui']);
    for (const file of ['Core.js', 'Functions.js', 'Code.js']) expect(readFileSync(join(root, 'dist/sheets', file), 'utf8')).not.toMatch(/UrlFetchApp|XMLHttpRequest|\bfetch\(|DriveApp|GmailApp|PropertiesService/);
  });
});
