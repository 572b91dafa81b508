import { defineConfig } from 'vitest/config';
import { vitePlugins as plugins } from './esbuild.plugins.mjs';

/** What starts another program, in order of patience. */
const slow = { testTimeout: 120_000, hookTimeout: 120_000 };

const unit = {
  plugins,
  test: {
    name: 'unit',
    include: ['test/**/*.test.ts'],
    exclude: ['test/{browser,hooks,install,durability,format/fuzz}/**'],
    // A hang fails; a busy machine does not.
    testTimeout: 60_000,
    setupFiles: ['test/seed.ts'],
  },
};
/** Chromium looks at the pages. */
const browser = { plugins, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], ...slow } };
/** The package, packed and installed, and the program as a process. */
const install = { plugins, test: { name: 'install', include: ['test/install/**/*.test.ts'], ...slow } };
/** Real commits through real hook managers, by the recipes of docs/hooks.md. Runs last, because packing rebuilds dist/. */
const hooks = {
  plugins,
  test: { name: 'hooks', include: ['test/hooks/**/*.test.ts'], sequence: { groupOrder: 1 }, ...slow },
};

/** Notes by the ten thousand through the formatter, and hostile ones; `npm run fuzz` tries more, and others. */
const fuzz = { plugins, test: { name: 'fuzz', include: ['test/format/fuzz/*.test.ts'], ...slow } };
/** The program, killed, in each other's way, and on a full disk. */
const durability = { plugins, test: { name: 'durability', include: ['test/durability/**/*.test.ts'], ...slow } };

/** `npm test` runs all, `npx vitest run` the unit tests, `--project NAME` what it names. */
const all =
  process.env.npm_lifecycle_event === 'test' || process.argv.some((argument) => argument.startsWith('--project'));

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/tests.json' }]],
    projects: all ? [unit, fuzz, browser, install, durability, hooks] : [unit],
  },
});
