import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { lint } from 'markdownlint/sync';
import { describe, expect, test } from 'vitest';
import { FORMATS, readPost, render } from '../src/index.ts';

/*
 * Every note in examples/ has a post in examples/posts/ for each format but JSON, which the schema checks. Only a note with an
 * identifier has one in ninjs.
 * `UPDATE=1 npx vitest run test/examples.test.ts` writes the posts.
 */
const examples = resolve(import.meta.dirname, '../examples');
const posts = join(examples, 'posts');
const notes = readdirSync(examples).filter((name) => /\.(?:md|yaml)$/.test(name) && name !== 'README.md');
const schema = JSON.parse(readFileSync(resolve(examples, '../docs/article.schema.json'), 'utf8'));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

describe.each(notes)('%s', (name) => {
  const text = readFileSync(join(examples, name), 'utf8');
  const { post, diagnostics } = readPost(text, { path: name });

  test('is read without an error or a warning', () => {
    expect(diagnostics).toEqual([]);
    expect(post).toBeDefined();
  });

  const isIdentified = (post?.article.id ?? post?.article.url) !== undefined;
  test.each(FORMATS.filter((format) => format.name !== 'json' && (format.name !== 'ninjs' || isIdentified)))(
    'becomes its post in $name',
    ({ name: to, extensions }) => {
      const stem = post?.article.slug ?? name.replace(/\.\w+$/, '');
      const path = join(posts, stem + extensions[0]);
      const { text: printed, diagnostics: found } = render(text, { path: name, to });
      // A story can be too long for a channel.
      if (printed === undefined) {
        expect(found).toMatchObject([{ rule: 'does-not-fit' }]);
        expect(existsSync(path)).toBe(false);
        return;
      }
      if (process.env.UPDATE) writeFileSync(path, printed);
      expect(printed, relative(examples, path)).toBe(readFileSync(path, 'utf8'));
    },
  );

  test('means the same when its Markdown post is read as a note', () => {
    const markdown = render(text, { path: name }).text ?? '';
    const again = readPost(markdown);
    expect(again.diagnostics.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
    for (const to of ['text', 'markdown'] as const) {
      expect(render(markdown, { to }).text).toBe(render(text, { path: name, to }).text);
    }
  });

  test('is valid JSON by the published schema', () => {
    const article = JSON.parse(render(text, { path: name, to: 'json' }).text ?? '');
    expect(validate(article), JSON.stringify(validate.errors)).toBe(true);
  });

  test('is Markdown that markdownlint has nothing to say about', () => {
    const strings = { post: render(text, { path: name }).text ?? '' };
    // A paragraph of a post is a line.
    const found = lint({ strings, config: { default: true, MD013: false } });
    expect(found.post).toEqual([]);
  });
});

test('the sample note becomes the reference post, byte for byte', () => {
  const text = readFileSync(join(examples, 'intelligence-explosion.md'), 'utf8');
  const lines = render(text, { to: 'text' }).text?.split('\n') ?? [];
  expect(lines).toHaveLength(15);
  expect(lines.map((line) => line.split(' ').length)).toEqual([13, 28, 43, 19, 3, 3, 46, 45, 38, 67, 5, 15, 19, 21, 1]);
});

test('each name and each extension belongs to one format', () => {
  const names = FORMATS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const endings = FORMATS.flatMap(({ extensions }) => extensions);
  expect(new Set(endings).size).toBe(endings.length);
});
