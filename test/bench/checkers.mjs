import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What looks at notes or formats them as copydesk does, as of what Node 20 can run. They are no dependencies: the bench installs them for itself. */
const PACKAGES = {
  prettier: '3.10.1',
  'markdownlint-cli2': '0.22.1',
  rumdl: '0.2.75',
  dprint: '0.57.4',
  '@dprint/markdown': '0.28.1',
  oxfmt: '0.79.0',
  textlint: '15.8.0',
  'textlint-rule-write-good': '2.0.0',
  'textlint-rule-terminology': '5.2.16',
  'textlint-rule-common-misspellings': '1.0.1',
  'textlint-rule-no-todo': '2.0.1',
};

/**
 * Installs the peers where they are not yet, from the npm registry.
 * @returns the folder that holds them and their versions by name; undefined without a registry.
 */
export function installCheckers(root, progress) {
  const folder = join(root, 'node_modules', '.cache', 'bench-checkers');
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const versions = () => Object.fromEntries(Object.keys(PACKAGES).map((name) => [name, versionIn(folder, name)]));
  const complete = () => Object.entries(PACKAGES).every(([name, version]) => versions()[name] === version);
  if (!complete()) {
    progress('installing Prettier, markdownlint-cli2, rumdl, dprint, oxfmt and textlint');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    spawnSync('npm', ['install', '--silent', '--no-save', '--prefix', folder, ...wanted], { stdio: 'ignore' });
  }
  return complete() ? { folder, versions: versions() } : undefined;
}

function versionIn(folder, name) {
  const path = join(folder, 'node_modules', name, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined;
}

/**
 * What looks at the prose of notes as an editor does, and at their Markdown: the second two of `checkers`, and textlint
 * with four of its best known rules for English.
 * @param {{ folder: string, versions: Record<string, string> }} installed
 * @returns {Checker[]}
 */
export function proseCheckers(installed, temporary) {
  const { folder, versions } = installed;
  const names = ['write-good', 'terminology', 'common-misspellings', 'no-todo'];
  // It finds its rules only beside a configuration in the folder that it is run in.
  writeFileSync(
    join(folder, '.textlintrc.json'),
    JSON.stringify({ rules: Object.fromEntries(names.map((name) => [name, true])) }),
  );
  const command = commandOf(folder, 'textlint');
  const textlint = {
    name: `textlint ${versions.textlint}`,
    check: (notes) => [...command, `${notes}/*.md`],
    cwd: folder,
    slow: true,
  };
  return [textlint, ...checkers(installed, temporary).filter(({ name }) => /^(?:markdownlint-cli2|rumdl) /.test(name))];
}

/** How a package's command is started without a shell or a launcher between: what is written in Rust, by its own binary. */
function commandOf(folder, name) {
  const modules = join(folder, 'node_modules');
  const scope = join(modules, `@${name}`);
  for (const platform of existsSync(scope) ? readdirSync(scope) : []) {
    if (existsSync(join(scope, platform, name))) return [join(scope, platform, name)];
  }
  const { bin } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
  return [process.execPath, join(modules, name, typeof bin === 'string' ? bin : bin[name])];
}

/**
 * One of the peers.
 * @typedef {{
 *   name: string,
 *   check: (folder: string) => string[],
 *   cached?: (folder: string) => string[],
 *   write?: (folder: string) => string[],
 *   slow: boolean,
 * }} Checker each is run in the folder of its notes, and may look no further; `cached` is the check that remembers what it saw; a `slow` one takes a minute for 10,000 notes.
 *
 * @param {{ folder: string, versions: Record<string, string> }} installed
 * @returns {Checker[]}
 */
export function checkers({ folder, versions }, temporary) {
  const command = Object.fromEntries(
    ['prettier', 'markdownlint-cli2', 'rumdl', 'dprint', 'oxfmt'].map((name) => [name, commandOf(folder, name)]),
  );
  const cache = (name) => join(temporary, `cache-${name}`);
  // A house writes one line a paragraph, and the headline in the front matter; apart from that both linters have their defaults.
  const lint = join(temporary, '.markdownlint-cli2.jsonc');
  writeFileSync(lint, '{ "config": { "MD013": false, "MD041": false } }\n');
  const plugin = join(folder, 'node_modules', '@dprint', 'markdown', 'plugin.wasm');
  // It looks for files from where it is run, not from where its configuration or its notes are.
  const dprint = (verb, notes, ...more) => {
    const config = join(notes, 'dprint.json');
    writeFileSync(config, JSON.stringify({ markdown: {}, plugins: [plugin], includes: ['**/*.md'] }));
    return [...command.dprint, verb, '--config', config, ...more];
  };
  const rumdl = (verb, notes, ...more) => [
    ...command.rumdl,
    verb,
    '--no-config',
    '--disable',
    'MD013,MD041',
    ...more,
    notes,
  ];
  const prettier = (flag, notes, ...more) => [...command.prettier, flag, '--log-level', 'warn', ...more, notes];
  const named = (name) => `${name} ${versions[name]}`;
  return [
    {
      name: named('prettier'),
      check: (notes) => prettier('--check', notes),
      cached: (notes) => prettier('--check', notes, '--cache', '--cache-location', cache('prettier')),
      write: (notes) => prettier('--write', notes),
      slow: true,
    },
    {
      name: named('markdownlint-cli2'),
      check: (notes) => [...command['markdownlint-cli2'], '--config', lint, `${notes}/*.md`],
      write: (notes) => [...command['markdownlint-cli2'], '--config', lint, '--fix', `${notes}/*.md`],
      slow: true,
    },
    {
      name: named('rumdl'),
      check: (notes) => rumdl('check', notes, '--no-cache'),
      cached: (notes) => rumdl('check', notes, '--cache-dir', cache('rumdl')),
      write: (notes) => rumdl('fmt', notes, '--no-cache'),
      slow: false,
    },
    {
      name: named('dprint'),
      check: (notes) => dprint('check', notes, '--incremental=false'),
      cached: (notes) => dprint('check', notes, '--incremental=true'),
      write: (notes) => dprint('fmt', notes, '--incremental=false'),
      slow: false,
    },
    {
      name: named('oxfmt'),
      check: (notes) => [...command.oxfmt, '--check', notes],
      write: (notes) => [...command.oxfmt, notes],
      slow: false,
    },
  ];
}
