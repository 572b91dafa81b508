import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
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

test.each([
  ['A claim.[^1]', 'Define it on a line of its own, as in `[^1]: Register, page 4.`'],
  ['A claim.[^reg] B.[^register]\n\n[^register]: Page 4.', "Did you mean '[^register]'?"],
  ['A claim.[^1] B.[^2]\n\n[^2]: Page 4.', 'Define it on a line of its own, as in `[^1]: Register, page 4.`'],
])('a reference to no footnote is a warning: %j', async (body, advice) => {
  const { findings } = await check(exampleNote({ body }), { rules: ['unsupported-syntax'] });
  expect(findings).toMatchObject([{ severity: 'warning', advice }]);
});
