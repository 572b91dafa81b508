/* What `init` writes, as data. docs/hooks.md shows the same files, and a test compares the two. */

/** A file of a hook. */
export interface HookFile {
  /** From the top of the repository; one in `hooks/` stands where git looks for its hooks. */
  readonly path: string;
  readonly text: string;
  readonly isExecutable?: boolean;
  /** What to add by hand to a file that is there already; one that has these lines is as wanted. */
  readonly lines: readonly string[];
  /** The same in other layouts or by other means: a file that has all of one of these is as wanted, too. */
  readonly orHolds?: readonly (readonly RegExp[])[];
  /** Other names of the same configuration, of which its program reads one: to be found before a second is made. */
  readonly alsoCalled?: RegExp;
  /** A file for many things, which may hold the configuration under a key. */
  readonly orKey?: { readonly path: string; readonly key: RegExp };
}

export interface Hook {
  readonly files: readonly HookFile[];
  /** What is left to do, once in every clone. */
  readonly next?: string;
}

export type HookName = 'pre-commit' | 'lefthook' | 'lint-staged' | 'husky' | 'git';

/*
 * copydesk is a development dependency, or a command of the whole machine. husky and lint-staged put node_modules/.bin on
 * the path; elsewhere npx finds it in either place, and with --no-install never installs what somebody else may publish by its name.
 */
const NPX = 'npx --no-install copydesk';
const STAGED = 'copydesk format --staged --allow-none';

const PRE_COMMIT = [
  '  - repo: local',
  '    hooks:',
  '      - id: copydesk-format',
  '        name: copydesk format',
  `        entry: ${NPX} format --write --allow-none`,
  '        language: system',
  '        types: [markdown]',
  '      - id: copydesk-check',
  '        name: copydesk check',
  `        entry: ${NPX} check --allow-none`,
  '        language: system',
  '        types: [markdown]',
];
/** The ids of `.pre-commit-hooks.yaml`, under a repository: under `local` they could be anything. */
const fromRepository = (id: string): RegExp =>
  new RegExp(`-\\s+repo:\\s+(?!["']?local\\b)(?:(?!-\\s+repo:)[\\s\\S])*?\\bid:\\s*["']?${id}(?![\\w-])`);
const PRE_COMMIT_BUILT = [
  [fromRepository('copydesk-format'), fromRepository('copydesk-check')],
  [fromRepository('copydesk-fix')],
];

/**
 * Not `--staged`: lefthook itself hides what is not staged, puts it back afterwards, and where that fails goes back to the
 * index, which is then to be as it was.
 */
const LEFTHOOK = [
  'pre-commit:',
  '  jobs:',
  `    - run: ${NPX} format --write --allow-none {staged_files}`,
  '      glob: "*.{md,markdown}"',
  '      stage_fixed: true',
  `    - run: ${NPX} check --allow-none {staged_files}`,
  '      glob: "*.{md,markdown}"',
];
const LINT_STAGED = ['  "*.{md,markdown}": ["copydesk format --write --allow-none", "copydesk check --allow-none"]'];
/** In an array over several lines, in YAML, in JavaScript. */
const LINT_STAGED_COMMANDS = [
  [/\bcopydesk format --write --allow-none(?![\w-])[\s\S]*\bcopydesk check --allow-none(?![\w-])/],
  [/\bcopydesk check --fix --allow-none(?![\w-])/],
];
/**
 * git runs its hooks at the top of the working tree. No check here: it would look at the working files, and nothing hides
 * what is not staged. docs/hooks.md has a recipe with a check.
 */
const BARE = ['PATH="node_modules/.bin:$PATH"', STAGED];

const HUSKY_NEXT = 'npx husky, or in package.json "scripts": { "prepare": "husky" }, which does it in every clone';

/** Under the names that `--hook` knows. */
export const HOOKS: Readonly<Record<HookName, Hook>> = {
  'pre-commit': {
    files: [
      {
        path: '.pre-commit-config.yaml',
        text: joined('repos:', ...PRE_COMMIT),
        lines: PRE_COMMIT,
        orHolds: PRE_COMMIT_BUILT,
      },
    ],
    next: 'pre-commit install',
  },
  lefthook: {
    files: [
      {
        path: 'lefthook.yml',
        text: joined(...LEFTHOOK),
        lines: LEFTHOOK,
        alsoCalled: /^\.?lefthook\.(?:ya?ml|jsonc?|toml)$/,
      },
    ],
    next: 'lefthook install',
  },
  'lint-staged': {
    files: [
      {
        path: '.lintstagedrc.json',
        text: joined('{', ...LINT_STAGED, '}'),
        lines: LINT_STAGED,
        orHolds: LINT_STAGED_COMMANDS,
        alsoCalled: /^(?:\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.\w+)$/,
        orKey: { path: 'package.json', key: /"lint-staged"\s*:\s*[{[]/ },
      },
      { path: '.husky/pre-commit', text: joined('lint-staged'), lines: ['lint-staged'] },
    ],
    next: HUSKY_NEXT,
  },
  husky: {
    files: [{ path: '.husky/pre-commit', text: joined(STAGED), lines: [STAGED] }],
    next: HUSKY_NEXT,
  },
  git: {
    files: [
      {
        path: 'hooks/pre-commit',
        text: joined('#!/bin/sh', ...BARE),
        lines: [...BARE.slice(0, -1), `${STAGED} || exit`],
        isExecutable: true,
      },
    ],
  },
};

/** Every key that a configuration may have; the choices that are not made are comments. */
export const CONFIGURATION_TEXT = `# What copydesk is to know of the notes in this folder and below it.

# How they are printed: the house abab, abab-zh or ap, or a folder with a house.yaml of your own.
house: abab

# Files that are notes for certain. Others are when they have a headline or a source.
# notes: [stories/**]

# Files and folders that copydesk format and check pass over.
# exclude: [posts, archive/**]

# How their lines end: lf or crlf. Without it they end as the first line of each note does.
# end_of_line: lf

# Byte order marks are kept, unless they are to be removed.
# bom: remove
`;

/** Where a project that has installed copydesk finds the schema of its configuration. */
export const SCHEMA = 'node_modules/copydesk/docs/copydesk.schema.json';

/** The line by which an editor's YAML server finds it, and offers the keys with what they mean. */
export const SCHEMA_LINE = `# yaml-language-server: $schema=./${SCHEMA}\n`;

function joined(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
