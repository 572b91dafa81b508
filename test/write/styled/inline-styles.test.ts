import { parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { inlineStyles } from '../../../src/write/styled/inline-styles.ts';
import { parseStyleSheet } from '../../../src/write/styled/style-sheet.ts';

function inlined(css: string, html: string): { readonly html: string; readonly rest: string } {
  const page = parseFragment(`<style>${css}</style>${html}`);
  const rest = inlineStyles(page);
  return { html: serialize(page), rest };
}

describe('the rules of a style sheet go to the elements that they select', () => {
  test.each([
    ['an element', 'p{color:red}', '<p>a</p>', '<p style="color:red">a</p>'],
    ['a class', '.x{color:red}', '<p class="x y">a</p>', '<p class="x y" style="color:red">a</p>'],
    ['an element with a class', 'b.x{top:0}', '<p class="x"></p>', '<p class="x"></p>'],
    ['several selectors', 'i,b{top:0}', '<b></b><i></i>', '<b style="top:0"></b><i style="top:0"></i>'],
    [
      'any element around it',
      '.x b{top:0}',
      '<p class="x"><i><b></b></i></p>',
      '<p class="x"><i><b style="top:0"></b></i></p>',
    ],
    ['the parent only', 'p>b{top:0}', '<p><i><b></b></i></p>', '<p><i><b></b></i></p>'],
    [
      'a parent inside another element',
      'p i > b{top:0}',
      '<p><i><b></b></i></p>',
      '<p><i><b style="top:0"></b></i></p>',
    ],
    ['a language', 'b:lang(zh){top:0}', '<p lang="zh-Hans"><b></b></p>', '<p lang="zh-Hans"><b style="top:0"></b></p>'],
    ['no other language', 'b:lang(zh){top:0}', '<p lang="zha"><b></b></p>', '<p lang="zha"><b></b></p>'],
    ['a later rule overrides', 'b{top:0;left:0}b{top:1px}', '<b></b>', '<b style="left:0;top:1px"></b>'],
    ['a class overrides an element', '.x{top:1px}b{top:0}', '<b class="x"></b>', '<b class="x" style="top:1px"></b>'],
    [
      'the element overrides all',
      '.x{top:1px}',
      '<b class="x" style="top:2px"></b>',
      '<b class="x" style="top:2px"></b>',
    ],
    [
      'strings',
      `b{font-family:'a;b',"c}"}`.replace('}"', '"'),
      '<b></b>',
      `<b style="font-family:'a;b',&quot;c&quot;"></b>`,
    ],
    ['a URL', 'b{background:url(a;b)}', '<b></b>', '<b style="background:url(a;b)"></b>'],
    ['comments', '/* a{} */b{top:0}/* } */', '<b></b>', '<b style="top:0"></b>'],
  ])('%s', (_, css, html, expected) => {
    expect(inlined(css, html)).toEqual({ html: expected, rest: '' });
  });
});

test('what no attribute can hold stays a style sheet', () => {
  const css = '@media (prefers-color-scheme:dark){\n.x{color:red!important}\n}\na:hover{top:0}\na{left:0}';
  const { html, rest } = inlined(css, '<a class="x">b</a>');
  expect(html).toBe('<a class="x" style="left:0">b</a>');
  expect(rest).toBe('@media (prefers-color-scheme:dark){\n.x{color:red!important}\n}\na:hover{top:0}');
});

test('a style sheet that is broken off, or none, is no error', () => {
  for (const css of ['', 'p', 'p{', 'p{color', '}', '{}', '@media{', 'p{color:red']) {
    expect(() => parseStyleSheet(css)).not.toThrow();
  }
  expect(inlined('', '<p>a</p>')).toEqual({ html: '<p>a</p>', rest: '' });
});
