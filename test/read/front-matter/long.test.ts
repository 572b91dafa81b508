import { describe, expect, test, vi } from 'vitest';
import { findFences, readFrontMatter } from '../../../src/read/front-matter/index.ts';
import { keyLine, openQuote, starItem } from '../../../src/read/front-matter/yaml-lines.ts';
import { createSource } from '../../../src/text/index.ts';

const given = vi.hoisted(() => [] as string[]);

vi.mock('gray-matter', async (load) => {
  const { default: matter } = await load<{ default: (file: { content: string }, options: object) => object }>();
  const spied = (file: { content: string }, options: object): object => {
    given.push(file.content);
    return matter(file, options);
  };
  return { default: spied };
});

/** The names of the keys, or the message. */
function read(text: string): unknown {
  const result = readFrontMatter(createSource('x.md', text));
  return 'problem' in result ? result.problem.message : result.frontMatter.mapping.entries.map(({ name }) => name);
}

describe('gray-matter searches lines without a key in quadratic time, so it never sees them', () => {
  test.each([
    ['blank lines', '\n'],
    ['lines of spaces', '  \n'],
    ['comments', '#\n'],
    ['line separators', '\u2028\n'],
  ])('%s', (_, line) => {
    const key = 'headline: A\n';
    for (const yaml of [line.repeat(20_000) + key, key + line.repeat(20_000)]) {
      given.length = 0;
      read(`---\n${yaml}---\n\nText.\n`);
      expect(given).toEqual(['---\n headline: A\n---\n']);
    }
  });
});

test.each([
  ['a line that starts like a fence', '---\n---- x: y\nheadline: A\n---\n', ['---- x', 'headline']],
  ['only blank lines and comments', '---\n\n # a\n\n---\n', []],
  ['only spaces that YAML reads as text', '---\n\u00a0\n---\n', []],
])('front matter of %s reads', (_, text, names) => {
  expect(read(text)).toEqual(names);
});

describe('a line with many spaces takes linear time', () => {
  const spaces = ' '.repeat(500_000);
  test.each([
    ['after a key without a colon', () => keyLine(`a${spaces}`, 0), undefined],
    ['before the colon of a key', () => keyLine(`a${spaces}: b: c`, 0)?.key, 'a'],
    ['after a hyphen', () => keyLine(`- ${spaces}a${spaces}`, 0), undefined],
    ['before a quoted value', () => openQuote(`a${spaces}: "b`, 500_010)?.key, 'a'],
    ['in words before a quoted value', () => openQuote(`a${' b'.repeat(200_000)}${spaces}"b`, 10), undefined],
    ['above an item with an asterisk', () => starItem(`a${spaces}\n* b`, 500_002), undefined],
    ['before a block value', () => findFences(`---\na${spaces}|\n---\n`).kind, 'found'],
  ])('%s', (_, find, expected) => {
    expect(find()).toEqual(expected);
  });
});
