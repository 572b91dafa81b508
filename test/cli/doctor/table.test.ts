import { expect, test } from 'vitest';
import { table } from '../../../src/cli/doctor/table.ts';

const ROWS = [
  ['a.md', 'house abab', 'the default house'],
  ['报道.md', 'house abab', ''],
];

test('columns are aligned by their width on a terminal', () => {
  expect(table(ROWS)).toEqual(['  a.md     house abab  the default house', '  报道.md  house abab']);
});

test('the last cell of a row that is too wide has a line of its own', () => {
  expect(table(ROWS, 40)).toEqual(table(ROWS));
  expect(table(ROWS, 39)).toEqual(['  a.md     house abab', '    the default house', '  报道.md  house abab']);
});
