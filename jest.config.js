module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  testTimeout: 600000,
  maxWorkers: '100%',
  // The browser's own tests stand in test/browser.
  reporters: ['default', '<rootDir>/test/support/count-reporter.js'],
};
