import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

// Lowest first: a layer imports only from layers before it, and from locale, which is data.
const layers = [
  'core/amount',
  'core/locale',
  'core/table',
  'core/trade',
  'core/rules',
  'core/insight',
  'core/kpi',
  'core/commission',
  'core/catalogue',
  'sample',
  'host-port',
  'xlsx',
  'sidebar',
  'excel-addin',
  'sheets-addon',
  'workbench',
];

const layerRule = (folder) => {
  const above = layers.slice(layers.indexOf(folder) + 1).map((layer) => `**/${layer.replace('core/', '')}/**`);
  const hosts = ['**/excel-addin/**', '**/sheets-addon/**'].filter((host) => !host.includes(folder));
  const packages = folder.startsWith('core/') ? ['exceljs', 'fflate', 'node:*'] : [];
  const patterns = [...new Set([...above, ...hosts, ...packages])];
  return {
    files: [`${folder}/**/*.ts`, `${folder}/**/*.tsx`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: patterns, message: 'A layer imports only from the layers below it.' }] },
      ],
    },
  };
};

/** The rules of Microsoft's own plugin, without the general ones it brings along. */
const officeRules = Object.fromEntries(officeAddins.configs.recommended.flatMap(({ rules = {} }) => Object.entries(rules)).filter(([name]) => name.startsWith('office-addins/')));

const pureCore = {
  files: ['core/**/*.ts'],
  rules: {
    'no-restricted-globals': ['error', 'console', 'process', 'window', 'document', 'fetch', 'setTimeout', 'performance'],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random' },
      { object: 'Date', property: 'now' },
      { object: 'Number', property: 'EPSILON' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: ['', "TSTypeReference[typeName.name='Readonly'] > TSTypeParameterInstantiation > "]
          .map((outer) => `VariableDeclarator[init.type='ObjectExpression'] > Identifier.id > TSTypeAnnotation > ${outer}TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > TSStringKeyword:first-child`)
          .join(', '),
        message: 'What a text of a cell is looked up in is a Map: every plain object has a “constructor”.',
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '*.config.js', '*.config.mjs'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-nested-ternary': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    // Published cases come in many shapes, and a test that reads a missing figure should fail there.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-explicit-any': 'off', 'no-nested-ternary': 'off' },
  },
  { files: ['excel-addin/**/*.ts'], plugins: { 'office-addins': officeAddins }, rules: officeRules },
  { files: ['sheets-addon/Code.js'], rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  pureCore,
  ...layers.filter((folder) => folder !== 'workbench').map(layerRule),
);
