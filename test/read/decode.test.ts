import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/read/decode.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test('well-formed text comes back whole, with its byte order mark and line ends', () => {
  const text = '\ufeff---\r\nheadline: 认知 👩‍👧\n\rend';
  expect(decode(Buffer.from(text))).toEqual({ kind: 'text', text });
  expect(decode(new Uint8Array())).toEqual({ kind: 'text', text: '' });
});

// Written as Latin-1: one character, one byte.
const BAD: readonly (readonly [what: string, text: string, found: object])[] = [
  ['Latin-1', '---\nh\xe9 \xff\n', { kind: 'invalid', byte: 0xe9, offset: 5, line: 2, column: 2 }],
  ['at the start', '\xff', { kind: 'invalid', byte: 0xff, offset: 0, line: 1, column: 1 }],
  ['after Han', '\xe8\xae\xa4\xe7\x9f\xa5\xfe', { kind: 'invalid', byte: 0xfe, offset: 6, line: 1, column: 3 }],
  [
    'after an emoji of two units',
    '\xf0\x9f\x98\x80\x80',
    { kind: 'invalid', byte: 0x80, offset: 4, line: 1, column: 3 },
  ],
  ['cut off', 'ab\xe8\xae', { kind: 'invalid', byte: 0xe8, offset: 2, line: 1, column: 3 }],
  ['overlong', 'a\xc0\xaf', { kind: 'invalid', byte: 0xc0, offset: 1, line: 1, column: 2 }],
  ['overlong of three', '\xe0\x80\xaf', { kind: 'invalid', byte: 0xe0, offset: 0, line: 1, column: 1 }],
  ['a surrogate', '\xed\xa0\x80', { kind: 'invalid', byte: 0xed, offset: 0, line: 1, column: 1 }],
  ['beyond Unicode', '\xf4\x90\x80\x80', { kind: 'invalid', byte: 0xf4, offset: 0, line: 1, column: 1 }],
  ['after CRLF', 'a\r\nb\r\nc\x80', { kind: 'invalid', byte: 0x80, offset: 7, line: 3, column: 2 }],
  ['after a lone CR', 'a\rb\x80', { kind: 'invalid', byte: 0x80, offset: 3, line: 2, column: 2 }],
  ['a BOM is no column', '\xef\xbb\xbfa\x80', { kind: 'invalid', byte: 0x80, offset: 4, line: 1, column: 2 }],
  ['NUL', 'ab\nc\0', { kind: 'nul', byte: 0, offset: 4, line: 2, column: 2 }],
  ['NUL before a bad byte', 'a\0\xff', { kind: 'nul', byte: 0, offset: 1, line: 1, column: 2 }],
  ['a bad byte before NUL', 'a\xff\0', { kind: 'invalid', byte: 0xff, offset: 1, line: 1, column: 2 }],
  ['UTF-16, little-endian', '\xff\xfea\0', { kind: 'utf-16', byte: 0xff, offset: 0, line: 1, column: 1 }],
  ['UTF-16, big-endian', '\xfe\xff\0a', { kind: 'utf-16', byte: 0xfe, offset: 0, line: 1, column: 1 }],
  ['UTF-16 without its mark', 'a\0b\0', { kind: 'nul', byte: 0, offset: 1, line: 1, column: 2 }],
];

test.each(BAD)('%s is refused with its place', (_, text, found) => {
  expect(decode(bytes(text))).toEqual(found);
});

test('accepts what the platform calls UTF-8, and no other bytes', () => {
  const soup = fc.uint8Array({ min: 0x01, maxLength: 12 });
  const nearly = fc
    .tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.integer({ min: 0x80, max: 0xff }))
    .map(([text, at, byte]) => {
      const encoded = Buffer.from(text.replaceAll('\0', ''));
      if (encoded.length > 0) encoded[at % encoded.length] = byte;
      return new Uint8Array(encoded);
    });
  fc.assert(
    fc.property(fc.oneof(soup, nearly), (input) => {
      const found = decode(input);
      if (found.kind === 'utf-16') return;
      expect(found.kind).toBe(isUtf8(input) ? 'text' : 'invalid');
      if (found.kind === 'text') return;
      // All before the place is good, and no more than a whole character later it is not.
      expect(isUtf8(input.subarray(0, found.offset))).toBe(true);
      for (let end = found.offset + 1; end <= input.length; end++) {
        expect(isUtf8(input.subarray(found.offset, end))).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});
