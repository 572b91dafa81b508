import { closeSync, fstatSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { codeOf, FileError, fileError } from './files/error.ts';
import type { Leader } from './run/leader.ts';
import { isUtf8 } from './terminal/locale.ts';
import { terminalSafe } from './terminal/safe.ts';

/** What the program uses of its process. Tests pass their own host. */
export interface Host {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Is a file descriptor (0, 1, 2) a terminal? */
  isTerminal(descriptor: 0 | 1 | 2): boolean;
  /** Columns of the terminal behind stderr, or undefined. */
  readonly columns: number | undefined;
  /** The size of the terminal behind stdout, if it is one and has a size. */
  readonly screen?: { readonly columns: number; readonly rows: number } | undefined;
  /** All of stdin. */
  readStdin(): Promise<Uint8Array>;
  /** The next line that a person types at the terminal; undefined at the end of the input. */
  readLine(): Promise<string | undefined>;
  /** Writes all of it, a text in ASCII on a terminal without UTF-8; false if the reader closed the pipe. That is not an error. */
  write(descriptor: 1 | 2, text: string | Uint8Array): Promise<boolean>;
  /** Runs `clean` before SIGINT or SIGTERM ends the process, with 130 or 143. */
  beforeStop(clean: () => void): void;
  /** The arguments of the program, for its worker threads. Without them there are none. */
  readonly args?: readonly string[];
  /** The thread that sends this one its notes, if this one is a worker. */
  readonly leader?: Leader;
  /** Prints a document to stdout; on a terminal without what could move its cursor. As `write` otherwise. */
  print(text: string): Promise<boolean>;
}

/**
 * The real process. It reads and writes descriptors directly, because `process.stdin` and `process.stdout` cost every start
 * some milliseconds. They are used only for a pipe that another process made non-blocking.
 */
export const processHost: Host = {
  environment: process.env,
  args: process.argv.slice(2),
  isTerminal,
  get columns() {
    // A terminal without a size has 0 columns.
    return isTerminal(2) ? process.stderr.columns || undefined : undefined;
  },
  get screen() {
    if (!isTerminal(1)) return undefined;
    const { columns, rows } = process.stdout;
    return columns > 0 && rows > 0 ? { columns, rows } : undefined;
  },
  async readStdin() {
    try {
      return readFileSync(0);
    } catch (error) {
      if (codeOf(error) === 'EOF') return new Uint8Array();
      if (codeOf(error) !== 'EAGAIN') throw fileError('standard input', error);
      return readSlowly();
    }
  },
  readLine,
  async write(descriptor, text) {
    // Nothing is awaited for other terminals, because a program that is stopped has no time to.
    const isAdapted =
      typeof text === 'string' && /[^\0-\x7f]/.test(text) && !isUtf8(process.env) && isTerminal(descriptor);
    const shown = isAdapted ? (await loadAdapt())(text) : text;
    const bytes = typeof shown === 'string' ? Buffer.from(shown) : shown;
    let at = 0;
    try {
      while (at < bytes.length) at += writeSync(descriptor, bytes, at);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EPIPE') return false;
      if (codeOf(error) !== 'EAGAIN') throw streamError(descriptor, error);
      return writeSlowly(descriptor, bytes.subarray(at));
    }
  },
  print,
  beforeStop(clean) {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      process.once(signal, () => {
        clean();
        process.exit(code);
      });
    }
  },
};

/** Asks `fstat` first, because `node:tty` loads the network modules. */
function isTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isCharacterDevice() || stats.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev)
      return false;
    return process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    return false;
  }
}

async function loadAdapt(): Promise<(text: string) => string> {
  const { loadAscii } = await import('./terminal/ascii.ts');
  return loadAscii();
}

async function print(this: Host, text: string): Promise<boolean> {
  return this.write(1, this.isTerminal(1) ? terminalSafe(text, { lines: true }) : text);
}

/** What was typed after the last line that was read. */
let typed = '';

/** Not with `readFileSync`: while that waits, Ctrl-C would stop nothing. */
async function readLine(): Promise<string | undefined> {
  while (!typed.includes('\n')) {
    const chunk = await nextChunk();
    if (chunk === undefined) {
      const rest = typed;
      typed = '';
      return rest === '' ? undefined : rest;
    }
    typed += chunk;
  }
  const end = typed.indexOf('\n');
  const line = typed.slice(0, end);
  typed = typed.slice(end + 1);
  return line;
}

/** What is typed next. Pauses stdin after that, so that it does not keep the process alive. */
function nextChunk(): Promise<string | undefined> {
  const { stdin } = process;
  stdin.setEncoding('utf8');
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      stdin.pause();
      stdin.off('data', onData).off('end', onEnd).off('error', onError);
      settle();
    };
    const onData = (chunk: string): void => finish(() => resolve(chunk));
    const onEnd = (): void => finish(() => resolve(undefined));
    const onError = (error: Error): void => finish(() => reject(fileError('standard input', error)));
    stdin.on('data', onData).on('end', onEnd).on('error', onError);
    if (stdin.readableEnded) onEnd();
    else stdin.resume();
  });
}

async function readSlowly(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function writeSlowly(descriptor: 1 | 2, bytes: Uint8Array): Promise<boolean> {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void =>
      codeOf(error) === 'EPIPE' ? resolve(false) : reject(streamError(descriptor, error));
    stream.once('error', failed);
    stream.write(bytes, (error) => {
      if (error) return;
      // Each write adds a listener: without this, a long run would collect them.
      stream.off('error', failed);
      resolve(true);
    });
  });
}

/** The names of the streams in messages. */
const STREAMS = { 1: 'standard output', 2: 'standard error' } as const;

/** Drops the advice that the file is unchanged, which is only for files. */
function streamError(descriptor: 1 | 2, error: unknown): FileError {
  const { path, code, message, cause } = fileError(STREAMS[descriptor], error);
  const advice = 'The output is incomplete. Check where it goes, and run again.';
  return new FileError(path, code, message, advice, cause);
}

/** Whether a path can be read, to recognise a file given in place of a command. */
export function isReadable(path: string): boolean {
  try {
    closeSync(openSync(path, 'r'));
    return true;
  } catch {
    return false;
  }
}
