import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../exit.ts';
import { type Environment, Git } from './git.ts';

/** `refusal` matches the messages of git in English. */
const ENGLISH = { LC_ALL: 'C' };

/** The repository of the current folder, and its index. */
export class Repository {
  /** Runs in `top`, the only folder where every git command reads a path as the index has it. */
  readonly git: Git;
  /** The top of the working tree, absolute. */
  readonly top: string;
  /** The object to compare the index with: the last commit, or the empty tree before the first commit. */
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
   * @param option the option that needs a repository, for messages.
   * @throws {UsageError} outside a repository with a working tree, and without git.
   */
  static async open(environment: Environment, option: string): Promise<Repository> {
    const here = new Git(process.cwd(), { ...environment, ...ENGLISH }, option);
    const [top, folder] = await Promise.all(['--show-toplevel', '--absolute-git-dir'].map((what) => place(here, what)));
    if (!top || !folder) throw refusal(option, '');
    const git = new Git(top, fromTop(environment, top, folder), option);
    const [index, base] = await Promise.all([indexOf(git), baseOf(git)]);
    return new Repository(git, folder, index, base);
  }

  /**
   * Whether the index is the temporary one of `git commit PATH`. git commits what a hook changes in it, but the permanent
   * index does not get the change, and the next commit would revert it.
   */
  get isTemporary(): boolean {
    return /^next-index-.*\.lock$/.test(basename(this.#index));
  }

  /** Whether a hook of `git commit` runs copydesk: `git commit` always names the index to its hooks. */
  get isCommitting(): boolean {
    return Boolean(this.git.environment.GIT_INDEX_FILE);
  }

  get isMerging(): boolean {
    return existsSync(join(this.#folder, 'MERGE_HEAD'));
  }

  /** @throws {UsageError} while another git command writes the index. Call it before writing anything. */
  refuseLocked(): void {
    const lock = `${this.#index}.lock`;
    if (!existsSync(lock)) return;
    const advice = `Wait until it is done and run again. If none is running, remove ${lock}.`;
    throw new UsageError('another git command is running in this repository', advice);
  }
}

/** GIT_DIR and GIT_WORK_TREE may be relative to the current folder, but git runs in `top`. */
function fromTop(environment: Environment, top: string, folder: string): Environment {
  const { GIT_DIR, GIT_WORK_TREE } = environment;
  return {
    ...environment,
    ...(GIT_DIR === undefined ? {} : { GIT_DIR: folder }),
    ...(GIT_WORK_TREE === undefined ? {} : { GIT_WORK_TREE: top }),
  };
}

/** git resolves a relative GIT_INDEX_FILE from the top, whatever the current folder is. */
async function indexOf(git: Git): Promise<string> {
  return resolve(git.folder, git.environment.GIT_INDEX_FILE || (await git.line(['rev-parse', '--git-path', 'index'])));
}

async function baseOf(git: Git): Promise<string> {
  const head = await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { answers: (code) => code <= 1 });
  if (head.code === 0) return head.stdout.toString().trim();
  // The name of the empty tree depends on the hash function of the repository.
  return git.line(['hash-object', '-t', 'tree', '--stdin']);
}

async function place(git: Git, what: string): Promise<string> {
  const { code, stdout, said } = await git.run(['rev-parse', what], { answers: () => true });
  if (code !== 0) throw refusal(git.option, said);
  return stdout.toString().replace(/\n$/, '');
}

/** The error for a folder without a usable repository. @param said the message of git in English, without `fatal:`. */
function refusal(option: string, said: string): UsageError {
  const advice = 'Run it inside a repository.';
  if (/^not a git repository/m.test(said)) {
    return new UsageError(`'${option}' needs a git repository`, `Run it inside a repository. git says: ${said}`);
  }
  if (said === '' || /^this operation must be run in a work tree/m.test(said)) {
    return new UsageError(`'${option}' needs a git repository with a working tree`, advice);
  }
  const [fault, ...more] = said.split('\n').filter((line) => line.trim() !== '');
  const ownAdvice = more.join('\n').replaceAll('\t', '  ');
  return new UsageError(`git refuses this repository: ${fault}`, ownAdvice || 'Fix this and run again.');
}
