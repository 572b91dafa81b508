import { expect, test } from 'vitest';
import { fix } from '../../../src/fix.ts';
import { exampleNote } from '../example.ts';

/* A link with a space in its URL is the only construct with a fix: the writer meant a link. */
test.each([
  ['See [doc](my file.pdf).', 'See [doc](<my file.pdf>).'],
  ['![A](img/crane one.jpg "T")', '![A](<img/crane one.jpg> "T")'],
  ['- See [a](my a.pdf) and [b](my b.pdf).', '- See [a](<my a.pdf>) and [b](<my b.pdf>).'],
  ['See [doc](in the original).', 'See [doc](in the original).'],
  ['See `[doc](my file.pdf)`.', 'See `[doc](my file.pdf)`.'],
  ['See [doc][rep] and ==x==.', 'See [doc][rep] and ==x==.'],
])('%s becomes %s', async (body, fixed) => {
  const note = exampleNote({ body: `${body}\n\nA chipmaker opened a laboratory.` });
  const { text } = await fix(note, { rules: ['unsupported-syntax'] });
  expect(text).toBe(note.replace(body, () => fixed));
});
