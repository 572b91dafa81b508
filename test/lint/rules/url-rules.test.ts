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
  // Where the URL ends, the brackets and the punctuation of the sentence begin.
  ['见https://lab.example/x，谢谢。', '见<https://lab.example/x>，谢谢。'],
  ['详见https://lab.example/x。然后看', '详见<https://lab.example/x>。然后看'],
  ['（https://lab.example/x）', '（<https://lab.example/x>）'],
  ['“https://lab.example/x”', '“<https://lab.example/x>”'],
  ['See https://lab.example/x—that is all.', 'See <https://lab.example/x>—that is all.'],
  ['See [https://lab.example/a] for more.', 'See [<https://lab.example/a>] for more.'],
  [
    'See {https://lab.example/a}, ([https://lab.example/b]).',
    'See {<https://lab.example/a>}, ([<https://lab.example/b>]).',
  ],
  ['See https://lab.example/a[1] and more.', 'See <https://lab.example/a[1]> and more.'],
  // An autolink has no escapes.
  [
    'See http://a.example/about\\_page and http://a.example/\\*x\\*y.',
    'See <http://a.example/about_page> and <http://a.example/*x*y>.',
  ],
])('fixes %s', async (body, expected) => {
  const { text } = await fix(exampleNote({ body }), { rules: ['bare-url'] });
  expect(text).toBe(exampleNote({ body: expected }));
});
