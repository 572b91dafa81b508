import { defineConfig } from 'vitest/config';
import { vitePlugins as plugins } from './esbuild.plugins.mjs';

/** What starts another program, in order of patience. */
const slow = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/tests.json' }]],
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{browser,install}/**'],
          testTimeout: 20_000,
        },
      },
      // Chromium looks at the pages.
      { plugins, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], ...slow } },
      // The package, packed and installed.
      { plugins, test: { name: 'install', include: ['test/install/**/*.test.ts'], ...slow } },
    ],
  },
});
