import { expect, test } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

test.each<[string, readonly string[], string | undefined]>([
  ['titel', ['title', 'tile'], 'title'],
  ['prat', ['at', 'part'], 'part'],
  ['prat', ['part', 'at'], 'part'],
  ['laws', ['law', 'laws'], 'laws'],
  ['htm', ['html', 'text'], 'html'],
  ['x', ['url'], undefined],
  ['htlm', ['html'], 'html'],
  ['sorc', ['source'], 'source'],
  ['tcsh', ['bash', 'fish'], undefined],
])('%s among %j', (name, known, found) => {
  expect(nearest(name, known)).toBe(found);
});
