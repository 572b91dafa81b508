import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { file, note } from '../cli/program.ts';
import { type Ended, Place, type Running } from './program.ts';

/* A run that watches, while a person and an editor work. No test asserts a time: each waits for what must come. */

let place: Place;
let running: Running | undefined;
/** What it has printed since the last look. */
let printed = '';
/** The folder of a test, and its name in the place. */
let dir = '';
let name = '';
let count = 0;

beforeAll(() => {
  place = new Place();
});
afterAll(() => place.remove());
beforeEach(() => {
  name = `desk-${count++}`;
  dir = join(place.dir, name);
  mkdirSync(join(dir, 'notes'), { recursive: true });
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  running = undefined;
});

const POLL = { timeout: 30_000, interval: 20 };

/** Starts a watch over `notes`, and waits for the end of its first run. */
async function start(command: string, ...more: readonly string[]): Promise<void> {
  printed = '';
  const args = command.split(' ').map((word) => (/^(?:notes|out|house|wire)\b/.test(word) ? join(name, word) : word));
  running = place.run([...args, '--watch', ...more]);
  for (const stream of [running.child.stdout, running.child.stderr])
    stream?.on('data', (text: string) => {
      printed += text;
    });
  await prints('press Ctrl+C to stop\n');
}

/** Waits until a text is printed and everything that comes with it. @returns what was printed since the last time. */
async function prints(text: string): Promise<string> {
  await expect.poll(() => printed, POLL).toContain(text);
  await isSilent();
  const all = printed.replaceAll(`${name}/`, '');
  printed = '';
  return all;
}

/** Waits until nothing more comes. */
async function isSilent(): Promise<void> {
  for (let length = -1; length !== printed.length; ) {
    length = printed.length;
    await wait(250);
  }
}

async function stop(signal: NodeJS.Signals): Promise<Ended> {
  running?.child.kill(signal);
  if (!running) throw new Error('nothing runs');
  return running.ended;
}

const write = (path: string, text: string | Uint8Array): string => file(dir, path, text);
const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
const lines = (text: string, line: string): number => text.split('\n').filter((one) => one === line).length;

const DOUBLE = note({ body: 'The the lab opened.' });
/** Makes a note have either one finding or none. */
const ONE_RULE = ['--rule', 'repeated-word'];
const LOOSE = note().replace('\n\n', '\n\n\n');

test('a burst of a hundred saves is a few runs, and the last one is for the last save', async () => {
  write('notes/a.md', note({ body: 'Save 0.' }));
  await start('render notes --to text --out-dir out');
  for (let save = 1; save <= 100; save++) {
    write('notes/a.md', note({ body: `Save ${save}.` }));
    await wait(2);
  }
  await expect.poll(() => read('out/a.txt'), POLL).toContain('\nSave 100.\n');
  expect(lines(await prints('changed'), 'notes/a.md changed')).toBeLessThan(20);
});

describe('an editor that saves', () => {
  const saves: readonly [string, (path: string, text: string) => void | Promise<void>][] = [
    ['in place', (path, text) => writeFileSync(path, text)],
    [
      'as VS Code does',
      async (path, text) => {
        writeFileSync(path, '');
        await wait(30);
        writeFileSync(path, text);
      },
    ],
    [
      'as Vim does',
      (path, text) => {
        writeFileSync(join(path, '../4913'), '');
        unlinkSync(join(path, '../4913'));
        renameSync(path, `${path}~`);
        writeFileSync(path, text);
        unlinkSync(`${path}~`);
      },
    ],
    [
      'by renaming a temporary file',
      (path, text) => {
        writeFileSync(`${path}.tmp-1`, text);
        renameSync(`${path}.tmp-1`, path);
      },
    ],
  ];
  test.each(saves.flatMap(([how, save]) => [[how, 'notes', save] as const, [how, 'notes/a.md', save] as const]))(
    '%s is seen once for each save of %s',
    async (_, watching, save) => {
      const path = write('notes/a.md', note());
      await start(`check ${watching}`, ...ONE_RULE);
      for (const [text, said] of [
        [DOUBLE, '1 note checked: 1 warning\n'],
        [note(), '1 note checked: no problems\n'],
      ] as const) {
        await save(path, text);
        const all = await prints(said);
        expect(lines(all, 'notes/a.md changed')).toBe(1);
        expect(all.split(said)).toHaveLength(2);
      }
    },
  );
});

test('only the note that has changed is checked again', async () => {
  write('notes/a.md', DOUBLE);
  write('notes/b.md', note());
  await start('check notes', ...ONE_RULE);
  write('notes/b.md', DOUBLE.replace('the lab', 'the mill'));
  const all = await prints('1 note checked: 1 warning\n');
  expect(all).toContain('notes/b.md:6:1: warning:');
  expect(all).not.toContain('a.md');
});

test('a note that is saved without a change is nothing', async () => {
  write('notes/a.md', DOUBLE);
  await start('check notes', ...ONE_RULE);
  write('notes/a.md', DOUBLE);
  await isSilent();
  expect(printed).toBe('');
});

test.each([
  ['format --write notes', LOOSE, note()],
  ['check --fix notes', DOUBLE, note({ body: 'The lab opened.' })],
])('what %s writes is no change', async (command, before, after) => {
  write('notes/a.md', note());
  await start(command);
  for (let time = 0; time < 2; time++) {
    write('notes/a.md', before);
    await expect.poll(() => read('notes/a.md'), POLL).toBe(after);
    expect(lines(await prints('notes/a.md changed'), 'notes/a.md changed')).toBe(1);
  }
});

test('posts in a watched folder are no change', async () => {
  write('notes/a.md', note());
  await start('render notes --to text --to markdown --to json --out-dir notes/out');
  write('notes/a.md', note({ body: 'It opened.' }));
  expect(await prints('notes/a.md changed')).toBe('notes/a.md changed\n');
  expect(read('notes/out/a.txt')).toContain('It opened.');
});

describe('with --prune', () => {
  test('the post of a deleted note goes, also of the last one', async () => {
    write('notes/a.md', note());
    write('notes/b.md', note());
    await start('render notes --to text --out-dir out --prune');
    unlinkSync(join(dir, 'notes/a.md'));
    expect(await prints('removed')).toContain('notes/a.md removed\n1 note: 1 unchanged, 1 removed\n');
    expect(existsSync(join(dir, 'out/a.txt'))).toBe(false);
    unlinkSync(join(dir, 'notes/b.md'));
    expect(await prints('notes/b.md removed')).toContain('1 removed');
    expect(existsSync(join(dir, 'out/b.txt'))).toBe(false);
  });

  test('the post of a renamed note gets its name, whatever happens in between', async () => {
    const path = write('notes/a.md', note());
    await start('render notes --to text --out-dir out --prune');
    writeFileSync(path, note({ body: 'It opened.' }));
    renameSync(path, join(dir, 'notes/b.md'));
    renameSync(join(dir, 'notes/b.md'), join(dir, 'notes/c.md'));
    const all = await prints('notes/c.md changed');
    expect(all).toContain('notes/a.md removed\n');
    expect(readdirSync(join(dir, 'out')).filter((one) => one.endsWith('.txt'))).toEqual(['c.txt']);
    expect(read('out/c.txt')).toContain('It opened.');
  });

  test('a folder that moves takes its posts along', async () => {
    write('notes/may/a.md', note());
    await start('render notes --to text --out-dir out --prune');
    renameSync(join(dir, 'notes/may'), join(dir, 'notes/june'));
    await prints('notes/june/a.md changed');
    await expect.poll(() => existsSync(join(dir, 'out/june/a.txt')), POLL).toBe(true);
    await expect.poll(() => existsSync(join(dir, 'out/may')), POLL).toBe(false);
  });
});

test('two notes with one slug are refused, although only one has changed', async () => {
  write('notes/a.md', note({ front: 'headline: A\nsource: S\nslug: a' }));
  write('notes/b.md', note({ front: 'headline: B\nsource: S\nslug: b' }));
  await start('render notes --to text --out-dir out');
  write('notes/b.md', note({ front: 'headline: B\nsource: S\nslug: a' }));
  expect(await prints('have the same output file')).toContain("'notes/a.md' and '");
  expect(read('out/a.txt')).toMatch(/^A\n/);
});

test('a feed and an index have all stories, whichever has changed', async () => {
  const story = (slug: string) =>
    note({
      front: `headline: Lab ${slug}\nsource: S\nslug: ${slug}\nurl: https://lab.example/${slug}.html\ndate: 2026-05-07T09:00:00Z`,
    });
  write('notes/a.md', story('a'));
  write('notes/b.md', story('b'));
  await start('render notes --to html --to index --to atom --out-dir out');
  write('notes/a.md', story('a').replace('Lab a', 'Mill a'));
  await prints('2 in atom, 2 in index');
  for (const page of ['out/index.html', 'out/atom.xml']) {
    expect(read(page)).toContain('Mill a');
    expect(read(page)).toContain('Lab b');
  }
});

test('new notes in new folders are picked up, and ignored ones are not', async () => {
  write('notes/a.md', note());
  write('.copydeskignore', 'drafts/\n');
  await start('check notes', ...ONE_RULE);
  write('notes/new/deep/b.md', DOUBLE);
  expect(await prints('notes/new/deep/b.md changed')).toContain('1 note checked: 1 warning\n');
  for (const path of ['notes/drafts/a.md', 'notes/.hidden.md', 'notes/node_modules/a.md', 'notes/table.csv'])
    write(path, DOUBLE);
  await isSilent();
  expect(printed).toBe('');
  write('.copydeskignore', '');
  expect(await prints('.copydeskignore changed: all notes again\n')).toContain('notes/drafts/a.md:6:1: warning');
});

describe('all notes are run again with', () => {
  test.each<[string, string, string, string]>([
    ['a configuration', 'copydesk.yaml', 'house: abab\n', 'house:\n  severities: { repeated-word: error }\n'],
    ['a new configuration', 'notes/copydesk.yaml', '', 'house:\n  severities: { repeated-word: error }\n'],
    ['a house', 'house/house.yaml', 'name: H\n', 'name: H\nseverities: { repeated-word: error }\n'],
  ])('%s', async (_, path, before, after) => {
    write('notes/a.md', DOUBLE);
    write('notes/b.md', note());
    write('house/house.yaml', 'publisher: { name: H }\n');
    if (path.startsWith('house')) write('copydesk.yaml', 'house: house\n');
    else if (before !== '') write(path, before);
    await start('check notes', ...ONE_RULE);
    write(path, after.replace('name: H', 'publisher: { name: H }'));
    const all = await prints('2 notes checked: 1 error');
    expect(all).toContain(`${path} changed: all notes again\n`);
  });

  test.each([
    ['copydesk.yaml', 'house: { extends: house/own }\n'],
    ['copydesk.yaml', 'house: house/own\n'],
  ])('a house that another one extends, and its templates: %s %j', async (path, config) => {
    write(path, config);
    write('house/own/house.yaml', 'extends: ../base\n');
    write('house/base/house.yaml', 'publisher: { name: H }\n');
    write('house/base/post.txt.hbs', '{{headline}}\n');
    write('notes/a.md', note());
    await start('render notes --to text --out-dir out');
    write('house/base/post.txt.hbs', 'Post: {{headline}}\n');
    await prints('house/base/post.txt.hbs changed: all notes again\n');
    expect(read('out/a.txt')).toBe('Post: Lab Opens\n');
    write('house/base/house.yaml', 'publisher: { name: New }\n');
    await prints('house/base/house.yaml changed: all notes again\n');
  });

  test('a configuration that is broken and mended', async () => {
    write('notes/a.md', DOUBLE);
    write('copydesk.yaml', 'house: abab\n');
    await start('check notes', ...ONE_RULE);
    write('copydesk.yaml', 'hose: abab\n');
    await prints("unknown key 'hose'");
    write('copydesk.yaml', 'house: abab\n');
    await prints('1 note checked: 1 warning\n');
  });

  test('a configuration and the text of a source in the folder that is watched', async () => {
    write('notes/copydesk.yaml', 'house: abab\n');
    write('notes/a.md', DOUBLE);
    write('notes/sources/a.md', 'The lab opened in 2024.\n');
    await start('check notes', ...ONE_RULE);
    write('notes/copydesk.yaml', 'house:\n  severities: { repeated-word: error }\n');
    expect(await prints('1 note checked: 1 error')).toContain('copydesk.yaml changed: all notes again\n');
    write('notes/sources/a.md', 'The lab opened in 2025.\n');
    await prints('sources/a.md changed: all notes again\n');
  });

  test('a template, also a new one', async () => {
    write('copydesk.yaml', 'house: house\n');
    write('house/house.yaml', 'publisher: { name: H }\n');
    write('house/post.txt.hbs', '{{headline}}\n');
    write('notes/a.md', note());
    await start('render notes --to text --out-dir out');
    expect(read('out/a.txt')).toBe('Lab Opens\n');
    write('house/post.txt.hbs', 'Post: {{headline}}\n');
    await prints('house/post.txt.hbs changed: all notes again\n');
    expect(read('out/a.txt')).toBe('Post: Lab Opens\n');
  });

  test('a dictionary, which may be new', async () => {
    write('copydesk.yaml', 'house: abab\n');
    write('notes/a.md', note({ body: 'The lab opened a zorbium plant. The zorbium plant is new.' }));
    await start('check notes --verbose');
    write('dictionary.txt', 'zorbium\n');
    await prints('dictionary.txt changed: all notes again\n');
  });

  test('the text of a source', async () => {
    write('wire.txt', 'The lab opened in 2024.\n');
    write('notes/a.md', note({ front: 'headline: Lab Opens\nsource: S\nsource_text: ../wire.txt' }));
    await start('check notes');
    write('wire.txt', 'The lab opened in 2025.\n');
    await prints('wire.txt changed: all notes again\n');
  });

  test('an image', async () => {
    write('notes/a.md', note({ front: 'headline: Lab Opens\nsource: S\nimage: { url: a.svg, alt: A }' }));
    write('notes/a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
    await start('render notes --to html --out-dir out');
    write('notes/a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>');
    await prints('notes/a.svg changed: all notes again\n');
    expect(read('out/a.svg')).toContain('width="2"');
    expect(read('out/a.html')).toContain('width="2"');
  });
});

test('a note that cannot be read, is gone, or is broken does not end the watch', async () => {
  const path = write('notes/a.md', note());
  await start('check notes/a.md', ...ONE_RULE);
  write('notes/a.md', Buffer.from(note(), 'utf16le'));
  await prints('NUL character: not a text file');
  write('notes/a.md', '---\nheadline: [\n---\n');
  await prints('1 note checked: 1 error');
  unlinkSync(path);
  await prints('notes/a.md removed\n');
  write('notes/a.md', note());
  await prints('1 note checked: no problems\n');
  rmSync(path);
  mkdirSync(path);
  await prints('notes/a.md removed\n');
  rmSync(path, { recursive: true });
  write('notes/a.md', DOUBLE);
  await prints('1 note checked: 1 warning\n');
});

test.runIf(process.geteuid?.() !== 0)('a note without permission is reported, and recovers', async () => {
  const path = write('notes/a.md', note());
  await start('check notes', ...ONE_RULE);
  chmodSync(path, 0);
  await prints("permission denied for 'notes/a.md'");
  chmodSync(path, 0o644);
  await prints('1 note checked: no problems\n');
});

test('the notes of a list are watched, and the list', async () => {
  const listed = (...paths: readonly string[]) =>
    write('list.txt', paths.map((path) => `${join(name, path)}\n`).join(''));
  for (const one of ['a', 'b', 'c']) write(`notes/${one}.md`, note());
  write('wire/d.md', note());
  listed('notes/a.md', 'wire');
  await start(`check --files-from ${join(name, 'list.txt')}`, ...ONE_RULE);
  write('notes/b.md', DOUBLE);
  await isSilent();
  expect(printed).toBe('');
  write('notes/a.md', DOUBLE);
  expect(await prints('1 note checked: 1 warning\n')).toContain('notes/a.md changed\n');
  write('wire/e.md', DOUBLE);
  expect(await prints('1 note checked: 1 warning\n')).toContain('wire/e.md changed\n');
  listed('notes/c.md');
  expect(await prints('1 note checked: no problems\n')).toContain('list.txt changed: all notes again\n');
  write('notes/c.md', DOUBLE);
  expect(await prints('1 note checked: 1 warning\n')).toContain('notes/c.md changed\n');
});

test('a folder without a note is watched for the first one', async () => {
  await start('check notes', ...ONE_RULE);
  write('notes/a.md', DOUBLE);
  await prints('1 note checked: 1 warning\n');
});

test('a path that does not exist, and a wrong use, end at once', async () => {
  const ended = await place.run(['check', join(name, 'none.md'), '--watch']).ended;
  expect(ended).toMatchObject({ code: 2 });
  expect(ended.stderr).toContain('no such file');
  write('notes/a.md', note());
  write('notes/b.md', note());
  const wrong = await place.run(['render', join(name, 'notes'), '--watch']).ended;
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.stderr).toContain('cannot print 2 posts to stdout');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends it, also while it writes, and leaves whole files', async (signal, code) => {
  for (let at = 0; at < 50; at++) write(`notes/${at}.md`, LOOSE);
  await start('format --write notes');
  for (let at = 0; at < 50; at++) write(`notes/${at}.md`, LOOSE);
  await expect.poll(() => printed, POLL).toContain('changed');
  expect((await stop(signal)).code).toBe(code);
  const names = readdirSync(join(dir, 'notes'));
  expect(names.filter((one) => !/^\d+\.md$/.test(one))).toEqual([]);
  for (const one of names) expect([LOOSE, note()]).toContain(read(`notes/${one}`));
});

test('it ends when nobody reads what it prints', async () => {
  write('notes/a.md', note());
  await start('render notes/a.md --to text');
  running?.child.stdout?.destroy();
  await wait(100);
  write('notes/a.md', note({ body: 'It opened.' }));
  await expect(running?.ended).resolves.toMatchObject({ code: 0 });
});

test('many notes at a time are counted', async () => {
  await start('check notes', ...ONE_RULE);
  for (let at = 0; at < 20; at++) write(`notes/${at}.md`, note());
  await expect.poll(() => printed, POLL).toMatch(/\d+ notes changed/);
});
