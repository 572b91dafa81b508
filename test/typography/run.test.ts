import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/model/article.ts';
import { editRun, flatten, maskRun, rebuild } from '../../src/typography/index.ts';

const IMAGE = '\ufffc';
const VERBATIM = '\ufdd0';

const text = (value: string): Inline => ({ type: 'text', text: value });
const inlines: Inline[] = [
  text('See '),
  { type: 'em', tokens: [text('the '), { type: 'strong', tokens: [text('desk')] }] },
  { type: 'codespan', text: 'x y' },
  { type: 'br' },
  { type: 'image', href: '/a', text: 'alt' },
  { type: 'link', href: 'mailto:a@b.example', tokens: [text('a@b.example')] },
  { type: 'link', href: '/c', tokens: [text('there')] },
  text(' at https://a.example/b, or a@b.example.'),
];

describe('a run', () => {
  it('is the text of its inlines, with masks', () => {
    expect(flatten(inlines).text).toBe(
      `See the desk${VERBATIM}\n${IMAGE}${VERBATIM}there at https://a.example/b, or a@b.example.`,
    );
  });
  it('masks addresses unit by unit', () => {
    const { text: masked } = maskRun(flatten([text('at https://a.example/b, or a@b.example.')]));
    expect(masked).toBe(`at ${VERBATIM.repeat(19)}, or ${VERBATIM.repeat(11)}.`);
  });
  it('is taken apart again as it was', () => {
    expect(rebuild(inlines, flatten(inlines))).toBe(inlines);
  });
  it('takes edits across nodes: the first keeps the replacement', () => {
    const written = [text('ab'), { type: 'em', tokens: [text('cd')] } as const];
    const edited = editRun(flatten(written), [{ span: { start: 1, end: 3 }, text: 'X' }]);
    expect(edited.text).toBe('aXd');
    expect(rebuild(written, edited)).toEqual([text('aX'), { type: 'em', tokens: [text('d')] }]);
  });
  it('refuses an edit of what is fixed, or two that overlap', () => {
    const run = flatten([text('a'), { type: 'codespan', text: 'b' }]);
    expect(() => editRun(run, [{ span: { start: 1, end: 2 }, text: '' }])).toThrow(RangeError);
    const twice = { span: { start: 0, end: 1 }, text: '' };
    expect(() => editRun(run, [twice, twice])).toThrow(RangeError);
  });
});
