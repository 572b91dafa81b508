import { readFileSync } from 'node:fs';
import { decodeHTMLStrict } from 'entities';
import { expect, it } from 'vitest';
import { namedCharacter } from '../../../src/read/markdown/named-characters.ts';
import { decodeReferences, unescapeText } from '../../../src/read/markdown/unescape.ts';

it('knows each named character of HTML as the entities package does', () => {
  const file = new URL('../../../src/read/markdown/named-characters.ts', import.meta.url);
  const names = readFileSync(file, 'utf8').match(/(?<=\s)[A-Za-z][A-Za-z0-9]*(?=:[0-9a-f])/g) ?? [];
  expect(new Set(names).size).toBe(2125);
  for (const name of names) expect(namedCharacter(name), name).toBe(decodeHTMLStrict(`&${name};`));
});

it.each([
  ['&amp;&lt;&gt;&quot;&apos;&nbsp;', '&<>"\'\u00a0'],
  ['&ThickSpace;&ngE;', '\u205f\u200a\u2267\u0338'],
  ['R&D, AT&T; &Amp; &nosuch; &amp &;', 'R&D, AT&T; &Amp; &nosuch; &amp &;'],
  ['&constructor; &toString; &__proto__;', '&constructor; &toString; &__proto__;'],
  ['&#65;&#x41;&#X41;&#x1F600;', 'AAA😀'],
  ['&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
  ['&#12345678; &#x1234567; &#; &#x;', '&#12345678; &#x1234567; &#; &#x;'],
  ['a&#10;b&NewLine;c&#13;d', 'a b c d'],
  ['&amp;lt;', '&lt;'],
  ['\\&amp;', '\\&'],
])('decodes %j', (text, decoded) => {
  expect(decodeReferences(text)).toBe(decoded);
});

it.each([
  ['\\&amp;', '&amp;'],
  ['&bsol;*', '\\*'],
  ['\\\\&lt;\\a', '\\<\\a'],
  ['/a\\(b\\)?c=1&amp;d=\\"', '/a(b)?c=1&d="'],
  ['\\→\\中', '\\→\\中'],
])('unescapes %j', (text, meant) => {
  expect(unescapeText(text)).toBe(meant);
});
