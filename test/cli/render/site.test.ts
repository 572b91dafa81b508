import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';
import { filesIn } from './forge.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

function story(name: string, lines: string, body = 'A lab opened. It is small.'): void {
  file(dir, name, note({ front: `headline: Lab ${name.replace(/\W/g, ' ')}\nsource: The Lab\n${lines}`, body }));
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** The values of every `href` and `src` in a page. */
function linksIn(html: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('attrs' in node)
      for (const { name, value } of node.attrs) if (name === 'href' || name === 'src') found.push(value);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

/** The files that the relative links of a page lead to. */
function targetsOf(page: string): readonly string[] {
  const local = linksIn(readFileSync(page, 'utf8')).filter((url) => !/^(?:[a-z]+:|\/|#)/.test(url));
  return local.map((url) => join(dirname(page), decodeURIComponent(url.replace(/[?#].*/, ''))));
}

const storiesIn = (html: string) => [...html.matchAll(/<h2><a href="(.*?)"/g)].map(([, url = '']) => url);
const SITE = ['--to', 'html', '--to', 'index', '-d', 'site'];

describe('a link to the file of another note', () => {
  const links = 'A [dock](sub/dock.md#fn), a [pier](<sub/my pier.md?x>), [no note](README.md) and [none](none.md).';
  const url = 'url: https://lab.example/n/lab\n';
  beforeEach(() => {
    story('n/lab.md', url, links);
    story('n/sub/dock.md', 'slug: big-dock\nurl: https://lab.example/2026/dock\n', 'Back to the [lab](../lab.md).');
    story('n/sub/my pier.md', '');
    file(dir, 'n/README.md', '# A README\n');
  });
  test('leads to its page, and in Markdown to its post', async () => {
    const result = await copydesk(['render', 'n', ...SITE, '--to', 'markdown']);
    expect(result.stderr).toMatch(/3 notes: 3 written, 3 in index/);
    const local = linksIn(readFileSync('site/lab.html', 'utf8')).filter((link) => !/^https:|^index/.test(link));
    expect(local).toEqual(['sub/big-dock.html#fn', 'sub/my%20pier.html', 'README.md', 'none.md']);
    expect(linksIn(readFileSync('site/sub/big-dock.html', 'utf8'))).toContain('../lab.html');
    expect(readFileSync('site/lab.md', 'utf8')).toContain('A [dock](sub/big-dock.md#fn), a [pier](sub/my%20pier.md)');
  });
  test('leads to its url where there is no page', async () => {
    for (const format of ['atom', 'rss', 'x', 'email']) {
      story('n/lab.md', `${url}date: 2026-05-07T09:00:00Z\n`, links);
      const { stdout } = await copydesk(['render', 'n/lab.md', '--to', format]);
      const text = stdout.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
      expect(text, format).toContain('https://lab.example/2026/dock#fn');
      expect(text, format).toContain('https://lab.example/n/sub/my%20pier.md?x');
    }
    const { stdout } = await copydesk(['render', 'n/lab.md', '--to', 'json']);
    expect(stdout).toContain('"sub/dock.md#fn"');
  });
  test('follows a new slug, although the note with the link is the same', async () => {
    await copydesk(['render', 'n', ...SITE]);
    story('n/sub/dock.md', 'slug: dock\n');
    await copydesk(['render', 'n', '--to', 'html', '-d', 'site']);
    expect(linksIn(readFileSync('site/lab.html', 'utf8'))).toContain('sub/dock.html#fn');
  });
});

describe('a site', () => {
  beforeEach(() => {
    const feed = (name: string) => `url: https://lab.example/${name}\n`;
    story('n/old.md', `${feed('old')}date: 2026-05-06T09:00:00Z\nimage: { url: img/a.png, alt: A crane }`);
    story(
      'n/2026/new one.md',
      `${feed('new')}date: 2026-05-08T09:00:00Z\nimage: { url: "b c.png", alt: A dock }`,
      '![C](c.png)',
    );
    story('n/港口.md', `${feed('port')}date: 2026-05-07T09:00:00Z\nsection: Ports`);
    for (const name of ['n/img/a.png', 'n/2026/b c.png', 'n/2026/c.png']) file(dir, name, 'PNG');
  });
  test('links every page and every image, from the index and back', async () => {
    const feeds = ['--to', 'atom', '--to', 'rss', '--to', 'jsonfeed'];
    const result = await copydesk(['render', 'n', ...SITE, ...feeds]);
    const counts = '3 written, 3 in atom, 3 in rss, 3 in jsonfeed, 3 in index';
    expect(result).toEqual({ code: 0, stdout: '', stderr: `3 notes: ${counts}\n` });
    const pages = Object.keys(filesIn('site')).filter((name) => name.endsWith('.html'));
    expect(pages.sort()).toEqual(['2026/new one.html', 'index.html', 'old.html', '港口.html']);
    const reached = new Set(['site/index.html']);
    for (const page of reached)
      for (const target of page.endsWith('.html') ? targetsOf(page) : []) {
        expect(existsSync(target), `${page} links to ${target}`).toBe(true);
        reached.add(target);
      }
    const files = Object.keys(filesIn('site')).filter((name) => statSync(join('site', name)).isFile());
    const shown = files.filter((name) => !name.startsWith('.'));
    expect([...reached].sort()).toEqual(shown.map((name) => `site/${name}`).sort());
  });
  test('lists the newest story first, with its image, section and first sentence', async () => {
    await copydesk(['render', 'n', ...SITE]);
    const html = readFileSync('site/index.html', 'utf8');
    expect(storiesIn(html)).toEqual(['2026/new%20one.html', '%E6%B8%AF%E5%8F%A3.html', 'old.html']);
    expect(html).toContain('<img src="2026/b%20c.png" alt="A dock">');
    expect(html).toContain('<p class="kicker">Ports</p>');
    expect(html).toContain('<p>A lab opened.</p>');
    expect(html).toContain('<time datetime="2026-05-08T09:00:00Z">May 8, 2026</time>');
  });
  test('is the same bytes, in any order and with any number of threads', async () => {
    await copydesk(['render', 'n', ...SITE, '--jobs', '1']);
    const index = readFileSync('site/index.html', 'utf8');
    await copydesk(['render', 'n/港口.md', 'n/2026', 'n/old.md', ...SITE.slice(0, -1), 'other', '--jobs', '2']);
    expect(storiesIn(readFileSync('other/index.html', 'utf8'))).toEqual(
      storiesIn(index).map((url) => url.replace('2026/', '')),
    );
    await copydesk(['render', 'n', ...SITE]);
    expect(readFileSync('site/index.html', 'utf8')).toBe(index);
  });
  test('has pages that do not lead to an index if there is none', async () => {
    await copydesk(['render', 'n', ...SITE]);
    expect(linksIn(readFileSync('site/2026/new one.html', 'utf8'))).toContain('../index.html');
    await copydesk(['render', 'n', '--to', 'html', '-d', 'site']);
    expect(linksIn(readFileSync('site/2026/new one.html', 'utf8'))).not.toContain('../index.html');
  });
});

describe('stories that are left out', () => {
  test('are drafts, withdrawn and under embargo, and are counted', async () => {
    story('n/a.md', 'date: 2026-05-07');
    story('n/draft.md', 'status: draft');
    story('n/gone.md', 'status: withdrawn');
    story('n/later.md', 'embargo: 2999-01-01T00:00:00Z');
    const result = await copydesk(['render', 'n', ...SITE]);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/4 notes: 2 written, 1 in index, 1 left out of the index \(1 draft\), 2 failed\n$/);
    expect(storiesIn(readFileSync('site/index.html', 'utf8'))).toEqual(['a.html']);
  });
  test('leave a site without an index if they are all', async () => {
    story('n/draft.md', 'status: draft');
    const { code, stderr } = await copydesk(['render', 'n', ...SITE, '--verbose']);
    expect(code).toBe(1);
    expect(stderr).toContain("'index' is not written, because it would list no story\n");
    expect(stderr).toContain('n/draft.md: left out of the index: draft\n');
    expect(existsSync('site/index.html')).toBe(false);
  });
  test('by a feed, which needs more, are in the index', async () => {
    story('n/a.md', 'date: 2026-05-07');
    const { code, stderr } = await copydesk(['render', 'n', ...SITE, '--to', 'atom']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/a feed needs the id or the url/);
    expect(storiesIn(readFileSync('site/index.html', 'utf8'))).toEqual(['a.html']);
  });
  test('are not linked if their page could not be written', async () => {
    story('n/a.md', 'date: 2026-05-07');
    story('n/b.md', 'image: { url: none.png, alt: A }');
    expect((await copydesk(['render', 'n', ...SITE])).code).toBe(1);
    expect(storiesIn(readFileSync('site/index.html', 'utf8'))).toEqual(['a.html']);
  });
});

describe('an index without pages', () => {
  test('links to the URLs of the stories, on stdout and in a file', async () => {
    story('n/a.md', 'url: https://lab.example/a\nimage: { url: a.png, alt: A }');
    const { code, stdout } = await copydesk(['render', 'n', '--to', 'index']);
    expect(code).toBe(0);
    expect(linksIn(stdout)).toEqual(['https://lab.example/a', 'https://lab.example/a.png']);
    await copydesk(['render', 'n', '--to', 'index', '-o', 'index.html']);
    expect(readFileSync('index.html', 'utf8')).toBe(stdout);
  });
  test('needs them', async () => {
    story('n/a.md', 'date: 2026-05-07');
    const { code, stderr } = await copydesk(['render', 'n', '--to', 'index']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/n\/a\.md:1:1: error: an index needs the page or the url of the story \[feed-entry\]/);
  });
  test('is a fragment with --fragment', async () => {
    story('n/a.md', 'url: https://lab.example/a');
    const { stdout } = await copydesk(['render', 'n', '--to', 'index', '--fragment']);
    expect(stdout).toMatch(/^<div class="stories">\n<article class="story" lang="en" dir="ltr">/);
  });
});

describe('the house', () => {
  test('prints the index by its own template and style', async () => {
    story('n/a.md', 'date: 2026-05-07');
    file(dir, 'desk/house.yaml', 'extends: abab\npublisher: { name: The Lab Paper }\n');
    file(dir, 'desk/index.html.hbs', '{{#each stories}}{{url}} {{@root.house.publisher.name}}{{/each}}\n');
    await copydesk(['render', 'n', ...SITE, '--house', 'desk']);
    expect(readFileSync('site/index.html', 'utf8')).toBe('a.html The Lab Paper\n');
  });
  test('of most stories prints it, in their language', async () => {
    for (const name of ['a', 'b']) story(`n/${name}.md`, 'lang: zh');
    await copydesk(['render', 'n', ...SITE]);
    expect(readFileSync('site/index.html', 'utf8')).toContain('<html lang="zh" dir="ltr">');
    story('n/c.md', 'lang: en');
    await copydesk(['render', 'n', ...SITE]);
    expect(readFileSync('site/index.html', 'utf8')).toContain('<html lang="en" dir="ltr">');
  });
  test.each([
    ['{{storys}}', "unknown name 'storys'"],
    ['{{#each stories}}{{headlin}}{{/each}}', 'has no'],
    ['{{> card}}', "unknown partial 'card'"],
  ])('with %s in its template is an error', async (template, message) => {
    story('n/a.md', 'date: 2026-05-07');
    file(dir, 'desk/house.yaml', 'extends: abab\n');
    file(dir, 'desk/index.html.hbs', `${template}\n`);
    const { code, stderr } = await copydesk(['render', 'n', ...SITE, '--house', 'desk']);
    expect(code).toBe(2);
    expect(stderr).toContain('desk/index.html.hbs:1:');
    expect(stderr).toContain(message);
  });
  test('with a template that fails while it runs is an error, and the pages are written', async () => {
    story('n/a.md', 'date: 2026-05-07');
    file(dir, 'desk/house.yaml', 'extends: abab\n');
    file(dir, 'desk/index.html.hbs', '{{#each stories}}{{> one}}{{/each}}\n');
    file(dir, 'desk/one.html.hbs', '{{jsonLd}}\n');
    const { code, stderr } = await copydesk(['render', 'n', ...SITE, '--house', 'desk']);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown name 'jsonLd'");
    expect(existsSync('site/a.html')).toBe(true);
  });
});

describe('refused', () => {
  test.each([
    [['--to', 'index', '--template', 't.hbs'], "'--template' does not apply to an index"],
    [['--to', 'index', '--to', 'html'], 'several formats need an output folder'],
    [['--to', 'indx'], "unknown format 'indx'"],
  ])('%j', async (args, message) => {
    story('n/a.md', '');
    expect(await copydesk(['render', 'n', ...args])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });
  test('a page in the place of the index, and the others go on', async () => {
    story('n/a.md', '');
    story('n/index.md', '');
    const { code, stderr } = await copydesk(['render', 'n', ...SITE]);
    expect(code).toBe(2);
    expect(stderr).toContain(
      "error: the post of 'n/index.md' and the index have the same output file 'site/index.html'\n",
    );
    expect(storiesIn(readFileSync('site/index.html', 'utf8'))).toEqual(['a.html']);
  });
  test('a note that the index would replace', async () => {
    story('n/a.md', 'url: https://a.example/');
    writeFileSync('index.md', '---\nheadline: A\n---\n');
    const { code, stderr } = await copydesk(['render', 'n', '--to', 'index', '-o', 'index.md']);
    expect(code).toBe(2);
    expect(stderr).toContain("'index.md' is a note and would be overwritten");
  });
});
