const path = require('node:path');
const { EsbuildPlugin } = require('esbuild-loader');
const { BannerPlugin } = require('webpack');

const common = {
  mode: 'production',
  target: 'node20',
  devtool: 'source-map',
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [{ test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2022' } }] },
  optimization: { minimize: false },
  performance: { hints: false },
  stats: 'errors-warnings',
};

/** What runs in a host: no Node, minified, its texts readable. */
const host = {
  ...common,
  target: ['web', 'es2020'],
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: { rules: [{ test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2020', jsx: 'automatic', jsxImportSource: 'preact' } }] },
  experiments: { css: true },
  optimization: { minimize: true, minimizer: [new EsbuildPlugin({ target: 'es2020', charset: 'utf8' })] },
  externals: {},
};

module.exports = [
  {
    ...host,
    name: 'excel',
    entry: { functions: './excel-addin/functions.ts', taskpane: './excel-addin/taskpane.ts', desk: './sidebar/desk/worker.ts', help: './excel-addin/help-page.ts' },
    output: { path: path.resolve(__dirname, 'dist/excel'), filename: '[name].js', chunkFilename: '[name].js', uniqueName: 'meritsheet' },
  },
  {
    ...host,
    name: 'sheets',
    entry: { Core: './sheets-addon/core.ts' },
    // esbuild's minifier would hide the library's global name.
    optimization: { minimize: true },
    output: { path: path.resolve(__dirname, 'dist/sheets'), filename: '[name].js', library: { name: 'Meritsheet', type: 'var' } },
  },
  {
    ...host,
    name: 'sheets-sidebar',
    entry: { sidebar: './sheets-addon/sidebar.ts', desk: './sidebar/desk/worker.ts' },
    output: { path: path.resolve(__dirname, 'dist/sheets-sidebar'), filename: '[name].js' },
  },
  {
    ...common,
    name: 'host-files',
    entry: { excel: './excel-addin/write-files.ts', sheets: './sheets-addon/write-files.ts', serve: './excel-addin/serve.ts' },
    output: { path: path.resolve(__dirname, 'dist/build'), filename: '[name].js' },
  },
  {
    ...common,
    name: 'cli',
    entry: { meritsheet: './workbench/cli/main.ts' },
    output: { path: path.resolve(__dirname, 'dist/cli'), filename: '[name].js' },
    plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true })],
  },
  {
    ...host,
    name: 'workbench',
    entry: { page: './workbench/page/page.ts', office: './workbench/office/office.ts' },
    output: { path: path.resolve(__dirname, 'dist/workbench'), filename: '[name].js', chunkFilename: '[name].js' },
  },
  {
    ...common,
    name: 'workbench-files',
    entry: { workbench: './workbench/page/write-files.ts', 'serve-workbench': './workbench/page/serve.ts' },
    output: { path: path.resolve(__dirname, 'dist/build'), filename: '[name].js' },
  },
  {
    ...common,
    name: 'docs',
    entry: { docs: './docs/generate.ts' },
    output: { path: path.resolve(__dirname, 'dist/docs'), filename: '[name].js' },
  },
  {
    ...common,
    name: 'bench',
    entry: { bench: './bench/bench.ts' },
    output: { path: path.resolve(__dirname, 'dist/bench'), filename: '[name].js' },
  },
];
