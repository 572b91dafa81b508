import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Places } from '../../../src/cli/lsp/places.ts';
import { createSource } from '../../../src/text/index.ts';

const TEXT = fc
  .array(fc.constantFrom('a', '😀', '实', '\n', '\r\n', '\r', '\ufeff', '\u2028', '\t'), { maxLength: 20 })
  .map((parts) => parts.join(''));

test('positions are those of the library of editors, whatever the line ends and the byte order mark are', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
      const source = createSource('a.md', text);
      const places = new Places(source);
      let offset = 0;
      for (let at = source.bom ? 1 : 0; at < text.length; at++) {
        if (text.startsWith('\r\n', at)) at++;
        offset++;
        const position = document.positionAt(at + 1);
        expect(places.position(offset)).toEqual(position);
        expect(places.offset(position)).toBe(offset);
      }
    }),
  );
});

test('a position after the end counts as the end', () => {
  const places = new Places(createSource('a.md', 'ab\nc'));
  expect(places.offset({ line: 0, character: 99 })).toBe(2);
  expect(places.offset({ line: 9, character: 0 })).toBe(4);
  expect(places.offset({ line: 0, character: 0 })).toBe(0);
});

test('an edit has the line ends of the document', () => {
  const places = new Places(createSource('a.md', 'ab\r\nc'));
  expect(places.edit({ span: { start: 3, end: 3 }, text: 'x\ny' })).toEqual({
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
    newText: 'x\r\ny',
  });
});
