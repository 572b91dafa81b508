import { characterEntities } from 'character-entities';
import { decodeHTMLStrict } from 'entities';
import { expect, it } from 'vitest';
import { decodeReferences, unescapeText } from '../../../src/read/markdown/unescape.ts';

it('decodes each named character of HTML as the entities package does', () => {
  const names = Object.keys(characterEntities);
  expect(names).toHaveLength(2125);
  for (const name of names) expect(decodeReferences(`&${name};`), name).toBe(asProse(decodeHTMLStrict(`&${name};`)));
});

/** A line end that is written as a reference is a space. */
function asProse(text: string): string {
  return text === '\n' ? ' ' : text;
}

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
