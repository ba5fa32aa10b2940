export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': '<rootDir>/tests/jest/strip-types.js' },
  testEnvironment: 'node',
  testTimeout: 30_000,
  maxWorkers: 2,
}
