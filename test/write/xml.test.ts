import { expect, test } from 'vitest';
import { element, escapeXml, escapeXmlAttribute, xmlDocument } from '../../src/write/xml.ts';

test.each([
  ['markup', `<a href="x">R&D's ]]></a>`, '&lt;a href=&quot;x&quot;&gt;R&amp;D&apos;s ]]&gt;&lt;/a&gt;'],
  ['a reference', '&amp;', '&amp;amp;'],
  ['a carriage return', 'a\r\nb', 'a&#13;\nb'],
  ['tabs and line feeds', 'a\tb\nc', 'a\tb\nc'],
  ['control characters', 'a\0b\u0008c\u000bd\u001fe', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
  ['noncharacters', '\ufffe\uffff', '\ufffd\ufffd'],
  ['half of a surrogate pair', '\ud83d a \ude80', '\ufffd a \ufffd'],
  ['a whole one', '🚀', '🚀'],
  ['control characters that XML allows', '\u007f\u0085', '\u007f\u0085'],
])('text: %s', (_, text, escaped) => expect(escapeXml(text)).toBe(escaped));

test('an attribute keeps its tabs and line feeds', () => {
  expect(escapeXmlAttribute('a\tb\nc\r"<')).toBe('a&#9;b&#10;c&#13;&quot;&lt;');
});

test('an element leaves out what is undefined', () => {
  const root = element('a', { b: undefined, c: '1' }, element('d', {}, 'x<y'), undefined, [element('e', {})]);
  expect(xmlDocument(root)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a c="1">\n<d>x&lt;y</d>\n<e/>\n</a>\n');
});
