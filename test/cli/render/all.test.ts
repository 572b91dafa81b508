import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
  file(dir, 'n/a.md', note());
});
afterEach(() => process.chdir(home));

const configure = (yaml: string, path = 'copydesk.yaml') => file(dir, path, yaml);
const all = (...args: string[]) => copydesk(['render', 'n', '--to', 'all', '-d', 'out', ...args]);
const files = (path = 'out') => readdirSync(path).filter((name) => name !== '.copydesk.json');
const dated = (id: string) => `headline: Lab Opens\nsource: The Lab\nid: urn:lab:${id}\ndate: 2026-05-07T09:00:00Z`;

describe('--to all', () => {
  test('writes every channel of the configuration', async () => {
    configure('channels: [html, x, linkedin]\n');
    expect(await all()).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(files()).toEqual(['a.html', 'a.linkedin.txt', 'a.x.json']);
  });
  test.each([
    ['no configuration', undefined],
    ['no channels', 'house: ap\n'],
    ['no channel', 'channels: []\n'],
  ])('with %s says what to add', async (_, yaml) => {
    if (yaml !== undefined) configure(yaml);
    const result = await all();
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toBe(
      "error: '--to all' needs 'channels' in copydesk.yaml\n  Add a line such as 'channels: [html, x]'.\n",
    );
    expect(existsSync('out')).toBe(false);
    // The folder is needed as well, but the channels come first.
    expect((await copydesk(['render', 'n', '--to', 'all'])).stderr).toBe(result.stderr);
  });
  test('needs a folder', async () => {
    configure('channels: [html]\n');
    const result = await copydesk(['render', 'n', '--to', 'all']);
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('several formats need an output folder') });
  });
  test('does not work with another house, which replaces the configuration', async () => {
    configure('channels: [html]\n');
    expect((await all('--house', 'ap')).stderr).toContain("'--to all' cannot be used with '--house'");
  });
  test('adds to the formats that are named', async () => {
    configure('channels: [x]\n');
    await all('--to', 'text');
    expect(files()).toEqual(['a.txt', 'a.x.json']);
  });
  test('writes the follow-ups of the channels that have one', async () => {
    const front = 'headline: Lab Opens\nsource: The Lab\nstatus: withdrawn';
    file(dir, 'n/a.md', note({ front }));
    configure('channels: [html, x, atom]\n');
    expect((await all('--follow-up')).code).toBe(0);
    expect(files()).toEqual(['a.follow-up.x.json']);
    configure('channels: [html, atom]\n');
    expect(await all('--follow-up')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("'--follow-up' applies only to channels"),
    });
  });
  test('a configuration with an error is reported once', async () => {
    configure('channels: [twitter]\n');
    file(dir, 'n/b.md', note());
    const result = await all();
    expect(result.code).toBe(2);
    expect(result.stderr.match(/unknown channel 'twitter'/g)).toHaveLength(1);
  });
  test('a note that does not fit one channel gets the others, and its place in the feed', async () => {
    configure('channels: [text, linkedin, atom]\n');
    file(
      dir,
      'n/b.md',
      note({ front: `${dated('b')}\nurl: https://lab.example/b`, body: 'A lab opened at night. '.repeat(200).trim() }),
    );
    file(dir, 'n/a.md', note({ front: dated('a') }));
    const result = await all();
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/^n\/b\.md:1:1: error: linkedin: 1,\d+ characters over 3,000 \[does-not-fit\]/);
    expect(result.stderr).toMatch(/Characters: headline 9, body 4,599, source 15, insight 26, laws 47\./);
    expect(files()).toEqual(['a.linkedin.txt', 'a.txt', 'atom.xml', 'b.txt']);
    expect(readFileSync('out/atom.xml', 'utf8').match(/<entry>/g)).toHaveLength(2);
  });
  test('a news sitemap among the channels needs --now', async () => {
    configure('channels: [news-sitemap]\n');
    const front = `${dated('a')}\nurl: https://lab.example/a`;
    file(dir, 'n/a.md', note({ front }));
    expect((await all()).stderr).toContain("'news-sitemap' needs '--now'");
    expect((await all('--now', '2026-05-07T10:00:00Z')).code).toBe(0);
    expect(files()).toEqual(['news-sitemap.xml']);
  });
});

describe('folders with configurations of their own', () => {
  beforeEach(() => {
    configure('channels: [text, atom]\n');
    configure('channels: { x: { parts: [headline] }, jsonfeed: }\n', 'n/zh/copydesk.yaml');
    file(dir, 'n/a.md', note({ front: `${dated('a')}\nurl: https://lab.example/a` }));
    file(dir, 'n/zh/b.md', note({ front: `${dated('b')}\nurl: https://lab.example/b` }));
  });
  test('get their own channels and feeds', async () => {
    expect(await all()).toMatchObject({ code: 0, stderr: expect.stringContaining('2 notes: 2 written') });
    expect(files()).toEqual(['a.txt', 'atom.xml', 'feed.json', 'zh']);
    expect(files('out/zh')).toEqual(['b.x.json']);
    expect(readFileSync('out/atom.xml', 'utf8')).toContain('https://lab.example/a');
    expect(readFileSync('out/atom.xml', 'utf8')).not.toContain('https://lab.example/b');
    expect(JSON.parse(readFileSync('out/feed.json', 'utf8')).items).toHaveLength(1);
    expect(JSON.parse(readFileSync('out/zh/b.x.json', 'utf8'))).toEqual({ posts: ['Lab Opens'] });
  });
  test('one without notes needs no channels', async () => {
    rmSync('copydesk.yaml');
    rmSync('n/a.md');
    file(dir, 'n/README.md', '# Notes\n');
    expect((await all()).code).toBe(0);
    expect(files()).toEqual(['feed.json', 'zh']);
  });
  test('one without channels stops the run', async () => {
    configure('house: ap\n', 'n/zh/copydesk.yaml');
    const { stderr } = await all();
    expect(stderr).toContain("'--to all' needs 'channels' in copydesk.yaml");
    expect(stderr).toContain("Add a line such as 'channels: [html, x]' for 'n/zh/b.md'.");
  });
});

describe('the second run', () => {
  test('writes nothing if nothing changes', async () => {
    configure('channels: { text: , x: { parts: [headline] } }\n');
    file(dir, 'n/b.md', note());
    expect((await all()).stderr).toBe('2 notes: 2 written\n');
    writeFileSync('out/a.x.json', readFileSync('out/a.x.json'));
    expect((await all()).stderr).toBe('2 notes: 2 unchanged\n');
  });
  test('writes the posts again whose settings have changed', async () => {
    configure('channels: { text: , x: { parts: [headline] } }\n');
    await all();
    configure('channels: { text: , x: { parts: [headline, body] } }\n');
    await all();
    expect(readFileSync('out/a.x.json', 'utf8')).toContain('A lab opened.');
    await all('--parts', 'laws');
    expect(readFileSync('out/a.x.json', 'utf8')).not.toContain('A lab opened.');
    expect(readFileSync('out/a.txt', 'utf8')).toBe('ABAB News · Cognitive Laws\nNot this, but that.\n');
  });
  test('writes a channel that was added, and --prune removes one that was dropped', async () => {
    configure('channels: [text, x]\n');
    await all('--prune');
    configure('channels: [text, telegram]\n');
    const result = await all('--prune');
    expect(result.stderr).toContain('1 removed');
    expect(files()).toEqual(['a.telegram.json', 'a.txt']);
  });
  test('without notes, --prune removes the posts', async () => {
    configure('channels: [text]\n');
    await all('--prune');
    rmSync('n/a.md');
    await all('--prune', '--allow-none');
    expect(files()).toEqual([]);
  });
});

describe('a relative link without a url', () => {
  const linking = note({
    body: 'A [lab](/lab.html) opened, as [the rules](rules.html) say, and [mail](mailto:a@b.example).',
  });
  test('is a warning for channels, once for each link', async () => {
    configure('channels: [html, x, telegram]\n');
    file(dir, 'n/a.md', linking);
    const result = await all();
    expect(result.code).toBe(0);
    expect(result.stderr).toContain("n/a.md:6:3: warning: relative link '/lab.html' is printed as text [lost-link]");
    expect(result.stderr.match(/lost-link/g)).toHaveLength(2);
  });
  test.each([
    ['on a page', ['--to', 'html'], linking],
    ['with a url', ['--to', 'x'], linking.replace('source:', 'url: https://lab.example/a\nsource:')],
    ['in a part that is not printed', ['--to', 'x', '--parts', 'laws'], linking],
  ])('is none %s', async (_, args, text) => {
    expect((await copydesk(['render', file(dir, 'n/a.md', text), ...args])).stderr).toBe('');
  });
});
