const base = require('./jest.config.js');

/** The tests that changed code is held against: what is fast and looks at figures. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/core', '<rootDir>/test/cases', '<rootDir>/test/properties'],
  testTimeout: 60000,
  reporters: [],
};
