import { expect, test } from 'vitest';
import { listed } from '../../../src/lint/prose/word-list.ts';

test.each([
  ['TK said it, tk did not', ['TK'], ['TK']],
  ['Experts  say so', ['experts say'], ['Experts  say']],
  ['experts saying so', ['experts say'], []],
  ['the re-use of use, use-case', ['use'], ['use']],
  ['this week and last-week', ['last week', 'this week'], ['this week']],
  ['据悉，本周', ['本周', '据悉'], ['据悉', '本周']],
  ['nothing', [], []],
])('in %j, the list %j matches %j', (text, list, found) => {
  expect([...listed(text, list)].map((one) => one.found)).toEqual(found);
});
