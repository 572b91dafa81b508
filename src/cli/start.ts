import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';
import { codeCachePath, isOwn, START_KINDS, writeCacheFile } from './files/cache-folder.ts';
import type { WorkerData } from './run/leader.ts';

/** What the bundle exports. */
export interface Program {
  main(args: readonly string[]): Promise<number>;
  /** Runs it in a worker thread, on the notes that the main thread sends. */
  follow(port: MessagePort, data: WorkerData): Promise<number>;
  /** Runs what most starts of a kind need, so that the cache holds it, whatever the first run was for. */
  warmUp(kind: StartKind): Promise<void>;
}

/**
 * What a run starts: `render` and `format` a program without the rules, which are half of it, `check` one without the other commands
 * for a desk, and anything else the whole program. Each kind has a cache of its own, because V8 reads a cache as a whole: with all
 * code in one, the start of `render` takes a fifth longer.
 */
export type StartKind = (typeof START_KINDS)[number];

/**
 * Loads the bundle for a run through V8's code cache, which makes a start a third shorter. The first run
 * writes the cache to a folder of the user, `$XDG_CACHE_HOME/copydesk` or `~/.cache/copydesk`. If other users can write to
 * the folder or the file, the cache is not used. NODE_DISABLE_COMPILE_CACHE turns it off.
 * @param args the arguments of the program.
 */
export function load(args: readonly string[]): Pick<Program, 'main' | 'follow'> & { saveCache: () => Promise<void> } {
  const kind = kindOf(args);
  setFlags(kind);
  const path = join(__dirname, bundleOf(kind));
  const bundle = readFileSync(path);
  const cache = codeCachePath(kind, path, process.env);
  const cachedData = cache === undefined ? undefined : readCache(cache, bundle);
  const script = compile(path, bundle, cachedData);
  const program = evaluate(script, path, createRequire(path));
  const fresh = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    ...program,
    saveCache: async () => {
      if (cache === undefined || fresh) return;
      await program.warmUp(kind);
      const data = script.createCachedData();
      // Whatever fails here only costs the next run its cache.
      writeCacheFile(cache, Buffer.concat([bundle, data, data]));
    },
  };
}

/** The commands that edit front matter. They use no rule. */
const EDITS: readonly string[] = ['approve', 'correct', 'withdraw'];

/** The kind of a run, whose command is its first argument that is no option. The help of all needs no rules. */
export function kindOf(args: readonly string[]): StartKind {
  if (args.includes('--show-config') || args.includes('--watch')) return 'desk';
  const command = args.find((one) => !one.startsWith('-')) ?? 'render';
  if (EDITS.includes(command)) return 'format';
  return START_KINDS.find((kind) => kind === command) ?? 'desk';
}

/** The file of the bundle for a kind of run. */
export function bundleOf(kind: StartKind): string {
  return BUNDLES[kind];
}

const BUNDLES: Readonly<Record<StartKind, string>> = {
  render: 'posts.cjs',
  format: 'posts.cjs',
  check: 'check.cjs',
  desk: 'cli.cjs',
};

/** Sets how V8 compiles. Its code cache depends on that. */
export function setFlags(kind: StartKind): void {
  // Else V8 first translates a pattern into bytecode, which takes it five times as long as machine code. A check uses most
  // patterns once. Other commands use few, and the module takes two milliseconds.
  if (kind === 'check' || kind === 'desk')
    process.getBuiltinModule('node:v8').setFlagsFromString('--no-regexp-tier-up');
}

/** Wraps a bundle as Node wraps a CommonJS module, and compiles it. */
export function compile(path: string, bundle: Buffer, cachedData?: Buffer): Script {
  // The bundle is ASCII.
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${bundle.toString('latin1')}\n})`;
  return new Script(wrapped, { filename: path, ...(cachedData ? { cachedData } : {}) });
}

/** Runs a compiled bundle. @returns what it exports. */
export function evaluate(script: Script, path: string, require: (id: string) => unknown): Program {
  const module = { exports: {} as Program };
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  return module.exports;
}

/**
 * The code that V8 cached for a bundle. The file holds the bundle, so that the cache of another build is never used, and the
 * code twice: V8 does not check it, and damaged code crashes every start. Comparing two copies costs less than loading a
 * module of Node that computes a checksum.
 */
function readCache(path: string, bundle: Buffer): Buffer | undefined {
  let file: number | undefined;
  try {
    if (!isOwn(dirname(path)) || !isOwn(path)) return undefined;
    file = openSync(path, 'r');
    const length = (fstatSync(file).size - bundle.length) / 2;
    if (!Number.isInteger(length) || length <= 0 || !holds(file, 0, bundle)) return undefined;
    const data = Buffer.allocUnsafeSlow(length);
    if (readSync(file, data, 0, length, bundle.length) !== length) return undefined;
    return holds(file, bundle.length + length, data) ? data : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const PIECE = 64 * 1024;

/** Whether a file has these bytes at an offset. Read in pieces, because new memory for 4 MB costs more than the comparison. */
function holds(file: number, at: number, bytes: Buffer): boolean {
  const piece = Buffer.allocUnsafeSlow(PIECE);
  for (let from = 0; from < bytes.length; from += PIECE) {
    const part = bytes.subarray(from, from + PIECE);
    const { length } = part;
    if (readSync(file, piece, 0, length, at + from) !== length || !part.equals(piece.subarray(0, length))) return false;
  }
  return true;
}
