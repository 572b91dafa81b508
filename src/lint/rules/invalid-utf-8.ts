import type { Rule } from '../rule.ts';

export const invalidUtf8: Rule = {
  id: 'invalid-utf-8',
  group: 'front matter',
  what: 'The file is no text in UTF-8.',
  why: 'UTF-8 is the encoding of Markdown, YAML 1.2 and JSON alike (RFC 8259). A byte that is none of it was mostly written by a program that still saves in another encoding, and guessing which one prints wrong letters.',
  severity: 'fatal',
  bad: { note: '---\nheadline: Caf\ufffd Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
  good: { note: '---\nheadline: Café Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
  // Found where bytes are decoded: a text that has been read is past it.
  check: () => [],
};
