import { describe, expect, test } from 'vitest';
import { format } from '../../src/format.ts';
import { render } from '../../src/render.ts';
import { note } from '../cli/program.ts';

/* A reference leaves one space where words are on both sides, whether the post prints it or not, and none before a mark. */

const CASES: readonly (readonly [body: string, printed: string, dropped: string])[] = [
  ['The dogs and [^1] cats.', 'The dogs and[1] cats.', 'The dogs and cats.'],
  ['The dogs[^1] and cats.', 'The dogs[1] and cats.', 'The dogs and cats.'],
  ['The dogs [^1]and cats.', 'The dogs [1]and cats.', 'The dogs and cats.'],
  ['The dogs and\n[^1] cats.', 'The dogs and[1] cats.', 'The dogs and cats.'],
  ['The dogs and [^1]\ncats.', 'The dogs and[1] cats.', 'The dogs and cats.'],
  ['The dogs and\n[^1]\ncats.', 'The dogs and[1] cats.', 'The dogs and cats.'],
  ['The **dogs and [^1]** cats.', 'The dogs and[1] cats.', 'The dogs and cats.'],
  ['The dogs and [^1] **cats**.', 'The dogs and[1] cats.', 'The dogs and cats.'],
  ['The dogs [^1] [^2] ran.', 'The dogs[1][2] ran.', 'The dogs ran.'],
  ['The dogs ran [^1].', 'The dogs ran[1].', 'The dogs ran.'],
  ['The dogs\n[^1], it says, ran.', 'The dogs[1], it says, ran.', 'The dogs, it says, ran.'],
  ['The dogs (two [^1]) ran.', 'The dogs (two[1]) ran.', 'The dogs (two) ran.'],
  ['The dogs ran. [^1] They slept.', 'The dogs ran.[1] They slept.', 'The dogs ran. They slept.'],
  ['The dogs ran [^1]', 'The dogs ran[1]', 'The dogs ran'],
  ['[^1] The dogs ran.', '[1] The dogs ran.', 'The dogs ran.'],
  ['[^1]\nThe dogs ran.', '[1] The dogs ran.', 'The dogs ran.'],
  ['[^1]The dogs ran.', '[1]The dogs ran.', 'The dogs ran.'],
  ['[^1] [^2] The dogs ran.', '[1][2] The dogs ran.', 'The dogs ran.'],
  ['[^1]<!-- Check it. --> The dogs ran.', '[1] The dogs ran.', 'The dogs ran.'],
  ['**[^1] The dogs** ran.', '[1] The dogs ran.', 'The dogs ran.'],
  ['[^1] **The dogs** ran.', '[1] The dogs ran.', 'The dogs ran.'],
  ['[^1] 狗跑了。', '[1] 狗跑了。', '狗跑了。'],
  ['狗[^1]跑了 [^2]。', '狗[1]跑了[2]。', '狗跑了。'],
];

describe.each(CASES)('%j', (body, printed, dropped) => {
  const text = note({ body: `${body}\n\n[^1]: Register.\n\n[^2]: Archive.` });
  const rendered = (to: 'text' | 'html' | 'x' | 'markdown') => render(text, { to }).text ?? '';

  test('is printed with its space', () => {
    expect(rendered('text').split('\n')).toContain(printed);
    expect(JSON.parse(rendered('x')).posts.join('\n').split('\n')).toContain(printed);
    expect(
      rendered('markdown')
        .split('\n')
        .map((line) => line.replace(/\*\*|(?<=\[)\^/g, '')),
    ).toContain(printed);
  });

  test('is dropped with one of its spaces', () => {
    expect(rendered('html')).toContain(`<meta name="description" content="${dropped}">`);
  });

  test('is formatted and read again with its space', async () => {
    const formatted = await format(text);
    expect(render(formatted.text ?? text, { to: 'text' }).text).toBe(rendered('text'));
    expect(render(rendered('markdown'), { to: 'text' }).text?.split('\n')).toContain(printed);
  });
});

test('A reference after a hard break has its space', () => {
  const text = note({ body: 'The dogs ran.\\\n[^1] The cats slept.\n\n[^1]: Register.' });
  expect(render(text, { to: 'text' }).text?.split('\n')).toContain('[1] The cats slept.');
});
