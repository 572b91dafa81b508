import { UsageError } from '../exit.ts';
import { codeOf } from '../files/error.ts';

export interface GitAnswer {
  readonly code: number | null;
  readonly stdout: Buffer;
  /** What git said, without its `fatal:`; its first line is the fault. */
  readonly said: string;
}

export interface GitInput {
  readonly stdin?: string | Uint8Array;
  /** Exit codes that are answers. Default: 0 alone. */
  readonly answers?: (code: number) => boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs git, in one folder. The environment is handed on as it is: in a hook it says which repository and which index are
 * meant (GIT_DIR, GIT_INDEX_FILE), and where git lies.
 */
export class Git {
  readonly folder: string;
  readonly environment: Environment;
  /** The option that asked for git, for messages. */
  readonly option: string;

  constructor(folder: string, environment: Environment, option: string) {
    this.folder = folder;
    this.environment = environment;
    this.option = option;
  }

  /** @throws {UsageError} when git is not there, or answers with another exit code than it may. */
  async run(args: readonly string[], { stdin = '', answers = (code) => code === 0 }: GitInput = {}) {
    const answer = await this.#spawn(args, stdin);
    if (answer.code !== null && answers(answer.code)) return answer;
    const [fault = '', ...more] = answer.said.split('\n');
    const command = args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c');
    const message = `git ${command} ${answer.code === null ? 'was stopped' : 'failed'}${fault === '' ? '' : `: ${fault}`}`;
    throw new UsageError(message, more.join('\n').trim() || 'Nothing staged is lost. Fix the problem and run again.');
  }

  /** The one line that git prints. */
  async line(args: readonly string[]): Promise<string> {
    return (await this.run(args)).stdout.toString().replace(/\n$/, '');
  }

  #spawn(args: readonly string[], stdin: string | Uint8Array): Promise<GitAnswer> {
    // Loaded here: no other command pays for it.
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
      // git may end without having read everything: its exit code tells.
      child.stdin.on('error', () => {});
      child.stdin.end(stdin);
    });
  }

  #cannotRun(error: Error): UsageError {
    return codeOf(error) === 'ENOENT'
      ? new UsageError(`'${this.option}' needs git, but git is not installed`, 'Install git, or add it to PATH.')
      : new UsageError(`git cannot be run: ${error.message}`);
  }
}
