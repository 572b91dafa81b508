import { existsSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FEEDS } from '../../../src/write/feed/index.ts';
import { copydesk, file, folder, note } from '../program.ts';
import { filesIn, recordOf } from './forge.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

/** Writes a note with these lines of front matter. */
function write(name: string, lines: string, body = 'A lab opened.'): void {
  file(dir, name, note({ front: `headline: Lab ${name.replace(/\W/g, ' ')}\nsource: The Lab\n${lines}`, body }));
}

/** The same with a URL and a date. */
function story(name: string, date: string, lines = ''): void {
  write(name, `url: https://lab.example/${name.replace('.md', '')}\ndate: ${date}\n${lines}`);
}

const ids = (atom: string) =>
  [...atom.matchAll(/<entry>\n<id>https:\/\/lab\.example\/(.*)<\/id>/g)].map(([, id]) => id);

describe('one document of all notes', () => {
  beforeEach(() => {
    story('n/a.md', '2026-05-07T09:00:00Z');
    story('n/b.md', '2026-05-08T09:00:00Z');
    story('n/c.md', '2026-05-06T09:00:00Z');
  });
  test('goes to stdout, newest first, in whichever order the notes are named', async () => {
    const result = await copydesk(['render', 'n', '--to', 'atom']);
    expect(result).toMatchObject({ code: 0, stderr: '3 notes: 3 in atom\n' });
    expect(ids(result.stdout)).toEqual(['n/b', 'n/a', 'n/c']);
    const other = await copydesk(['render', 'n/c.md', 'n/b.md', 'n/a.md', '--to', 'atom']);
    expect(other.stdout).toBe(result.stdout);
  });
  test('goes to the file of -o', async () => {
    const { stdout } = await copydesk(['render', 'n', '--to', 'atom']);
    expect(await copydesk(['render', 'n', '--to', 'atom', '-o', 'feed.xml'])).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync('feed.xml', 'utf8')).toBe(stdout);
  });
  test('goes to a folder beside the posts, each format to a file of its own', async () => {
    const to = ['html', ...FEEDS.map(({ name }) => name)].flatMap((name) => ['--to', name]);
    const result = await copydesk(['render', 'n', ...to, '--now', '2026-05-08T10:00:00Z', '-d', 'site']);
    const counts = '3 in atom, 3 in rss, 3 in jsonfeed, 2 in news-sitemap';
    expect(result).toEqual({ code: 0, stdout: '', stderr: `3 notes: 3 written, ${counts}\n` });
    const posts = ['a.html', 'b.html', 'c.html'];
    expect(Object.keys(filesIn('site')).sort()).toEqual([...posts, ...FEEDS.map(({ file }) => file)].sort());
  });
  test('holds the notes whose posts are up to date', async () => {
    const run = ['render', 'n', '--to', 'html', '--to', 'atom', '-d', 'site'];
    await copydesk(run);
    const fresh = filesIn('site');
    writeFileSync('site/atom.xml', 'old');
    expect(await copydesk(run)).toMatchObject({ code: 0, stderr: '3 notes: 3 unchanged, 3 in atom\n' });
    expect(filesIn('site')).toEqual(fresh);
    // The record knows the posts, so that the next run without a feed has nothing to do.
    expect(recordOf('site').entries).toHaveLength(3);
    story('n/d.md', '2026-05-09T09:00:00Z');
    await copydesk([...run, '--prune']);
    expect(ids(readFileSync('site/atom.xml', 'utf8'))).toEqual(['n/d', 'n/b', 'n/a', 'n/c']);
    expect(existsSync('site/atom.xml') && existsSync('site/a.html')).toBe(true);
  });
  test('keeps its time with --keep-times, and is as new as the run without', async () => {
    const run = ['render', 'n', '--to', 'rss', '-d', 'site'];
    await copydesk(run);
    utimesSync('site/rss.xml', new Date(0), new Date(0));
    await copydesk([...run, '--keep-times']);
    expect(statSync('site/rss.xml').mtimeMs).toBe(0);
    await copydesk(run);
    expect(statSync('site/rss.xml').mtimeMs).toBeGreaterThan(0);
  });
  test('is of the publisher of the house', async () => {
    file(dir, 'desk/house.yaml', 'extends: abab\npublisher: { name: The Lab Paper, url: "https://paper.example/" }\n');
    const { stdout } = await copydesk(['render', 'n', '--to', 'jsonfeed', '--house', 'desk']);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'The Lab Paper', home_page_url: 'https://paper.example/' });
  });
  test('has the content of a template of the house', async () => {
    file(dir, 'desk/house.yaml', 'extends: abab\n');
    file(dir, 'desk/feed.html.hbs', '<p>{{headline}} &amp; more</p>\n');
    const { stdout } = await copydesk(['render', 'n/a.md', '--to', 'jsonfeed', '--house', 'desk']);
    expect(JSON.parse(stdout).items[0].content_html).toBe('<p>Lab n a md &amp; more</p>');
    file(dir, 'desk/feed.html.hbs', '{{headlin}}\n');
    const failed = await copydesk(['render', 'n/a.md', '--to', 'jsonfeed', '--house', 'desk']);
    expect(failed).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/unknown name 'headlin'/) });
  });
  test('is empty in a sitemap of other days', async () => {
    const result = await copydesk(['render', 'n', '--to', 'news-sitemap', '--now', '2026-06-01T00:00:00Z']);
    expect(result).toMatchObject({ code: 0, stderr: '3 notes: 0 in news-sitemap\n' });
    expect(result.stdout).not.toContain('<url>');
  });
});

describe('stories that are left out', () => {
  beforeEach(() => {
    story('n/a.md', '2026-05-07T09:00:00Z');
    write('n/draft.md', 'status: draft\n');
    story('n/gone.md', '2026-05-07T09:00:00Z', 'status: withdrawn\n');
    story('n/later.md', '2026-05-07T09:00:00Z', 'embargo: 2999-01-01T00:00:00Z\n');
  });
  test('are counted', async () => {
    const result = await copydesk(['render', 'n', '--to', 'atom']);
    const why = '1 draft, 1 under embargo, 1 withdrawn';
    expect(result).toMatchObject({ code: 0, stderr: `4 notes: 1 in atom, 3 left out of the feed (${why})\n` });
    expect(ids(result.stdout)).toEqual(['n/a']);
  });
  test('are named by --verbose', async () => {
    const { stderr } = await copydesk(['render', 'n', '--to', 'atom', '--verbose']);
    expect(stderr).toMatch(
      /^n\/draft\.md: left out of the feed: draft\nn\/gone\.md: left out of the feed: withdrawn\n/,
    );
  });
  test('are errors as always where a post of each note is wanted', async () => {
    const { code, stderr } = await copydesk(['render', 'n', '--to', 'html', '--to', 'atom', '-d', 'site']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error: withdrawn story[\s\S]*error: under embargo until/);
    expect(stderr).toMatch(/4 notes: 2 written, 1 in atom, 1 left out of the feed \(1 draft\), 2 failed\n$/);
    expect(ids(readFileSync('site/atom.xml', 'utf8'))).toEqual(['n/a']);
  });
  test('with --force, are the drafts alone', async () => {
    const { stdout } = await copydesk(['render', 'n', '--to', 'atom', '--force']);
    expect(ids(stdout)).toEqual(['n/a', 'n/gone', 'n/later']);
  });
  test('if they are all, leave no feed', async () => {
    rmSync('n/a.md');
    const { code, stderr } = await copydesk(['render', 'n', '--to', 'atom', '-o', 'feed.xml']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^'atom' is not written, because it would list no story\n3 notes: 3 left out/);
    expect(existsSync('feed.xml')).toBe(false);
  });
});

describe('errors of a note, without which the others go on', () => {
  const good = '2026-05-07T09:00:00Z';
  beforeEach(() => story('n/a.md', good));
  test.each<[string, string, RegExp, string?]>([
    ['no date', 'url: https://x.example/', /b\.md:1:1: error: a feed needs the date of the story \[feed-entry\]/],
    ['no id and no url', `date: ${good}`, /b\.md:1:1: error: a feed needs the id or the url/],
    ['a date without a time', 'url: https://x.example/\ndate: 2026-05-07', /b\.md:5:7: error: a feed needs the time/],
    [
      'a relative image',
      `id: urn:a:b\ndate: ${good}`,
      /b\.md:8:6: error: relative URL 'c\.png' in a feed/,
      '![C](c.png)',
    ],
  ])('%s', async (_, lines, message, body = 'A.') => {
    write('n/b.md', lines, body);
    const result = await copydesk(['render', 'n', '--to', 'atom']);
    expect(result).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
    expect(result.stderr).toMatch(/2 notes: 1 in atom, 1 failed\n$/);
    expect(ids(result.stdout)).toEqual(['n/a']);
  });
  test('two notes of one id', async () => {
    story('n/b.md', good, 'id: urn:lab:1\n');
    story('n/c.md', good, 'id: urn:lab:1\n');
    const result = await copydesk(['render', 'n', '--to', 'atom']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("error: 'n/b.md' and 'n/c.md' have the same id 'urn:lab:1' in a feed\n");
    expect(result.stderr).toMatch(/3 notes: 1 in atom, 2 failed\n$/);
    expect(ids(result.stdout)).toEqual(['n/a']);
  });
  test('three notes, of which two have one url and two one id', async () => {
    story('n/b.md', good, 'id: urn:lab:1\n');
    write('n/c.md', `id: urn:lab:1\nurl: https://lab.example/n/a\ndate: ${good}`);
    const result = await copydesk(['render', 'n', '--to', 'atom']);
    expect(result.stderr).toContain("'n/a.md' and 'n/c.md' have the same url 'https://lab.example/n/a' in a feed\n");
    expect(result.stderr).toContain("'n/b.md' and 'n/c.md' have the same id 'urn:lab:1' in a feed\n");
    expect(result.stderr).toMatch(/3 notes: 3 failed\n$/);
  });
  test('two notes of one url', async () => {
    write('n/b.md', `id: urn:lab:2\nurl: https://lab.example/n/a\ndate: ${good}`);
    story('n/c.md', good);
    const result = await copydesk(['render', 'n', '--to', 'atom']);
    expect(result.stderr).toContain(
      "error: 'n/a.md' and 'n/b.md' have the same url 'https://lab.example/n/a' in a feed\n",
    );
    expect(ids(result.stdout)).toEqual(['n/c']);
  });
  test('a note without a url in a sitemap', async () => {
    write('n/b.md', `id: urn:lab:2\ndate: ${good}`);
    const result = await copydesk(['render', 'n', '--to', 'news-sitemap', '--now', good]);
    expect(result.stderr).toMatch(
      /b\.md:1:1: error: a news sitemap needs the url[\s\S]*2 notes: 1 in news-sitemap, 1 failed\n$/,
    );
  });
  test('a note that cannot be read', async () => {
    file(dir, 'n/b.md', '---\nheadline: "A\nsource: B\n---\n\nA.\n');
    expect(await copydesk(['render', 'n', '--to', 'rss'])).toMatchObject({
      code: 2,
      stdout: expect.stringMatching(/n\/a/),
    });
  });
});

describe('refused', () => {
  const refuses = async (args: string, message: string) => {
    const result = await copydesk(['render', 'n', ...args.split(' ')]);
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`error: ${message}\n`) });
  };
  beforeEach(() => story('n/a.md', '2026-05-07T09:00:00Z'));
  test.each([
    ['--to news-sitemap', "'news-sitemap' needs '--now', because it lists two days"],
    ['--to atom --now 2026-05-07T09:00:00Z', "'--now' applies only to a news sitemap"],
    ['--to news-sitemap --now yesterday', "'--now' is not an ISO 8601 time with a UTC offset: 'yesterday'"],
    ['--to news-sitemap --now 2026-05-07', "'--now' is not an ISO 8601 time with a UTC offset: '2026-05-07'"],
    ['--to news-sitemap --now 2026-02-30T09:00:00Z', "no such day '2026-02-30T09:00:00Z'"],
    ['--to atom --to rss', 'several formats need an output folder'],
    ['--to atom --template t.hbs', "'--template' does not apply to a feed"],
    ['--to atom -d site --prune', "'--prune' applies only to posts, not to feeds"],
    ['--to atm', "unknown format 'atm'"],
    ['-o feed.xml', "unknown format for 'feed.xml'"],
    ['--to atom -o n', "'n' is a folder"],
  ])('%s', refuses);
  test('a feed without the URL of a site', async () => {
    write('n/a.md', 'id: urn:a:b\ndate: 2026-05-07T09:00:00Z');
    await refuses('--to rss', 'a feed needs the URL of its site');
  });
  test('a post in the place of a feed, and the other notes go on', async () => {
    story('n/b.md', '2026-05-07T09:00:00Z', 'slug: feed\n');
    const message = "the post of 'n/b.md' and a feed have the same output file 'site/feed.json'";
    await refuses('--to json --to jsonfeed -d site', message);
    expect(JSON.parse(readFileSync('site/feed.json', 'utf8')).items).toHaveLength(1);
  });
  test('a note in the place of a feed', async () => {
    file(dir, 'site/feed.json', '{"headline": "A", "source": "B", "body": "C"}');
    await refuses('--to jsonfeed -d site', "'site/feed.json' is a note and would be overwritten");
  });
  test('a link out of the folder', async () => {
    file(dir, 'mine.xml', 'mine');
    file(dir, 'site/a', '');
    symlinkSync('../mine.xml', 'site/atom.xml');
    await refuses('--to atom -d site', "'site/atom.xml' leads outside 'site'");
    expect(readFileSync('mine.xml', 'utf8')).toBe('mine');
  });
});

test('two notes of one name make a feed, which has no use for their names', async () => {
  story('n/a.md', '2026-05-07T09:00:00Z', 'slug: same\n');
  story('n/b.md', '2026-05-08T09:00:00Z', 'slug: same\n');
  expect(await copydesk(['render', 'n', '--to', 'atom', '-d', 'site'])).toMatchObject({ code: 0 });
  expect(ids(readFileSync('site/atom.xml', 'utf8'))).toEqual(['n/b', 'n/a']);
  expect(existsSync('site/.copydesk.json')).toBe(false);
});

test('no notes make no feed', async () => {
  file(dir, 'n/README.md', '# Port\n');
  const run = ['render', 'n', '--to', 'atom', '-o', 'feed.xml'];
  expect(await copydesk(run)).toMatchObject({ code: 4, stderr: expect.stringMatching(/^no notes found in 1 file/) });
  expect(await copydesk([...run, '--allow-none'])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(existsSync('feed.xml')).toBe(false);
});

test('a note from stdin makes a feed', async () => {
  const front = 'headline: A\nsource: B\nurl: https://lab.example/a\ndate: 2026-05-07T09:00:00Z';
  const result = await copydesk(['render', '-', '--to', 'atom'], { stdin: note({ front }) });
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(ids(result.stdout)).toEqual(['a']);
});
