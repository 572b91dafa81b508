import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Writer, type WriterOptions } from '../../../src/cli/files/atomic.ts';
import { FileError } from '../../../src/cli/files/error.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small disk of its own where this user may mount one: `mount` answers whether it did. */
const disk = join(folder, 'disk');
const mount = (...options: string[]): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

async function codeOfRefusal(writing: Promise<unknown>): Promise<string> {
  const error: unknown = await writing.catch((reason: unknown) => reason);
  if (!(error instanceof FileError)) throw new Error(`not refused: ${String(error)}`);
  expect(error.advice).toMatch(/\.$/);
  return error.code;
}

/** Opens files whose method fails as the system would. */
function failing(method: 'write' | 'sync' | 'close', code: string): NonNullable<WriterOptions['open']> {
  return async (path, flags, mode) => {
    const handle = await open(path, flags, mode);
    const original = handle[method].bind(handle) as () => Promise<unknown>;
    const fail = async (): Promise<never> => {
      if (method === 'close') await original();
      throw Object.assign(new Error(code), { code });
    };
    return Object.assign(handle, { [method]: fail }) as FileHandle;
  };
}

test('a new folder on a disk that cannot be written', async () => {
  mkdirSync(disk, { recursive: true });
  const mounted = mount('ro');
  // Where nothing can be mounted, nobody can make a folder in /proc.
  const place = mounted ? disk : '/proc';
  const writing = new Writer({ durable: 'batch', makeFolders: true }).write(join(place, 'new/deep/post.txt'), 'x');
  const code = await codeOfRefusal(writing).finally(() => mounted && execFileSync('umount', [disk]));
  if (mounted) expect(code).toBe('EROFS');
  else expect(['ENOENT', 'EACCES', 'EPERM']).toContain(code);
});

describe('a full disk', () => {
  let mounted = false;
  beforeAll(() => {
    mkdirSync(disk, { recursive: true });
    mounted = mount('size=64k');
  });
  afterAll(() => {
    if (mounted) execFileSync('umount', [disk]);
  });

  test.each(['each', 'batch'] as const)('%s: the original is intact and nothing is left over', async (durable) => {
    const path = join(disk, 'note.md');
    writeFileSync(path, 'original');
    // Where nothing can be mounted the same error comes from the handle.
    const writer = new Writer({ durable, ...(mounted ? {} : { open: failing('write', 'ENOSPC') }) });
    expect(await codeOfRefusal(writer.write(path, 'x'.repeat(500_000)))).toBe('ENOSPC');
    expect(await codeOfRefusal(writer.write(join(disk, 'new.md'), 'x'.repeat(500_000)))).toBe('ENOSPC');
    expect(readFileSync(path, 'utf8')).toBe('original');
    expect(readdirSync(disk)).toEqual(['note.md']);
    const after = new Writer({ durable });
    expect(await after.write(path, 'there is room for this')).toBe('written');
  });
});

test('a read-only disk', async () => {
  mkdirSync(disk, { recursive: true });
  const mounted = mount('ro');
  const refuse: WriterOptions['open'] = () => Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS' }));
  const writer = new Writer({ durable: 'each', makeFolders: true, ...(mounted ? {} : { open: refuse }) });
  try {
    expect(await codeOfRefusal(writer.write(join(disk, 'new.md'), 'x'))).toBe('EROFS');
  } finally {
    if (mounted) execFileSync('umount', [disk]);
  }
});

// Root may write anywhere, so the refusal of a folder comes from the system only for others.
test('a folder without write permission', async () => {
  const refuse: WriterOptions['open'] = () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o555 });
  const writer = new Writer({ durable: 'each', ...(process.getuid?.() === 0 ? { open: refuse } : {}) });
  expect(await codeOfRefusal(writer.write(join(closed, 'new.md'), 'x'))).toBe('EACCES');
  expect(readdirSync(closed)).toEqual([]);
});

test.each([
  ['write', 'EIO'],
  ['sync', 'EIO'],
  ['close', 'EDQUOT'],
] as const)('a failing %s leaves the original and no temporary file', async (method, code) => {
  const path = join(folder, method, 'note.md');
  mkdirSync(join(folder, method));
  writeFileSync(path, 'original');
  const writer = new Writer({ durable: 'each', open: failing(method, code) });
  expect(await codeOfRefusal(writer.write(path, 'new'))).toBe(code);
  expect(readFileSync(path, 'utf8')).toBe('original');
  expect(readdirSync(join(folder, method))).toEqual(['note.md']);
});

test('a partial write is continued, and a write of no bytes is an error', async () => {
  const path = join(folder, 'short.md');
  const short = (most: number): NonNullable<WriterOptions['open']> => {
    return async (name, flags, mode) => {
      const handle = await open(name, flags, mode);
      const original = handle.write.bind(handle);
      const write = (bytes: Uint8Array, offset: number, length: number) =>
        original(bytes, offset, Math.min(length, most));
      return Object.assign(handle, { write }) as FileHandle;
    };
  };
  await new Writer({ durable: 'each', open: short(3) }).write(path, 'eight of them');
  expect(readFileSync(path, 'utf8')).toBe('eight of them');
  expect(await codeOfRefusal(new Writer({ durable: 'each', open: short(0) }).write(path, 'new'))).toBe('ESHORT');
  expect(readFileSync(path, 'utf8')).toBe('eight of them');
});

describe('a process that is stopped', () => {
  const child = join(folder, 'child.mjs');
  const work = join(folder, 'work');

  beforeAll(async () => {
    mkdirSync(work);
    await build({
      stdin: {
        contents: `
          import { Writer } from './src/cli/files/atomic.ts';
          import { abandon } from './src/cli/files/temporary.ts';
          process.on('SIGTERM', () => { abandon(); process.exit(143); });
          const [path, durable] = process.argv.slice(2);
          const writer = new Writer({ durable });
          for (let n = 0; ; n++) {
            await writer.write(path, String(n % 10).repeat(400_000));
            if (n === 1) process.stdout.write('ready');
          }`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: child,
      logLevel: 'error',
    });
  });

  /** Starts a child that writes without end, and stops it some milliseconds after its second write. */
  async function stop(signal: 'SIGKILL' | 'SIGTERM', delay: number): Promise<void> {
    const running: ChildProcess = spawn(
      process.execPath,
      [child, join(work, 'note.md'), delay % 2 ? 'each' : 'batch'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {},
      },
    );
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    await new Promise<void>((resolve) => running.stdout?.once('data', () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, delay));
    running.kill(signal);
    await ended;
  }

  test('thirty kills damage no file, and the next run removes their temporary files', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 30; round++) {
      await stop('SIGKILL', round % 10);
      const text = readFileSync(join(work, 'note.md'), 'utf8');
      expect(text).toHaveLength(400_000);
      expect(text === text.charAt(0).repeat(400_000)).toBe(true);
    }
    await new Writer({ durable: 'each' }).write(join(work, 'note.md'), 'whole');
    expect(readdirSync(work)).toEqual(['note.md']);
  });

  test('abandon removes the temporary files', { timeout: 30_000 }, async () => {
    for (let round = 0; round < 8; round++) {
      await stop('SIGTERM', round);
      expect(readFileSync(join(work, 'note.md'))).toHaveLength(400_000);
    }
    // A file that the thread pool was opening at that very moment may be left; the next run sees to it.
    expect(readdirSync(work).length).toBeLessThanOrEqual(2);
  });
});
