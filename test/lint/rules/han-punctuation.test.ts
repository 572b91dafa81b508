import { expect, test } from 'vitest';
import { fix } from '../../../src/fix.ts';
import { exampleNote } from '../example.ts';

/* Slips of an input method: full-width digits, letters and percent signs, and a mark typed twice. */
test.each([
  ['实验室有１２台机器人。', '实验室有12台机器人。'],
  ['成本上升了 20％。', '成本上升了 20%。'],
  ['成本上升了２０％。', '成本上升了20%。'],
  ['实验室使用ＡＩ。', '实验室使用AI。'],
  ['实验室开业。。人来了。', '实验室开业。人来了。'],
  ['实验室，，还有人。', '实验室，还有人。'],
  ['他走了！！真的？？', '他走了！！真的？？'],
  ['路径是 `１２`。', '路径是 `１２`。'],
  ['他说：“有１２台。”', '他说：“有１２台。”'],
])('%s → %s', async (body, right) => {
  const note = exampleNote({ body, house: 'abab-zh' });
  const { text } = await fix(note, { rules: ['han-punctuation'], house: 'abab-zh', unsafe: true });
  expect(text).toBe(exampleNote({ body: right, house: 'abab-zh' }));
});
