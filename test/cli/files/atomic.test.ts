import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Writer, type WriterOptions } from '../../../src/cli/files/atomic.ts';
import { FileError } from '../../../src/cli/files/error.ts';

const posix = process.platform !== 'win32';
const root = process.getuid?.() === 0;
let folder = '';
const at = (...names: string[]): string => join(folder, ...names);
const read = (...names: string[]): string => readFileSync(at(...names), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-atomic-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function refusal(writing: Promise<unknown>): Promise<FileError> {
  const error = await writing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FileError) return error;
  throw new Error(`not refused with a FileError: ${String(error)}`);
}

describe.each(['each', 'batch'] as const)('durable: %s', (durable) => {
  test('creates and replaces files, and does not rewrite identical content', async () => {
    const writer = new Writer({ durable });
    expect(await writer.write(at('post.md'), '认知 one\n')).toBe('created');
    expect(await writer.write(at('post.md'), Buffer.from('two\n'))).toBe('written');
    utimesSync(at('post.md'), 1000, 1000);
    expect(await writer.write(at('post.md'), 'two\n')).toBe('unchanged');
    expect(statSync(at('post.md')).mtimeMs).toBe(1_000_000);
    expect(await writer.write(at('post.md'), 'owt\n')).toBe('written');
    expect(await writer.write(at('post.md'), '')).toBe('written');
    await writer.flush();
    expect(read('post.md')).toBe('');
    expect(readdirSync(folder)).toEqual(['post.md']);
  });

  test('parallel writes, to many files and to one, leave whole files', async () => {
    const writer = new Writer({ durable });
    const bodies = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000));
    await Promise.all(
      bodies.flatMap((body, index) => [writer.write(at(`${index}.md`), body), writer.write(at('one.md'), body)]),
    );
    await writer.flush();
    for (const [index, body] of bodies.entries()) expect(read(`${index}.md`) === body).toBe(true);
    expect(bodies.includes(read('one.md'))).toBe(true);
    expect(readdirSync(folder)).toHaveLength(21);
  });
});

describe.runIf(posix)('what a file is besides its content', () => {
  test.each([0o600, 0o640, 0o664, 0o666, 0o755])('mode %o is kept', async (mode) => {
    writeFileSync(at('note.md'), 'old');
    chmodSync(at('note.md'), mode);
    await new Writer({ durable: 'each' }).write(at('note.md'), 'new');
    expect(statSync(at('note.md')).mode & 0o777).toBe(mode);
  });

  test('keeps the owner', async () => {
    // Only root may give a file to somebody; others may give it to another of their own groups.
    const uid = root ? 1234 : (process.getuid?.() ?? 0);
    const gid = root ? 4321 : (process.getgroups?.().at(-1) ?? 0);
    writeFileSync(at('note.md'), 'old');
    chownSync(at('note.md'), uid, gid);
    chmodSync(at('note.md'), 0o640);
    await new Writer({ durable: 'each' }).write(at('note.md'), 'new');
    expect(statSync(at('note.md'))).toMatchObject({ uid, gid, mode: 0o100640 });
  });

  test('writes through a symbolic link', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real', 'note.md'), 'old');
    symlinkSync('real/note.md', at('link.md'));
    symlinkSync('link.md', at('link-to-link.md'));
    expect(await new Writer({ durable: 'each' }).write(at('link-to-link.md'), 'new')).toBe('written');
    expect(read('real', 'note.md')).toBe('new');
    expect(readlinkSync(at('link.md'))).toBe('real/note.md');
    expect(readdirSync(at('real'))).toEqual(['note.md']);
  });

  test('creates the target of a broken link', async () => {
    mkdirSync(at('a', 'b'), { recursive: true });
    symlinkSync('a/b', at('short'));
    symlinkSync('../new.md', at('a', 'b', 'link.md'));
    // Through `short`, `..` is the folder `a`, not the one that holds `short`.
    expect(await new Writer({ durable: 'each' }).write(at('short', 'link.md'), 'new')).toBe('created');
    expect(read('a', 'new.md')).toBe('new');
    expect(lstatSync(at('a', 'b', 'link.md')).isSymbolicLink()).toBe(true);
    symlinkSync('missing/x.md', at('nowhere.md'));
    expect((await refusal(new Writer({ durable: 'each' }).write(at('nowhere.md'), 'new'))).code).toBe('ENOENT');
  });

  test('refuses links in a circle', async () => {
    symlinkSync('b.md', at('a.md'));
    symlinkSync('a.md', at('b.md'));
    expect((await refusal(new Writer({ durable: 'each' }).write(at('a.md'), 'new'))).code).toBe('ELOOP');
  });

  test('refuses a hard link, unless the content is identical', async () => {
    writeFileSync(at('note.md'), 'old');
    linkSync(at('note.md'), at('other.md'));
    const writer = new Writer({ durable: 'each' });
    const error = await refusal(writer.write(at('note.md'), 'new'));
    expect(error).toMatchObject({ code: 'EHARDLINK', path: at('note.md') });
    expect(read('other.md')).toBe('old');
    expect(await writer.write(at('note.md'), 'old')).toBe('unchanged');
  });

  test('refuses a read-only file, for root too', async () => {
    writeFileSync(at('note.md'), 'old');
    chmodSync(at('note.md'), 0o444);
    expect((await refusal(new Writer({ durable: 'each' }).write(at('note.md'), 'new'))).code).toBe('EREADONLY');
    expect(read('note.md')).toBe('old');
  });

  test('writes to a device and a pipe without replacing them', async () => {
    const writer = new Writer({ durable: 'batch' });
    expect(await writer.write('/dev/null', 'gone')).toBe('written');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    execFileSync('mkfifo', [at('pipe')]);
    const reader = spawn('sh', ['-c', 'cat "$0" > "$1"', at('pipe'), at('got')], { stdio: 'ignore' });
    const ended = new Promise((resolve) => reader.once('exit', resolve));
    expect(await writer.write(at('pipe'), 'x'.repeat(200_000))).toBe('written');
    await ended;
    expect(read('got')).toHaveLength(200_000);
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });
});

describe('the file must still contain the bytes that were read', () => {
  const expected = Buffer.from('as read');

  test('unchanged', async () => {
    writeFileSync(at('note.md'), 'as read');
    expect(await new Writer({ durable: 'each' }).write(at('note.md'), 'new', { expected })).toBe('written');
  });

  test('changed before', async () => {
    writeFileSync(at('note.md'), 'as edit');
    const error = await refusal(new Writer({ durable: 'each' }).write(at('note.md'), 'new', { expected }));
    expect(error.code).toBe('ECHANGED');
    expect(read('note.md')).toBe('as edit');
    expect(readdirSync(folder)).toEqual(['note.md']);
  });

  test('changed during the write, with the same size and time', async () => {
    writeFileSync(at('note.md'), 'as read');
    utimesSync(at('note.md'), 1000, 1000);
    const meddle: WriterOptions['open'] = async (path, flags, mode) => {
      writeFileSync(at('note.md'), 'as edit');
      utimesSync(at('note.md'), 1000, 1000);
      return open(path, flags, mode);
    };
    const writer = new Writer({ durable: 'each', open: meddle });
    expect((await refusal(writer.write(at('note.md'), 'new', { expected }))).code).toBe('ECHANGED');
    expect(read('note.md')).toBe('as edit');
    expect(readdirSync(folder)).toEqual(['note.md']);
  });

  test('removed', async () => {
    const error = await refusal(new Writer({ durable: 'each' }).write(at('note.md'), 'new', { expected }));
    expect(error.code).toBe('ECHANGED');
    expect(existsSync(at('note.md'))).toBe(false);
  });
});

describe('folders', () => {
  test('a missing folder is an error or is created', async () => {
    const path = at('a', 'b', 'post.md');
    const error = await refusal(new Writer({ durable: 'each' }).write(path, 'new'));
    expect(error).toMatchObject({ code: 'ENOENT', path, message: `no such folder '${at('a', 'b')}'` });
    const writer = new Writer({ durable: 'batch', makeFolders: true });
    const others = ['c/1.md', 'c/2.md', 'c/d/3.md'].map((name) => writer.write(at(name), 'new'));
    expect(await Promise.all([writer.write(path, 'new'), ...others])).toEqual(Array(4).fill('created'));
    await writer.flush();
    expect(read('a', 'b', 'post.md')).toBe('new');
  });

  test('a folder in place of the file, and a file in place of a folder', async () => {
    mkdirSync(at('out'));
    writeFileSync(at('file'), '');
    const writer = new Writer({ durable: 'batch', makeFolders: true });
    expect((await refusal(writer.write(at('out'), 'x'))).code).toBe('EISDIR');
    expect((await refusal(writer.write(`${at('gone')}/`, 'x'))).code).toBe('EISDIR');
    expect((await refusal(writer.write(at('file', 'post.md'), 'x'))).code).toBe('ENOTDIR');
    expect((await refusal(writer.write(at('file', 'sub', 'post.md'), 'x'))).code).toBe('ENOTDIR');
    expect((await refusal(writer.write(at(`${'x'.repeat(300)}.md`), 'x'))).code).toBe('ENAMETOOLONG');
    expect(readdirSync(folder).sort()).toEqual(['file', 'out']);
  });

  test.runIf(posix)('what a killed run left is removed, what a living one works on is not', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['-e', '0']);
    const living = process.ppid;
    const names = [`.copydesk-${dead}-ab01.tmp`, `.copydesk-${living}-ab02.tmp`, `.copydesk-${living}-ab03.tmp`];
    for (const name of [...names, `.copydesk-${dead}-xyz.tmp`, `.other-${dead}-ab.tmp`]) writeFileSync(at(name), '');
    const hoursAgo = Date.now() / 1000 - 7200;
    utimesSync(at(`.copydesk-${living}-ab03.tmp`), hoursAgo, hoursAgo);
    const writer = new Writer({ durable: 'batch' });
    await writer.write(at('post.md'), 'new');
    const left = [`.copydesk-${living}-ab02.tmp`, `.copydesk-${dead}-xyz.tmp`, `.other-${dead}-ab.tmp`, 'post.md'];
    expect(readdirSync(folder).sort()).toEqual(left.sort());
    // Once a folder and a run: the next write does not look again.
    writeFileSync(at(`.copydesk-${dead}-ab04.tmp`), '');
    await writer.write(at('post.md'), 'newer');
    expect(existsSync(at(`.copydesk-${dead}-ab04.tmp`))).toBe(true);
  });
});

test('a lone surrogate is refused', async () => {
  await expect(new Writer({ durable: 'each' }).write(at('post.md'), 'a\ud800')).rejects.toThrow(TypeError);
  expect(readdirSync(folder)).toEqual([]);
});
