import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeUrl } from '../../src/model/url.ts';

describe('addresses a post may link to', () => {
  it.each([
    ['https://example.com/a?b=c&d=e#f', 'https://example.com/a?b=c&d=e#f'],
    ['HTTP://EXAMPLE.com', 'HTTP://EXAMPLE.com'],
    ['mailto:desk@example.com', 'mailto:desk@example.com'],
    ['//cdn.example.com/a.png', '//cdn.example.com/a.png'],
    ['/news/one', '/news/one'],
    ['../a.html', '../a.html'],
    ['?page=2', '?page=2'],
    ['#laws', '#laws'],
    ['', ''],
    ['page.html?at=12:30', 'page.html?at=12:30'],
    ['./12:30', './12:30'],
  ])('%s', (href, expected) => expect(safeUrl(href)).toBe(expected));
});

describe('percent-encoding is that of CommonMark', () => {
  it.each([
    ['a space', 'https://example.com/a b', 'https://example.com/a%20b'],
    ['quotes and angle brackets', 'https://example.com/"<x>"', 'https://example.com/%22%3Cx%3E%22'],
    ['a backslash, which browsers read as a slash', '\\\\evil.example/x', '%5C%5Cevil.example/x'],
    ['brackets and braces', '/a[1]{2}|^`', '/a%5B1%5D%7B2%7D%7C%5E%60'],
    ['but not those of an IPv6 host', 'http://[::1]:8080/[a]', 'http://[::1]:8080/%5Ba%5D'],
    ['letters beyond ASCII', 'https://example.com/ä/季报', 'https://example.com/%C3%A4/%E5%AD%A3%E6%8A%A5'],
    ['what is encoded stays', 'https://example.com/%20%C3%A4', 'https://example.com/%20%C3%A4'],
    ['a lone percent sign stays', 'https://example.com/100%', 'https://example.com/100%'],
    ['half of a surrogate pair', '/a\ud800', '/a%EF%BF%BD'],
    ['an emoji', '/🚚', '/%F0%9F%9A%9A'],
    ['spaces around it go', '  https://example.com/ ', 'https://example.com/'],
    ['controls go', 'https://exa\nmple.com/\u0000a\tb', 'https://example.com/ab'],
    ['bidi marks are visible', '/a\u202eb', '/a%E2%80%AEb'],
  ])('%s', (_, href, expected) => expect(safeUrl(href)).toBe(expected));
});

describe('addresses it may not', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    '\u0001javascript:alert(1)',
    'java\u00adscript:alert(1)',
    'java\u200bscript:alert(1)',
    '\ufeffjavascript:alert(1)',
    '\u2028javascript:alert(1)',
    'java\ufe0fscript:alert(1)',
    'java\u{e0061}script:alert(1)',
    'javascript&colon;alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script&colon;alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;avascript&#58;alert(1)',
    '&#0000106avascript:alert(1)',
    '&#1;javascript:alert(1)',
    'vbscript:msgbox',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'file:///etc/passwd',
    'blob:https://example.com/x',
    'ftp://example.com',
    'view-source:https://example.com',
    'é:x',
    '12:30',
  ])('%j', (href) => expect(safeUrl(href)).toBeUndefined());

  it('judges a query as a query', () => {
    expect(safeUrl('?next=javascript:alert(1)')).toBe('?next=javascript:alert(1)');
    expect(safeUrl('/a&colon;b')).toBe('/a&colon;b');
  });
});

const piece = fc.constantFrom(
  'java',
  'script',
  'http',
  's',
  ':',
  '/',
  '&#58;',
  '&colon;',
  '\t',
  '\u200b',
  ' ',
  '%3A',
  '?',
  '季',
  '[',
);
const addresses = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece).map((pieces) => pieces.join('')),
);

describe('for any text', () => {
  it('what comes back comes back the same again', () =>
    fc.assert(
      fc.property(addresses, (href) => {
        const once = safeUrl(href);
        expect(once === undefined || safeUrl(once) === once).toBe(true);
      }),
    ));

  it('it is plain ASCII, and a browser resolves it to http, https or mailto', () =>
    fc.assert(
      fc.property(addresses, (href) => {
        const address = safeUrl(href);
        if (address === undefined) return;
        expect(address).toMatch(/^[!#-;=?-\][_a-z~]*$/i);
        if (!URL.canParse(address, 'https://base.example')) return;
        expect(['http:', 'https:', 'mailto:']).toContain(new URL(address, 'https://base.example').protocol);
      }),
    ));
});
