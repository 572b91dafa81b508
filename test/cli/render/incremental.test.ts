import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { copydesk, file, folder, note } from '../program.ts';
import { FORGED, filesIn, forge, recordOf } from './forge.ts';

/* The class: a post that an earlier run wrote is taken for that of another note, house, template, version or option. */

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
  file(dir, 'copydesk.yaml', 'house: ./desk\n');
  file(dir, 'desk/house.yaml', 'extends: abab\n');
  file(dir, 'desk/byline.hbs', 'By {{byline}}\n');
  file(dir, 'own.txt.hbs', '{{headline}}\n{{> tail}}');
  file(dir, 'tail.hbs', 'The end.\n');
  file(dir, 'n/a.md', note());
  file(dir, 'n/sub/b.md', note({ front: 'headline: Port Opens\nsource: The Port\nslug: port' }));
});
afterEach(() => process.chdir(home));

const render = (...args: string[]) => copydesk(['render', 'n', '-d', 'out', ...args]);
const TEXT = ['--to', 'text'];

/** Renders with options, forges the posts, changes something and renders again. */
async function again(options: readonly string[], change: () => void, then: readonly string[] = options) {
  expect((await render(...options)).code).toBe(0);
  forge('out');
  change();
  const result = await render(...then);
  const posts = filesIn('out');
  rmSync('out', { recursive: true });
  await render(...then);
  return { result, posts, fresh: filesIn('out') };
}

test('a note is left out as long as nothing changes', async () => {
  const { result, posts, fresh } = await again(TEXT, () => {});
  expect(result).toEqual({ code: 0, stdout: '', stderr: '2 notes: 2 unchanged\n' });
  expect(posts).toEqual({ 'a.txt': FORGED, sub: '<folder>', 'sub/port.txt': FORGED });
  expect(fresh['a.txt']).toMatch(/^Lab Opens/);
});

describe('every post is rendered again', () => {
  const house = (text: string) => () => writeFileSync('desk/house.yaml', text);
  test.each<[string, readonly string[], () => void, (readonly string[])?]>([
    ['for another house', TEXT, house('extends: abab\nlabels:\n  source: From\n')],
    ['for a house that says the same of another', TEXT, house('extends: ap\n')],
    ['for a configuration', TEXT, () => writeFileSync('copydesk.yaml', 'house: abab-zh\n')],
    ['for a configuration beside the notes', TEXT, () => writeFileSync('n/copydesk.yaml', 'house: ap\n')],
    ['for a template', TEXT, () => writeFileSync('desk/post.txt.hbs', '{{headline}}!\n')],
    ['for a partial', TEXT, () => writeFileSync('desk/byline.hbs', 'From {{byline}}\n')],
    ['for the file of --template', [...TEXT, '--template', 'own.txt.hbs'], () => appendFileSync('own.txt.hbs', 'x\n')],
    ['for its partial', [...TEXT, '--template', 'own.txt.hbs'], () => writeFileSync('tail.hbs', 'Over.\n')],
    ['for --template', TEXT, () => {}, [...TEXT, '--template', 'own.txt.hbs']],
    ['without --template', [...TEXT, '--template', 'own.txt.hbs'], () => {}, TEXT],
    ['for --width', TEXT, () => {}, [...TEXT, '--width', '20']],
    ['for another --width', [...TEXT, '--width', '30'], () => {}, [...TEXT, '--width', '20']],
    ['for --fragment', ['--to', 'html'], () => {}, ['--to', 'html', '--fragment']],
    ['for --house', TEXT, () => {}, [...TEXT, '--house', 'ap']],
    ['for --force', TEXT, () => {}, [...TEXT, '--force']],
    ['for another format', TEXT, () => {}, ['--to', 'json', '--to', 'text']],
    ['for --assets', ['--to', 'html'], () => {}, ['--to', 'html', '--assets', 'leave']],
    ['without a record', TEXT, () => rmSync('out/.copydesk.json')],
  ])('%s', async (_, options, change, then) => {
    const { result, posts, fresh } = await again(options, change, then);
    expect(result.code).toBe(0);
    expect(posts).toEqual(fresh);
  });
  test('for another version of copydesk', async () => {
    const { version } = manifest;
    try {
      const { posts, fresh } = await again(TEXT, () => Object.assign(manifest, { version: '99.0.0' }));
      expect(posts).toEqual(fresh);
    } finally {
      Object.assign(manifest, { version });
    }
  });
});

describe('a post is rendered again, and the others are not', () => {
  test.each<[string, () => void]>([
    ['for another text', () => writeFileSync('n/a.md', note({ body: 'A lab shut.' }))],
    [
      'for a text of the same length and time',
      () => {
        const { atime, mtime } = statSync('n/a.md');
        writeFileSync('n/a.md', note({ body: 'A lab closed'.slice(0, 12).concat('.') }));
        utimesSync('n/a.md', atime, mtime);
      },
    ],
    ['that is gone', () => rmSync('out/a.txt')],
    ['that somebody edited', () => appendFileSync('out/a.txt', 'x')],
    [
      'that somebody edited in place, in the same length and time',
      () => {
        const { atime, mtime } = statSync('out/a.txt');
        writeFileSync('out/a.txt', FORGED.toUpperCase());
        utimesSync('out/a.txt', atime, mtime);
      },
    ],
    [
      'that is a link to another file',
      () => {
        file(dir, 'out/other.txt', FORGED);
        rmSync('out/a.txt');
        symlinkSync('other.txt', 'out/a.txt');
      },
    ],
  ])('%s', async (_, change) => {
    const { result, posts, fresh } = await again(TEXT, change);
    expect(result).toEqual({ code: 0, stdout: '', stderr: '2 notes: 1 written, 1 unchanged\n' });
    expect(posts).toMatchObject({ 'a.txt': fresh['a.txt'], 'sub/port.txt': FORGED });
  });
  test('that somebody edited while the record was written, when the times say nothing', async () => {
    const { result, posts, fresh } = await again(TEXT, () => {
      const record = recordOf('out');
      const [entry] = record.of('../n/a.md');
      writeFileSync('out/a.txt', FORGED.toUpperCase());
      const { mtimeMs, ctimeMs } = statSync('out/a.txt');
      if (entry) record.set({ ...entry, file: { ...entry.file, mtimeMs, ctimeMs } });
      writeFileSync('out/.copydesk.json', record.toString());
    });
    expect(result.stderr).toBe('2 notes: 1 written, 1 unchanged\n');
    expect(posts['a.txt']).toBe(fresh['a.txt']);
  });
  test('under another name', async () => {
    const { posts, fresh } = await again(TEXT, () => renameSync('n/a.md', 'n/c.md'));
    expect(posts).toEqual({ ...fresh, 'a.txt': FORGED, 'sub/port.txt': FORGED });
  });
  test('of a note that prints a message, every time', async () => {
    file(dir, 'n/a.md', note({ front: 'headline: Lab Opens\nsource: The Lab\nnosuchkey: 1' }));
    const { result, posts, fresh } = await again(TEXT, () => {});
    expect(result.stderr).toMatch(/unknown key 'nosuchkey'[\s\S]*2 notes: 1 written, 1 unchanged\n$/);
    expect(posts).toEqual({ ...fresh, 'sub/port.txt': FORGED });
  });
  test('of a note with an image, also where images are left, because the page states its size', async () => {
    file(dir, 'n/a.md', note({ body: 'A lab opened.\n\n![A crane](crane.png)' }));
    file(dir, 'n/crane.png', 'one');
    const { posts } = await again(['--to', 'html'], () => writeFileSync('n/crane.png', 'two'));
    expect(posts['crane.png']).toBe('two');
    expect(posts['a.html']).not.toBe(FORGED);
    const left = await again(['--to', 'html', '--assets', 'leave'], () => {});
    expect(left.posts['a.html']).not.toBe(FORGED);
    const markdown = await again(['--to', 'markdown', '--assets', 'leave'], () => {});
    expect(markdown.posts['a.md']).toBe(FORGED);
  });
});

test('a note that fails is reported every time, and its post stays', async () => {
  await render(...TEXT);
  const { 'a.txt': post } = filesIn('out');
  file(dir, 'n/a.md', note({ front: 'headline: Lab Opens' }));
  for (let run = 0; run < 2; run++) {
    expect(await render(...TEXT, '--prune')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/missing source/),
    });
    expect(filesIn('out')['a.txt']).toBe(post);
  }
});

test('a withdrawn story and one under embargo are reported every time', async () => {
  await render(...TEXT, '--force');
  file(dir, 'n/a.md', note({ front: 'headline: Lab Opens\nsource: The Lab\nstatus: withdrawn' }));
  file(dir, 'n/sub/b.md', note({ front: 'headline: A\nsource: B\nembargo: 2999-01-01T00:00:00Z' }));
  expect(await render(...TEXT, '--force')).toMatchObject({ code: 0, stderr: '2 notes: 1 written, 1 unchanged\n' });
  expect(await render(...TEXT)).toMatchObject({ code: 1, stderr: expect.stringMatching(/under embargo/) });
  expect(await render(...TEXT)).toMatchObject({ code: 1, stderr: expect.stringMatching(/withdrawn story/) });
});

test('a touched post is not rendered again, and one that is older than its note gets a new time', async () => {
  await render(...TEXT);
  forge('out');
  utimesSync('out/a.txt', new Date(0), new Date(0));
  expect((await render(...TEXT, '--keep-times')).stderr).toBe('2 notes: 2 unchanged\n');
  expect(statSync('out/a.txt').mtimeMs).toBe(0);
  expect((await render(...TEXT)).stderr).toBe('2 notes: 2 unchanged\n');
  expect(filesIn('out')['a.txt']).toBe(FORGED);
  expect(statSync('out/a.txt').mtimeMs).toBeGreaterThanOrEqual(statSync('n/a.md').mtimeMs);
});

test('the output folder and the notes can move together', async () => {
  mkdirSync('site');
  renameSync('n', 'site/n');
  await copydesk(['render', 'site/n', '-d', 'site/out', ...TEXT]);
  forge('site/out');
  renameSync('site', 'elsewhere');
  expect((await copydesk(['render', 'elsewhere/n', '-d', 'elsewhere/out', ...TEXT])).stderr).toMatch(/2 unchanged/);
  expect(filesIn('elsewhere/out')['a.txt']).toBe(FORGED);
});

test('a folder that a link replaces is refused, as in a run that knows nothing', async () => {
  mkdirSync('site');
  renameSync('n', 'site/n');
  await copydesk(['render', 'site/n', '-d', 'site/out', ...TEXT]);
  renameSync('site', 'moved');
  renameSync('moved/out/sub', 'away');
  symlinkSync('../../away', 'moved/out/sub');
  const result = await copydesk(['render', 'moved/n', '-d', 'moved/out', ...TEXT]);
  expect(result).toMatchObject({ code: 2, stderr: expect.stringMatching(/leads outside 'moved\/out'/) });
});

test('a post that became a note of the run is refused, as in a run that knows nothing', async () => {
  await copydesk(['render', 'n', '-d', 'out']);
  const run = ['render', 'n', 'out/sub/port.md', '-d', 'out'];
  const result = await copydesk(run);
  expect(result).toMatchObject({ code: 2, stderr: expect.stringMatching(/'n\/sub\/b\.md' would overwrite a note/) });
});

test('notes that are named leave no record', async () => {
  await copydesk(['render', 'n/a.md', 'n/sub/b.md', '-d', 'out', ...TEXT]);
  expect(existsSync('out/.copydesk.json')).toBe(false);
});

describe('a record that is no use costs time, and changes no post', () => {
  test('damaged in 50 ways', async () => {
    await render(...TEXT);
    const fresh = filesIn('out');
    forge('out');
    const whole = readFileSync('out/.copydesk.json');
    const random = mulberry32(13);
    for (let way = 0; way < 50; way++) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(random() * bytes.length);
      if (way % 5 === 0) writeFileSync('out/.copydesk.json', bytes.subarray(0, at));
      else {
        bytes[at] = ((bytes[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256;
        writeFileSync('out/.copydesk.json', bytes);
      }
      for (const post of ['a.txt', 'sub/port.txt']) writeFileSync(`out/${post}`, FORGED);
      const { code, stderr } = await render(...TEXT, '--prune');
      expect(code).toBe(0);
      expect(stderr).toBe("warning: 'out/.copydesk.json' was damaged, so all notes are rendered\n2 notes: 2 written\n");
      expect(filesIn('out')).toEqual(fresh);
      expect([...recordOf('out').entries]).toHaveLength(2);
    }
  });
  test('of another version', async () => {
    await render(...TEXT);
    const fresh = filesIn('out');
    forge('out');
    const { digest } = await import('../../../src/cli/render/post-record.ts');
    const text = readFileSync('out/.copydesk.json', 'utf8').replace('"version":1', '"version":2');
    const body = text.slice(0, text.lastIndexOf(',"digest"'));
    writeFileSync('out/.copydesk.json', `${body},"digest":"${digest(body)}"}\n`);
    expect((await render(...TEXT)).stderr).toBe('2 notes: 2 written\n');
    expect(filesIn('out')).toEqual(fresh);
  });
  test('a folder or a link in its place', async () => {
    mkdirSync('out/.copydesk.json', { recursive: true });
    const warning = /^warning: 'out\/\.copydesk\.json' is not a file, so all notes are rendered\n/;
    expect(await render(...TEXT)).toMatchObject({ code: 0, stderr: expect.stringMatching(warning) });
    rmSync('out/.copydesk.json', { recursive: true });
    file(dir, 'mine.json', '{}');
    symlinkSync('../mine.json', 'out/.copydesk.json');
    expect(await render(...TEXT)).toMatchObject({ code: 0, stderr: expect.stringMatching(warning) });
    expect(readFileSync('mine.json', 'utf8')).toBe('{}');
  });
});

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
