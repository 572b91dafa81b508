import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../exit.ts';
import { type Environment, Git } from './git.ts';
import { ENGLISH, refusal } from './refusal.ts';

/** The repository that the working folder belongs to, and the index that is meant. */
export class Repository {
  /** Runs in `top`: there alone do all of git's commands take a path as the index has it. */
  readonly git: Git;
  /** The folder of the working files, absolute. */
  readonly top: string;
  /** What the index is compared with: the last commit, before the first one the empty tree. */
  readonly base: string;
  readonly #folder: string;
  readonly #index: string;

  private constructor(git: Git, folder: string, index: string, base: string) {
    this.git = git;
    this.top = git.folder;
    this.base = base;
    this.#folder = folder;
    this.#index = index;
  }

  /**
   * @param option what needs a repository, for messages.
   * @throws {UsageError} outside of a repository with working files, and without git.
   */
  static async open(environment: Environment, option: string): Promise<Repository> {
    const here = new Git(process.cwd(), { ...environment, ...ENGLISH }, option);
    const [top, folder] = await Promise.all(['--show-toplevel', '--absolute-git-dir'].map((what) => place(here, what)));
    if (!top || !folder) throw notHere(option, '');
    const git = new Git(top, fromTop(environment, top, folder), option);
    const [index, base] = await Promise.all([indexOf(git), baseOf(git)]);
    return new Repository(git, folder, index, base);
  }

  /**
   * `git commit PATH` makes an index of its own for the commit, beside the one that stays: what a hook changes in it is
   * committed, and the one that stays would take it back in the next commit.
   */
  get isTemporary(): boolean {
    return /^next-index-.*\.lock$/.test(basename(this.#index));
  }

  /** `git commit` names the index to its hooks, though it be the usual one. */
  get isCommitting(): boolean {
    return Boolean(this.git.environment.GIT_INDEX_FILE);
  }

  get isMerging(): boolean {
    return existsSync(join(this.#folder, 'MERGE_HEAD'));
  }

  /** @throws {UsageError} while another command of git's writes the index: asked before anything is written. */
  refuseLocked(): void {
    const lock = `${this.#index}.lock`;
    if (!existsSync(lock)) return;
    const advice = `Wait until it is done and run again. If none is running, remove ${lock}.`;
    throw new UsageError('another git command is running in this repository', advice);
  }
}

/** GIT_DIR and GIT_WORK_TREE may be relative to the folder that we were started in. */
function fromTop(environment: Environment, top: string, folder: string): Environment {
  const { GIT_DIR, GIT_WORK_TREE } = environment;
  return {
    ...environment,
    ...(GIT_DIR === undefined ? {} : { GIT_DIR: folder }),
    ...(GIT_WORK_TREE === undefined ? {} : { GIT_WORK_TREE: top }),
  };
}

/** Git takes a relative GIT_INDEX_FILE from the top, wherever it is started. */
async function indexOf(git: Git): Promise<string> {
  return resolve(git.folder, git.environment.GIT_INDEX_FILE || (await git.line(['rev-parse', '--git-path', 'index'])));
}

async function baseOf(git: Git): Promise<string> {
  const head = await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { answers: (code) => code <= 1 });
  if (head.code === 0) return head.stdout.toString().trim();
  // Its name depends on the hash that the repository uses.
  return git.line(['hash-object', '-t', 'tree', '--stdin']);
}

async function place(git: Git, what: string): Promise<string> {
  const { code, stdout, said } = await git.run(['rev-parse', what], { answers: () => true });
  if (code !== 0) throw notHere(git.option, said);
  return stdout.toString().replace(/\n$/, '');
}

function notHere(option: string, said: string): UsageError {
  const advice = 'Run it inside a repository.';
  const needs = `'${option}' needs a git repository`;
  const bare = `${needs} with a working tree`;
  return refusal(said, { message: needs, advice: `${advice} git says: ${said}` }, { message: bare, advice });
}
