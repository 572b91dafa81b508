import { UsageError } from '../exit.ts';
import { codeOf } from '../files/error.ts';

export interface GitAnswer {
  readonly code: number | null;
  readonly stdout: Buffer;
  /** The messages of git without `fatal:`. The first line is the error. */
  readonly said: string;
}

export interface GitInput {
  readonly stdin?: string | Uint8Array;
  /** Whether an exit code is an answer and not an error. Default: only 0. */
  readonly answers?: (code: number) => boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs git in one folder, with the given environment: in a hook, GIT_DIR and GIT_INDEX_FILE name the repository and the index.
 */
export class Git {
  readonly folder: string;
  readonly environment: Environment;
  /** The option that needs git, for messages. */
  readonly option: string;

  constructor(folder: string, environment: Environment, option: string) {
    this.folder = folder;
    this.environment = environment;
    this.option = option;
  }

  /** @throws {UsageError} if git is not installed, or its exit code is not an answer. */
  async run(args: readonly string[], { stdin = '', answers = (code) => code === 0 }: GitInput = {}) {
    const answer = await this.#spawn(args, stdin);
    if (answer.code !== null && answers(answer.code)) return answer;
    const [fault = '', ...more] = answer.said.split('\n');
    const command = args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c');
    const message = `git ${command} ${answer.code === null ? 'was stopped' : 'failed'}${fault === '' ? '' : `: ${fault}`}`;
    throw new UsageError(message, more.join('\n').trim() || 'Nothing staged is lost. Fix the problem and run again.');
  }

  /** The output of a git command that prints one line. */
  async line(args: readonly string[]): Promise<string> {
    return (await this.run(args)).stdout.toString().replace(/\n$/, '');
  }

  #spawn(args: readonly string[], stdin: string | Uint8Array): Promise<GitAnswer> {
    // Loaded here, so that other commands start faster.
    const { spawn } = process.getBuiltinModule('node:child_process');
    return new Promise((resolve, reject) => {
      const child = spawn('git', args, { cwd: this.folder, env: this.environment, stdio: 'pipe' });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', (error) => reject(this.#cannotRun(error)));
      child.on('close', (code) => {
        const said = Buffer.concat(err)
          .toString()
          .trim()
          .replace(/^(?:fatal|error): /gm, '');
        resolve({ code, stdout: Buffer.concat(out), said });
      });
      // git may exit before it has read all of stdin. The exit code tells whether it failed.
      child.stdin.on('error', () => {});
      child.stdin.end(stdin);
    });
  }

  #cannotRun(error: Error): UsageError {
    return codeOf(error) === 'ENOENT'
      ? new UsageError(`'${this.option}' needs git, but git is not installed`, 'Install git, or add it to PATH.')
      : new UsageError(`git cannot be run: ${error.message}`, 'Check the installation of git.');
  }
}
