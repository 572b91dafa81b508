import { defineConfig } from 'vitest/config';
import { vitePlugins as plugins } from './esbuild.plugins.mjs';

/** What starts another program, in order of patience. */
const slow = { testTimeout: 120_000, hookTimeout: 120_000 };

/** What takes many seconds: commands of the pages, texts by the thousand, suites of others, growth. */
const LONG = [
  'approvals/approvals',
  'approvals/history',
  'cli/check/broken',
  'cli/completion/bash',
  'cli/completion/fish',
  'cli/completion/zsh',
  'cli/files/faults',
  'cli/isolation-stages',
  'cli/lsp/random-edits',
  'cli/new/property',
  'cli/terminal/safe',
  'cli/watch/watcher',
  'docs/commands',
  'docs/man-readers',
  'format/commonmark',
  'format/html/convert-html',
  'format/naughty',
  'format/yaml-suite',
  'house/pattern',
  'lint/code-like',
  'lint/pasted',
  'lint/rules/mutations',
  'read/decode',
  'read/markdown/limits',
  'read/markdown/passages',
  'typography/oracles-generated',
  'typography/width',
  'write/html/valid',
  'write/markdown',
  'write/round-trip',
].map((name) => `test/${name}.test.ts`);

/** What replaces modules, and so needs modules of its own. */
const MOCKED = [
  'cli/check/cache',
  'cli/files/paths',
  'cli/files/short-reads',
  'cli/format/cache',
  'cli/isolation',
  'format/long-gaps',
  'format/promise',
  'read/front-matter/long',
  'schemas/key',
].map((name) => `test/${name}.test.ts`);

/** A hang fails; a busy machine does not. */
const inProcess = { testTimeout: 60_000, setupFiles: ['test/seed.ts'] };

const unit = {
  plugins,
  test: {
    name: 'unit',
    include: ['test/**/*.test.ts'],
    exclude: ['test/{browser,hooks,install,durability,terminal,format/fuzz}/**', ...LONG, ...MOCKED],
    isolate: false,
    ...inProcess,
  },
};
const long = { plugins, test: { name: 'long', include: [...LONG, ...MOCKED], ...inProcess } };
/** Chromium looks at the pages. */
const browser = {
  plugins,
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    expect: { poll: { timeout: 30_000 } },
    ...slow,
  },
};
/** The package, packed and installed, the executable, and the program as a process. */
const install = {
  plugins,
  test: { name: 'install', include: ['test/install/**/*.test.ts'], globalSetup: 'test/install/pack.ts', ...slow },
};
/** Real commits through real hook managers, by the recipes of docs/hooks.md. Runs last, because packing rebuilds dist/. */
const hooks = {
  plugins,
  test: { name: 'hooks', include: ['test/hooks/**/*.test.ts'], sequence: { groupOrder: 1 }, ...slow },
};

/**
 * Thousands of generated notes through the formatter, hostile ones, long histories, and stories through the channels;
 * `npm run fuzz` tries more, and others.
 */
const fuzz = {
  plugins,
  test: {
    name: 'fuzz',
    include: [
      'test/format/fuzz/*.test.ts',
      'test/approvals/history.test.ts',
      'test/write/channels/{conservation,html-conservation}.test.ts',
    ],
    env: { STEPS: process.env.RUNS ? '10000' : '2000' },
    setupFiles: ['test/seed.ts'],
    ...slow,
    testTimeout: Math.max(slow.testTimeout, Number(process.env.RUNS ?? 0) * 120),
  },
};
/** The program, killed, in each other's way, and on a full disk. */
const durability = { plugins, test: { name: 'durability', include: ['test/durability/**/*.test.ts'], ...slow } };

/** The program on terminals of tmux. */
const terminal = { plugins, test: { name: 'terminal', include: ['test/terminal/**/*.test.ts'], ...slow } };

/** `npm test` runs all, `npx vitest run` the unit tests, `--project NAME` and the path of a test what they name. */
const all = process.env.npm_lifecycle_event === 'test' || process.argv.some((one) => /^(?:--project|test\/)/.test(one));

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/tests.json' }]],
    projects: all ? [unit, long, fuzz, browser, install, durability, terminal, hooks] : [unit],
  },
});
