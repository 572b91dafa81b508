import { join } from 'node:path';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { assetAt, assetOf, FOLDER, isInside } from './assets.ts';

/** Lets the modules of Node find the files in the executable: files to read, and the script of a worker thread. */
export function serveFiles(): void {
  const fs = process.getBuiltinModule('node:fs');
  const { existsSync, readFileSync, statSync } = fs;
  Object.assign(fs, {
    readFileSync: (path: unknown, ...rest: readonly unknown[]) => {
      const asset = assetAt(path);
      return asset ? decoded(asset, rest[0]) : Reflect.apply(readFileSync, fs, [path, ...rest]);
    },
    existsSync: (path: unknown) => assetAt(path) !== undefined || Reflect.apply(existsSync, fs, [path]),
    // The size and the time of the executable tell builds apart.
    statSync: (path: unknown, ...rest: readonly unknown[]) =>
      Reflect.apply(statSync, fs, [assetAt(path) ? process.execPath : path, ...rest]),
  });
  serveWorkers();
}

/** As `readFileSync` returns it. A copy, because the memory of the executable cannot be written to. */
function decoded(asset: Buffer, options: unknown): Buffer | string {
  const named = typeof options === 'object' && options !== null && 'encoding' in options ? options.encoding : options;
  return typeof named === 'string' ? asset.toString(named as BufferEncoding) : Buffer.from(Uint8Array.from(asset));
}

/** Changes the class of workers when it is first asked for, because loading it takes time. */
function serveWorkers(): void {
  const getBuiltinModule = process.getBuiltinModule.bind(process);
  let threads: object | undefined;
  const builtin = (id: string): unknown => {
    if (id !== 'node:worker_threads') return getBuiltinModule(id);
    const { Worker, ...others } = getBuiltinModule('node:worker_threads');
    threads ??= { ...others, Worker: workerClass(Worker) };
    return threads;
  };
  Object.assign(process, { getBuiltinModule: builtin });
}

/** A class of workers that takes the script of the program from the executable. */
function workerClass(Base: typeof Worker): typeof Worker {
  return class extends Base {
    constructor(script: string | URL, options: WorkerOptions = {}) {
      if (isInside(script))
        super(assetOf(join(FOLDER, 'standalone-worker.cjs')).toString(), { ...options, eval: true });
      else super(script, options);
    }
  };
}
