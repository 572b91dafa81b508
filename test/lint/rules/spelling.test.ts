import { expect, test, vi } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';

async function found(body: string) {
  const { findings } = await check(exampleNote({ body }), { rules: ['spelling'] });
  return findings.map(({ message }) => message);
}

test.each([
  ["Couldd've is a word. The couldd've is misspelt.", []],
  ['The goverment met. GOVERMENT is a name.', []],
  ['The goverment met. So did the ogoverment.', ["misspelt word 'goverment'"]],
  ["The goverment met. So did the goverment's aide.", ["misspelt word 'goverment'"]],
  ['The goverment met. So did o’Goverment’s aide.', []],
])('accepts a word that the note also has as a name: %s', async (body, messages) => {
  expect(await found(body)).toEqual(messages);
});

/** How often the whole of a note with so many unknown names is searched. */
async function searches(names: number): Promise<number> {
  const letters = 'bcdfghjklmnpqrstvwxz';
  const name = (at: number) => [at, at / 20, at / 400].map((one) => letters[Math.floor(one) % 20]).join('a');
  const body = Array.from({ length: names }, (_, at) => `Q${name(at)}${name(at)} met in May.`).join(' ');
  const spies = [vi.spyOn(String.prototype, 'match'), vi.spyOn(String.prototype, 'matchAll')];
  expect(await found(body)).toEqual([]);
  const texts = spies.flatMap((spy) => spy.mock.contexts);
  vi.restoreAllMocks();
  return texts.filter((text) => String(text).length > body.length).length;
}

test('many unknown names take linear time', async () => {
  expect(await searches(2000)).toBe(await searches(200));
});
