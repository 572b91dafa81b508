import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { render } from '../../../src/index.ts';
import { copydesk, file, folder, note } from '../program.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

const FRONT = 'headline: Lab Opens\nsource: The Lab';
const identified = note({ front: `${FRONT}\nid: urn:example:lab` });
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe('a note that ninjs cannot print', () => {
  test('gives a message with its position, and the others go on', async () => {
    file(dir, 'n/a.md', note());
    file(dir, 'n/b.md', identified);
    expect(await copydesk(['render', 'n', '--to', 'ninjs', '--to', 'text', '-d', 'out'])).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        "n/a.md:1:1: error: missing id: ninjs identifies a story by its 'id' or 'url' [missing-id]",
        '> 1 | ---',
        '    | ^^^',
        '  2 | headline: Lab Opens',
        "  Write 'id: …' or 'url: …' in the front matter.",
        '2 notes: 1 written, 1 failed',
        '',
      ].join('\n'),
    });
    expect(
      readdirSync('out')
        .filter((name) => name !== '.copydesk.json')
        .sort(),
    ).toEqual(['a.txt', 'b.ninjs.json', 'b.txt']);
  });

  test.each([
    [
      'image: { url: a.jpg }\nid: urn:a',
      "<stdin>:4:15: error: relative image 'a.jpg' in a note without a URL [relative-image]",
    ],
    ['id: x://a:b', '<stdin>:4:5: error: id must be a URI [wrong-type]'],
    ['url: https://a:b/c', '<stdin>:4:6: error: url must be a URI [wrong-type]'],
  ])('%s', async (more, message) => {
    const text = note({ front: `${FRONT}\n${more}` });
    const { code, stdout, stderr } = await copydesk(['render', '--to', 'ninjs'], { stdin: text });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
  });

  test('can be YAML or JSON', async () => {
    const text = JSON.stringify({ headline: 'H', source: 'S', body: 'B.', insight: ['I.'], laws: ['L.'] });
    const { code, stderr } = await copydesk(['render', '--to', 'ninjs'], { stdin: text });
    expect(code).toBe(1);
    expect(stderr).toContain("<stdin>:1:2: error: missing id: ninjs identifies a story by its 'id' or 'url'");
    const yaml = `${FRONT}\nbody: B.\ninsight: [I.]\nlaws: [L.]\nid: urn:a\nimage: { url: a.jpg }\n`;
    const result = await copydesk(['render', '--to', 'ninjs', '--stdin-filepath', 'a.yaml'], { stdin: yaml });
    expect(result.stderr).toMatch(/^a\.yaml:7:15: error: relative image/);
  });

  test('is a diagnostic of the library', () => {
    const { text, diagnostics } = render(note(), { to: 'ninjs', path: 'a.md' });
    expect(text).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'missing-id', severity: 'error', span: { start: 0, end: 3 } }]);
    expect(diagnostics[0]?.source.path).toBe('a.md');
  });
});

describe('the name of a file', () => {
  test('sets the format: .json is JSON, .ninjs.json is ninjs', async () => {
    file(dir, 'a.md', identified);
    for (const name of ['story.json', 'story.ninjs.json', 'ninjs.json'])
      expect((await copydesk(['render', 'a.md', '-o', name])).code).toBe(0);
    expect(read('story.json')).toHaveProperty('headline');
    expect(read('ninjs.json')).toHaveProperty('headline');
    expect(read('story.ninjs.json')).toHaveProperty('uri', 'urn:example:lab');
  });

  test('stays the same in a second run, which renders nothing', async () => {
    file(dir, 'n/a.md', identified);
    const args = ['render', 'n', '--to', 'ninjs', '-d', 'out', '--prune'];
    expect((await copydesk(args)).code).toBe(0);
    file(dir, 'n/b.md', identified);
    expect((await copydesk(args)).stderr).toBe('2 notes: 1 written, 1 unchanged\n');
    expect(readdirSync('out').sort()).toEqual(['.copydesk.json', 'a.ninjs.json', 'b.ninjs.json']);
  });

  test('is not that of the JSON of another note', async () => {
    file(dir, 'a.md', identified);
    file(dir, 'a.ninjs.md', identified);
    const both = await copydesk(['render', 'a.md', 'a.ninjs.md', '--to', 'json', '--to', 'ninjs', '-d', 'out']);
    expect(both.code).toBe(2);
    expect(both.stderr).toContain("'a.md' and 'a.ninjs.md' have the same output file 'out/a'\n");
    expect(existsSync('out')).toBe(false);
    expect((await copydesk(['render', 'a.md', 'a.ninjs.md', '--to', 'json', '-d', 'out'])).code).toBe(0);
    expect(readdirSync('out').sort()).toEqual(['a.json', 'a.ninjs.json']);
  });
});

test('has no template', async () => {
  const { code, stderr } = await copydesk(['render', '--template', 'x.hbs', '--to', 'ninjs'], { stdin: identified });
  expect(code).toBe(2);
  expect(stderr).toMatch(/Use one --to: markdown, html, text\b(?!.*ninjs)/);
});
