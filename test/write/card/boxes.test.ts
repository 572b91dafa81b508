import { describe, expect, test } from 'vitest';
import { type Box, replaceTexts } from '../../../src/write/card/boxes.ts';
import { TemplateError } from '../../../src/write/index.ts';

const PLACE = 'x="1" y="-2" width="30" height="40" font-size="20"';

function boxOf(element: string): Box | undefined {
  let found: Box | undefined;
  replaceTexts(element, 'post.svg.hbs', (box) => {
    found = box;
    return '';
  });
  return found;
}

describe('a <text> of a template', () => {
  test('is a box with defaults', () => {
    expect(boxOf(`<text ${PLACE}>Lab</text>`)).toEqual({
      text: 'Lab',
      x: 1,
      y: -2,
      width: 30,
      height: 40,
      size: 20,
      minSize: 20,
      lineHeight: 1.2,
      spacing: 0,
      families: [],
      anchor: 'start',
      align: 'top',
      direction: 'ltr',
      attributes: '',
    });
  });
  test('has fonts, sizes and a place of its own, and passes on the rest', () => {
    const more = `min-font-size="10" line-height="1.5" letter-spacing="1" font-family="Brand-Bold, 'serif'" text-anchor="end"
      vertical-align="bottom" direction="rtl" fill="#123" class='a>b'`;
    expect(boxOf(`<text ${PLACE} ${more}>Lab</text>`)).toMatchObject({
      minSize: 10,
      lineHeight: 1.5,
      spacing: 0.05,
      families: ['brand-bold', 'serif'],
      anchor: 'end',
      align: 'bottom',
      direction: 'rtl',
      attributes: ` fill="#123" class='a>b'`,
    });
  });
  test.each([
    ['R&amp;D &lt;b&gt; &quot;a&quot; &#x27;b&#x27; &#8212;', `R&D <b> "a" 'b' —`],
    ['&amp;lt;', '&lt;'],
    ['\n  Lab \n opens\u2028', 'Lab opens'],
    ['5\u202fkm, 5\u00a0km, 5\u2011km', '5\u00a0km, 5\u00a0km, 5\u2010km'],
    ['e\u0301', 'é'],
    ['中\u3000文', '中\u3000文'],
  ])('%j is the text %j', (content, text) => {
    expect(boxOf(`<text ${PLACE}>${content}</text>`)?.text).toBe(text);
  });
  test('without text prints nothing', () => {
    expect(replaceTexts(`<g><text ${PLACE}> </text><text/></g>`, 't', () => 'x')).toBe('<g></g>');
  });
  test.each([
    ['<text y="1" width="1" height="1" font-size="1">a</text>', "t: a <text> needs a number as its 'x'"],
    ['<text x="1" y="1" width="50%" height="1" font-size="1">a</text>', "t: a <text> needs a number as its 'width'"],
    [`<text ${PLACE.replace('20', '0')}>a</text>`, "t: a <text> needs a number as its 'font-size'"],
    [`<text ${PLACE}>a <tspan>b</tspan></text>`, 't: a <text> has elements inside'],
  ])('%s is refused', (element, message) => {
    const replace = () => replaceTexts(element, 't', () => '');
    expect(replace).toThrow(TemplateError);
    expect(replace).toThrow(message);
  });
});
