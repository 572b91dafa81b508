/* The files that `init` writes. docs/hooks.md shows the same files, and a test compares them. */

export interface HookFile {
  /** From the top of the repository. A path in `hooks/` is in the folder where git looks for hooks. */
  readonly path: string;
  readonly text: string;
  readonly isExecutable?: boolean;
  /** An existing file is complete if it runs this program. */
  readonly runs: 'copydesk' | 'lint-staged';
  /** The lines to add by hand to an existing file that does not. */
  readonly lines: readonly string[];
  /** Other names of this configuration. Its program reads only one file, so `init` must not write a second one. */
  readonly alsoCalled?: RegExp;
  /** The key of package.json that can hold the configuration. */
  readonly packageKey?: string;
}

export interface Hook {
  readonly files: readonly HookFile[];
  /** The command to run once in every clone. */
  readonly next?: string;
}

export type HookName = 'pre-commit' | 'lefthook' | 'lint-staged' | 'husky' | 'git';

/*
 * copydesk is a development dependency or installed globally. husky and lint-staged add node_modules/.bin to PATH. For the
 * others, `npx --no-install` finds both, and never downloads a package of that name. Each hook says what to do if copydesk
 * is missing.
 */
const NPX = 'npx --no-install copydesk';
const ADVICE = 'copydesk is not installed here: run npm install';
const INSTALLED = `command -v copydesk >/dev/null || { echo '${ADVICE}' >&2; exit 1; }`;

const PRE_COMMIT = [
  '  - repo: local',
  '    hooks:',
  '      - id: copydesk-format',
  '        name: copydesk format (if it is not found, run npm install)',
  `        entry: ${NPX} format --write --allow-none`,
  '        language: system',
  '        types: [markdown]',
  '      - id: copydesk-check',
  '        name: copydesk check (if it is not found, run npm install)',
  `        entry: ${NPX} check --allow-none`,
  '        language: system',
  '        types: [markdown]',
];
const FAIL_TEXT = 'see above; if copydesk is not found, run npm install';
/**
 * Not `--staged`: lefthook itself hides unstaged changes and restores them. If that fails it restores the index, which must
 * be unchanged then.
 */
const LEFTHOOK = [
  'pre-commit:',
  '  jobs:',
  `    - run: ${NPX} format --write --allow-none {staged_files}`,
  '      glob: "*.{md,markdown}"',
  '      stage_fixed: true',
  `      fail_text: ${FAIL_TEXT}`,
  `    - run: ${NPX} check --allow-none {staged_files}`,
  '      glob: "*.{md,markdown}"',
  `      fail_text: ${FAIL_TEXT}`,
];
const LINT_STAGED = ['  "*.{md,markdown}": ["copydesk format --write --allow-none", "copydesk check --allow-none"]'];
/** For git and husky, which run their hooks at the top of the working tree and do not hide unstaged changes. */
const STAGED = [
  'PATH="$PWD/node_modules/.bin:$PATH"',
  INSTALLED,
  'copydesk format --staged --allow-none || exit',
  'copydesk check --staged --allow-none',
];
const HOOK = joined('#!/bin/sh', ...STAGED);
/** In a file with other commands, the next one must not hide a failure. */
const STAGED_LINES = STAGED.map((line, at) => (at === STAGED.length - 1 ? `${line} || exit` : line));

const HUSKY_NEXT = 'npx husky (or add "prepare": "husky" to the scripts in package.json, which runs it in every clone)';

/** By the names that `--hook` accepts. */
export const HOOKS: Readonly<Record<HookName, Hook>> = {
  'pre-commit': {
    files: [
      {
        path: '.pre-commit-config.yaml',
        text: joined('repos:', ...PRE_COMMIT),
        runs: 'copydesk',
        lines: PRE_COMMIT,
      },
    ],
    next: 'pre-commit install',
  },
  lefthook: {
    files: [
      {
        path: 'lefthook.yml',
        text: joined(...LEFTHOOK),
        runs: 'copydesk',
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
        runs: 'copydesk',
        lines: LINT_STAGED,
        alsoCalled: /^(?:\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.\w+)$/,
        packageKey: 'lint-staged',
      },
      {
        path: '.husky/pre-commit',
        text: joined(INSTALLED, 'lint-staged'),
        runs: 'lint-staged',
        lines: [INSTALLED, 'lint-staged'],
      },
    ],
    next: HUSKY_NEXT,
  },
  husky: {
    files: [{ path: '.husky/pre-commit', text: HOOK, runs: 'copydesk', lines: STAGED_LINES }],
    next: HUSKY_NEXT,
  },
  git: {
    files: [
      {
        path: 'hooks/pre-commit',
        text: HOOK,
        runs: 'copydesk',
        lines: STAGED_LINES,
        isExecutable: true,
      },
    ],
  },
};

/**
 * Every key of a configuration. Keys without a default are commented out.
 * @param notes the patterns of `notes:`.
 * @param house the folder of a house.
 */
export function configurationText(notes: readonly string[], house = 'abab'): string {
  const list = notes.map((pattern) => JSON.stringify(pattern)).join(', ');
  return `# The configuration of copydesk for the notes in this folder and its subfolders.

# The house that prints the notes: abab, abab-zh, ap, or a folder with a house.yaml.
house: ${scalar(house)}

# The files that are notes. Without this key, a file is a note if it has a note key, a section or a source line.
${list === '' ? '# notes: [stories/**/*.md]' : `notes: [${list}]`}

# Files and folders that copydesk format and check ignore.
# exclude: [posts, archive/**]

# The formats that you publish: names for --to. copydesk render --to all writes them, and copydesk check reports what does not fit.
# channels: [html, telegram, x]

# The language of messages and help: en or zh. The default is the language of the locale.
# messages: zh

# The line endings of notes: lf or crlf. The default is the line ending of the first line of each note.
# end_of_line: lf

# Remove byte order marks. The default is to keep them.
# bom: remove
`;
}

/** The path of the configuration's schema in a project that has installed copydesk. */
export const SCHEMA = 'node_modules/copydesk/docs/copydesk.schema.json';

/** Tells an editor's YAML server where the schema is, so that it completes and explains the keys. */
export const SCHEMA_LINE = `# yaml-language-server: $schema=./${SCHEMA}\n`;

/** A name of a folder as a YAML value. */
function scalar(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}

function joined(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
