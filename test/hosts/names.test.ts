import Ajv from 'ajv';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { catalogue } from '../../core/catalogue/catalogue';
import type { FunctionsJson } from '../../excel-addin/functions-metadata';
import { functionsJson } from '../../excel-addin/functions-metadata';
import { functionStubs } from '../../sheets-addon/function-stubs';
import { EXCEL, LIBREOFFICE, SHEETS } from './built-in-names';

const names = catalogue.map(({ name }) => name);

describe('the names of our functions', () => {
  it('are built into no spreadsheet', () => {
    const taken = new Set([...EXCEL, ...SHEETS, ...LIBREOFFICE]);
    expect(taken.size).toBeGreaterThan(500);
    expect(names.filter((name) => taken.has(name))).toEqual([]);
  });

  it('are no cell references, in either notation', () => {
    for (const name of names) {
      expect(name).not.toMatch(/^[A-Z]{1,3}\d+$/);
      expect(name).not.toMatch(/^R\d*C\d*$|^[RC]\d*$/);
    }
  });
});

describe.each(['en', 'zh'] as const)('functions.json in %s', (language) => {
  const made: FunctionsJson = functionsJson(language);

  it('fits Microsoft’s published schema of custom functions', () => {
    const path = require.resolve('@microsoft/app-manifest/package.json').replace('package.json', 'build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json');
    const { definitions } = JSON.parse(readFileSync(path, 'utf8')) as { definitions: object };
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile({ definitions, $ref: '#/definitions/extensionFunction' });
    for (const one of made.functions) expect([one.id, validate(JSON.parse(JSON.stringify(one))), validate.errors]).toEqual([one.id, true, null]);
    expect(validate({ id: 'x', name: '' })).toBe(false);
  });
});

it('functions.json is what Microsoft’s own generator makes of the same signatures', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'metadata-'));
  const file = join(folder, 'functions.ts');
  const { functions } = functionsJson('en');
  const source = functions.map(({ name, description, parameters }) => {
    const signature = parameters.map((one) => (one.repeating ? `${one.name}: any[][][]` : `${one.name}${one.optional ? '?' : ''}: any${one.dimensionality === 'matrix' ? '[][]' : ''}`));
    return `/**\n * ${description}\n * @customfunction ${name} ${name}\n${parameters.map((one) => ` * @param ${one.name} ${one.description}`).join('\n')}\n */\nexport function f${name}(${signature.join(', ')}): any[][] { return []; }`;
  });
  writeFileSync(file, source.join('\n\n'));
  const generated = await generateCustomFunctionsMetadata(file);
  rmSync(folder, { recursive: true, force: true });
  expect(generated.errors).toEqual([]);
  const theirs = JSON.parse(generated.metadataJson) as { functions: { id: string; name: string; parameters: { name: string; type: string; dimensionality?: string; optional?: boolean; repeating?: boolean }[]; result: object }[] };
  const plain = (list: readonly { id: string; name: string; parameters: readonly { name: string; type: string; dimensionality?: string; optional?: boolean; repeating?: boolean }[]; result: object }[]): unknown =>
    list.map(({ id, name, parameters, result }) => ({ id, name, result: { type: 'any', ...result }, parameters: parameters.map((one) => [one.name, one.type, one.dimensionality === 'matrix', one.optional === true, one.repeating === true]) }));
  expect(plain(theirs.functions)).toEqual(plain(functions));
});

describe.each(['en', 'zh'] as const)('the stubs for Sheets in %s', (language) => {
  const stubs = functionStubs(language);
  it('give every function its help and hand its arguments on', () => {
    for (const { name, purpose, parameters } of catalogue) {
      expect(stubs).toContain(`function ${name}(`);
      expect(stubs).toContain(` * ${purpose[language]}`);
      for (const parameter of parameters) expect(stubs).toContain(parameter.help[language]);
    }
    expect(stubs.match(/@customfunction/g)).toHaveLength(catalogue.length);
  });

  it('are functions and comments only: nothing runs before it is asked for', () => {
    expect(() => new Function(`${stubs}\nreturn 1;`)()).not.toThrow();
  });
});
