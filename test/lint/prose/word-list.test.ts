import { expect, test } from 'vitest';
import { listed, WordList } from '../../../src/lint/prose/word-list.ts';

test.each([
  ['TK said it, tk did not', ['TK'], ['TK']],
  ['Experts  say so', ['experts say'], ['Experts  say']],
  ['experts saying so', ['experts say'], []],
  ['the re-use of use, use-case', ['use'], ['use']],
  ['this week and last-week', ['last week', 'this week'], ['this week']],
  ['据悉，本周', ['本周', '据悉'], ['据悉', '本周']],
  ["it can't, as a lab's can", ['can', 'lab'], ['lab', 'can']],
  ['an AI Lab, an ai lab, AI', ['AI Lab', 'ai'], ['AI Lab', 'ai', 'AI']],
  ['слово, слова', ['слов', 'слово'], ['слово']],
  ['60% of C++', ['%', 'C', 'C++'], ['%', 'C++']],
  ['nothing', [], []],
])('in %j, the list %j matches %j', (text, list, found) => {
  expect([...listed(text, list)].map((one) => one.found)).toEqual(found);
});

test.each([
  ['A re-use, a Use.', undefined, ['use', 'Use']],
  ['A USE.', false, []],
  ['A USE.', true, ['USE']],
])('in %j, the list of a house rule with ignoreCase %j matches %j', (text, ignoreCase, found) => {
  expect(new WordList(['use'], { ignoreCase }).find(text).map((one) => one.found)).toEqual(found);
});
