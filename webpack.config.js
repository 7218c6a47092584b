const path = require('node:path');
const { BannerPlugin } = require('webpack');

const common = {
  mode: 'production',
  target: 'node20',
  devtool: 'source-map',
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [{ test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2022' } }] },
  optimization: { minimize: false },
  externals: { exceljs: 'commonjs exceljs' },
  performance: { hints: false },
  stats: 'errors-warnings',
};

module.exports = [
  {
    ...common,
    name: 'cli',
    entry: { meritsheet: './workbench/cli/main.ts' },
    output: { path: path.resolve(__dirname, 'dist/cli'), filename: '[name].js' },
    plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true })],
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
