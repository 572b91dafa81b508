import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { UsageError } from '../exit.ts';
import { codeOf } from '../files/error.ts';
import { readTextFile } from '../files/read.ts';
import { type Environment, Git } from '../git/git.ts';
import type { Host } from '../host.ts';
import { HOOKS, type HookFile, type HookName } from '../init/files.ts';
import { commandLines, isExecutable } from '../init/inspect.ts';
import { findHookFolders, findOther, type HookFolders, placed } from '../init/place.ts';
import { shownPath } from '../run/read-note.ts';
import type { HookFileReport, HooksReport } from './report.ts';

/** A program that copydesk starts may wait for a network. */
const PATIENCE_MS = 20_000;
const INSTALL = 'Run `npm install`, or install copydesk globally.';

/** The hooks of the repository of the current folder, and whether the command of those that git runs can be run. */
export async function describeHooks(host: Host): Promise<HooksReport> {
  const folders = await foldersOf(host);
  if (!folders) return { folder: null, isConfigured: false, files: [] };
  const files = hookFiles(folders);
  const isConfigured = await setsHooksPath(folders, host.environment);
  const shared = { folder: shownPath(folders.hooks), isConfigured };
  const active = files.filter(({ isActive, problem }) => isActive && problem === undefined);
  if (active.length === 0) return { ...shared, files };
  const usesNpx = active.some(({ commands }) => commands.some((line) => /\bnpx\b/.test(line)));
  const answer = await versionIn(folders.top, host.environment, usesNpx);
  if (answer.isFine) return { ...shared, files, runs: answer.text };
  const problem = `copydesk does not run in this hook: ${answer.text}`;
  return {
    ...shared,
    files: files.map((file) => (active.includes(file) ? { ...file, problem, advice: INSTALL } : file)),
  };
}

/** Undefined outside a repository, and without git. */
async function foldersOf(host: Host): Promise<HookFolders | undefined> {
  try {
    return await findHookFolders(host);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function setsHooksPath({ top }: HookFolders, environment: Environment): Promise<boolean> {
  const git = new Git(top, environment, 'doctor');
  const { code } = await git.run(['config', '--get', 'core.hooksPath'], { answers: () => true });
  return code === 0;
}

/** The files of hook managers that exist, each once: under the manager whose program it runs. */
function hookFiles(folders: HookFolders): readonly HookFileReport[] {
  const found = new Map<string, HookFileReport>();
  for (const [manager, { files }] of Object.entries(HOOKS)) {
    for (const wanted of files) {
      const { file, path } = placed(wanted, folders);
      if (file !== wanted) continue;
      const other = findOther(file, folders);
      const existing = other ?? (existsSync(path) ? { path, text: readTextFile(path) } : undefined);
      if (!existing) continue;
      const report = fileReport(manager as HookName, file, existing.path, existing.text, folders);
      if (report.commands.length > 0 || !found.has(report.path)) found.set(report.path, report);
    }
  }
  // The file that pre-commit and lefthook write for git names no copydesk. Their own file does.
  const isManaged = [...found.values()].some(({ manager, isActive }) => manager !== 'git' && isActive);
  return [...found.values()].filter(({ manager, commands }) => manager !== 'git' || !isManaged || commands.length > 0);
}

function fileReport(
  manager: HookName,
  file: HookFile,
  path: string,
  text: string,
  folders: HookFolders,
): HookFileReport {
  const commands = commandsIn(file, text);
  const isActive = isRun(manager, path, folders);
  const shared = { path: shownPath(path), manager, commands, isActive };
  if (commands.length === 0) {
    const advice = `Run \`copydesk init --hook ${manager}\` for the lines to add.`;
    return { ...shared, problem: `does not run ${file.runs}`, advice };
  }
  if (file.isExecutable && !isExecutable(path))
    return { ...shared, problem: 'not executable, so git ignores it', advice: `Run \`chmod +x ${shownPath(path)}\`.` };
  if (isActive) return shared;
  const next = HOOKS[manager].next ?? 'git init';
  return { ...shared, problem: 'git does not run it', advice: `Run \`${next.replace(/ \(.*/, '')}\`.` };
}

/** The command of a line that copydesk writes for YAML and JSON, which have names and keys as well. */
const COMMAND = /(?:npx --no-install )?\bcopydesk (?:format|check|fix)\b[^"'|]*/g;

/** The commands with the program, or else the lines that name it: a hook of another repository has only an id. */
function commandsIn({ runs }: HookFile, text: string): readonly string[] {
  const lines = commandLines(runs, text)
    .map((line) => line.trim())
    .filter((line) => !/^(?:- )?(?:name|fail_text):/.test(line));
  const commands = lines.flatMap((line) => [...line.matchAll(COMMAND)].map(([command]) => command.trim()));
  return commands.length > 0 ? commands : lines;
}

/** Whether git runs the file of a manager: the hook that the manager installs names it. */
function isRun(manager: HookName, path: string, { hooks }: HookFolders): boolean {
  if (manager === 'git') return true;
  if (manager === 'husky' || basename(path) === 'pre-commit') return basename(hooks) === '_';
  if (manager === 'lint-staged') return basename(hooks) === '_' || names(join(hooks, 'pre-commit'), 'lint-staged');
  return names(join(hooks, 'pre-commit'), manager);
}

function names(path: string, program: string): boolean {
  return existsSync(path) && readTextFile(path).includes(program);
}

/** What `copydesk --version` prints where the hooks run. */
function versionIn(
  folder: string,
  environment: Environment,
  usesNpx: boolean,
): Promise<{ readonly isFine: boolean; readonly text: string }> {
  const { execFile } = process.getBuiltinModule('node:child_process');
  const path = [join(folder, 'node_modules', '.bin'), environment.PATH ?? ''].join(delimiter);
  const [command, ...args] = [...(usesNpx ? ['npx', '--no-install'] : []), 'copydesk', '--version'];
  // On Windows, both are batch files.
  const shell = process.platform === 'win32';
  // npx would ask the registry for a program that is not installed.
  const env = { ...environment, PATH: path, npm_config_offline: 'true' };
  const options = { cwd: folder, env, timeout: PATIENCE_MS, shell };
  return new Promise((resolve) => {
    execFile(command ?? '', args, options, (error, stdout, stderr) => {
      if (!error) return resolve({ isFine: true, text: stdout.trim() });
      resolve({ isFine: false, text: failureOf(error, stderr) });
    });
  });
}

function failureOf(error: Error, stderr: string): string {
  if (codeOf(error) === 'ENOENT') return 'command not found';
  const [said = error.message] = stderr.trim().split('\n');
  return said.startsWith('npm ') ? 'npx does not find it' : said;
}
