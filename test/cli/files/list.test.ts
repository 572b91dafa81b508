import { expect, test } from 'vitest';
import { namesInList } from '../../../src/cli/files/list.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each<[string, string[]]>([
  ['a.md\nb.md\n', ['a.md', 'b.md']],
  ['a.md\r\nb.md', ['a.md', 'b.md']],
  ['\n\na.md\n\n', ['a.md']],
  [' a b.md \n*.md\n#c.md\n-\n', [' a b.md ', '*.md', '#c.md', '-']],
  ['\ufeffa.md\n', ['a.md']],
  ['a.md\0b\nc.md\r\0\0新闻.md', ['a.md', 'b\nc.md\r', '新闻.md']],
  ['a.md\0', ['a.md']],
  ['', []],
  ['\n\r\n', []],
])('%j', (text, names) => {
  expect(namesInList(bytes(text), 'list')).toEqual(names);
});

test.each<[string, number[], string]>([
  ['a line', [97, 10, 98, 0xff], 'list:2:2: invalid UTF-8'],
  ['a name between NULs', [97, 0, 98, 0xff, 0], 'name 2 in list is not valid UTF-8'],
  ['UTF-16', [0xff, 0xfe, 97, 0, 10, 0], 'list is UTF-16, not UTF-8'],
])('not UTF-8: %s', (_, list, message) => {
  expect(() => namesInList(new Uint8Array(list), 'list')).toThrow(message);
});

test('ten thousand names', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `notes/${at}.md`);
  expect(namesInList(bytes(names.join('\n')), 'list')).toEqual(names);
  expect(namesInList(bytes(names.join('\0')), 'list')).toEqual(names);
});
