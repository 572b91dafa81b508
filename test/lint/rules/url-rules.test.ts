import { expect, test } from 'vitest';
import { fix } from '../../../src/fix.ts';
import { exampleNote } from '../example.ts';

test.each([
  ['See https://lab.example/a_b.', 'See <https://lab.example/a_b>.'],
  ['See *https://lab.example/x* and **more**.', 'See *<https://lab.example/x>* and **more**.'],
  ['See (https://lab.example/x), please.', 'See (<https://lab.example/x>), please.'],
  ['> See https://lab.example/x.', '> See https://lab.example/x.'],
  ['She said, "See https://lab.example/x."', 'She said, "See https://lab.example/x."'],
  ['See www.lab.example.', 'See www.lab.example.'],
  ['见https://lab.example/x，谢谢。', '见https://lab.example/x，谢谢。'],
])('fixes %s', async (body, expected) => {
  const { text } = await fix(exampleNote({ body }), { rules: ['bare-url'] });
  expect(text).toBe(exampleNote({ body: expected }));
});
