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

/* Marks that readers see are warnings. */
test.each([
  ['The **lab opened in May.', ["unclosed '**' is printed as typed"]],
  ['The lab** opened in May.', ["unclosed '**' is printed as typed"]],
  ['The ** lab** opened in May.', ["unclosed '**' is printed as typed"]],
  ['The **lab ** opened in May.', ["unclosed '**' is printed as typed"]],
  ['实验室**开放了。', ["unclosed '**' is printed as typed"]],
  ['The *lab opened in May.', ["unclosed '*' is printed as typed"]],
  ['The ~~lab opened in May.', ["unclosed '~~' is printed as typed"]],
  ['The `lab opened in May.', ["unclosed '`' is printed as typed"]],
  ['See [the lab](https://a.example for more.', ["unclosed '](' is printed as typed"]],
  ['The **lab** opened in *May*, ~~June~~ and `July`.', []],
  ['**其中一款免费。**另外一款收费。', []],
  ['The price* excludes tax.\n\n*without tips', []],
  ['It is 2 ** 3, 5 * 3 and 4*x, or `**kwargs`.', []],
  ['The function takes char **argv and int *x here.', []],
  ['The \\**lab, the \\*lab, the \\~~lab and the \\`lab opened.', []],
  ["They call it ``night science'' or `night' there.", []],
  ['He rated it **** and paid f**k all, d*mn it.', []],
] as const)('%j reports %j', async (body, messages) => {
  const { findings } = await check(exampleNote({ body }), { rules: ['unsupported-syntax'] });
  expect(findings.filter(({ severity }) => severity === 'warning').map(({ message }) => message)).toEqual(messages);
});
