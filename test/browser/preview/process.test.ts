import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Place } from '../../durability/program.ts';
import { Desk, NOTE } from './program.ts';

/* The preview as a process: how it starts, what it prints, and how it ends. */

let place: Place;
let desk: Desk;
beforeAll(() => {
  place = new Place();
});
afterAll(() => place.remove());
beforeEach(() => {
  desk = new Desk(place);
});
afterEach(() => desk.remove());

const run = (...args: readonly string[]) => desk.run('preview', ...args);

describe('a signal ends it at once', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s with %i, also while a page is open', async (signal, code) => {
    const preview = await desk.preview(desk.write('story.md', NOTE));
    const events = await fetch(`${preview.url}story/1/events`);
    const reader = events.body?.getReader();
    await reader?.read();
    const started = Date.now();
    preview.child.kill(signal);
    const ended = await preview.ended;
    expect(ended).toMatchObject({ code, stderr: 'Press Ctrl+C to stop.\n' });
    expect(Date.now() - started).toBeLessThan(2000);
    await expect(fetch(preview.url)).rejects.toThrow();
  });
});

describe('the port', () => {
  test('is the one that is asked for, and an error if it is in use', async () => {
    const path = desk.write('story.md', NOTE);
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect(await run('--browser', '--no-open', '--port', port, path)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `error: port ${port} is in use\n  Choose another --port, or leave it out for any free port.\n`,
    });
    await new Promise((done) => other.close(done));
    const preview = await desk.preview('--port', port, path);
    expect(new URL(preview.url).port).toBe(port);
  });

  test.each(['0', '65536', '-1', '1e3', 'x', '80.5'])('%s is refused', async (port) => {
    const { code, stderr } = await run('--browser', `--port=${port}`, desk.write('story.md', NOTE));
    expect(code).toBe(2);
    expect(stderr).toContain('Use a number from 1 to 65535');
  });
});

test.each([
  ['cannot be printed', '>/dev/full', 2],
  ['is printed to nobody', '| true; exit ${PIPESTATUS[0]}', 0],
])('a URL that %s ends it', (_, to, code) => {
  const command = `"$0" "$1" preview --browser --no-open "$2" ${to}`;
  const args = ['-c', command, process.execPath, place.bin, desk.write('story.md', NOTE)];
  const { status, signal, stderr } = spawnSync('bash', args, { encoding: 'utf8', timeout: 60_000 });
  expect({ status, signal }).toEqual({ status: code, signal: null });
  expect(stderr).toContain(code === 2 ? 'no space left' : '');
});

test('only this machine can connect', async () => {
  const preview = await desk.preview(desk.write('story.md', NOTE));
  const { port } = new URL(preview.url);
  const sockets =
    readFileSync(`/proc/${preview.child.pid}/net/tcp`, 'utf8') +
    readFileSync(`/proc/${preview.child.pid}/net/tcp6`, 'utf8');
  const listening = sockets
    .split('\n')
    .filter(
      (line) => / 0A /.test(line) && line.includes(`:${Number(port).toString(16).toUpperCase().padStart(4, '0')} `),
    );
  expect(listening.map((line) => line.trim().split(/\s+/)[1]?.split(':')[0])).toEqual(['0100007F']);
});

describe('options that do not fit', () => {
  test.each([
    [['--port', '8000', 'story.md'], "'--port' applies only to a preview in a browser"],
    [['--no-open', 'story.md'], "'--no-open' applies only to a preview in a browser"],
    [['--browser', '-'], "'--browser' needs files, not stdin"],
    [['--browser', '--width', '60', 'story.md'], "'--browser' cannot be used with '--width'"],
    [['--browser', '--no-pager', 'story.md'], "'--browser' cannot be used with '--no-pager'"],
    [['--browser', '--stdin-filepath', 'a.md', 'story.md'], "'--stdin-filepath' is set"],
    [['--browser', 'nowhere.md'], "no such file 'nowhere.md'"],
  ])('%s', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

test('a folder without notes is an error, and without a name the current folder is shown', async () => {
  desk.write('empty/a.txt', '');
  expect((await run('--browser', '--no-open', desk.path('empty'))).code).toBe(4);
  writeFileSync(join(place.dir, 'here.md'), NOTE);
  const preview = await desk.preview();
  expect(await (await fetch(preview.url)).text()).toContain('Stories');
});

describe('the browser', () => {
  /** A program in place of `xdg-open` that writes down what it is given. */
  async function opened(environment: Readonly<Record<string, string>>): Promise<string> {
    const log = desk.path('opened.txt');
    const opener = desk.write('bin/xdg-open', `#!/bin/sh\necho "$1" > ${log}\n`);
    chmodSync(opener, 0o755);
    writeFileSync(log, '');
    const path = desk.write('story.md', NOTE);
    const env = { PATH: `${desk.path('bin')}:${process.env.PATH}`, HOME: desk.folder, ...environment };
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [place.bin, 'preview', '--browser', path], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += data));
    try {
      await expect
        .poll(() => printed + readFileSync(log, 'utf8'), { timeout: 20_000 })
        .toMatch(/stop\.\n(?:copydesk could|http)/);
      const url = readFileSync(log, 'utf8').trim();
      if (url === '') return printed;
      expect(printed).not.toContain(url);
      const [first, second] = [await fetch(url, { redirect: 'manual' }), await fetch(url, { redirect: 'manual' })];
      expect(first.status).toBe(303);
      expect(printed).toContain(`${new URL(url).origin}${first.headers.get('location')}\n`);
      return `opened, then ${second.status}`;
    } finally {
      child.kill('SIGTERM');
    }
  }

  test('is opened with a URL that works once, so that a list of processes gives nothing away', async () => {
    expect(await opened({ DISPLAY: ':99' })).toBe('opened, then 403');
  });

  test('cannot be opened without a screen, and the program says so', async () => {
    expect(await opened({})).toContain('copydesk could not open a browser. Open the URL above.');
  });
});
