import { expect } from 'vitest';
import { attribute, elementsOf, propertiesOf } from './html-text.ts';

/* What WeChat's editor keeps, as a list of its own: https://developers.weixin.qq.com and what editors of others rely on. */
const ELEMENTS = new Set(
  'section p span strong b em i u s del sub sup br hr h1 h2 h3 h4 h5 h6 blockquote ul ol li pre code table thead tbody tr th td a img'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['style', 'href', 'src', 'alt', 'start', 'colspan', 'rowspan']);
const PROPERTIES = new Set(
  [
    'background-color border border-bottom border-collapse border-left border-right border-top color direction display',
    'font-family font-size font-style font-weight letter-spacing line-height margin max-width overflow-x padding',
    'text-align text-decoration vertical-align white-space width word-break word-wrap',
  ]
    .join(' ')
    .split(' '),
);

/** Expects that WeChat keeps all of a post. */
export function expectAllowed(html: string): void {
  for (const element of elementsOf(html)) {
    expect(ELEMENTS).toContain(element.tagName);
    for (const { name } of element.attrs) expect(ATTRIBUTES).toContain(name);
    for (const property of propertiesOf(element)) expect(PROPERTIES).toContain(property);
    expect(attribute(element, 'href') ?? 'https://mp.weixin.qq.com/').toMatch(/^https?:\/\/mp\.weixin\.qq\.com\//);
    expect(attribute(element, 'src') ?? 'https://mmbiz.qpic.cn/').toMatch(/^https?:\/\/mmbiz\.q(?:pic|logo)\.cn\//);
    expect(attribute(element, 'style') ?? '').not.toMatch(/url\(|expression|javascript/i);
  }
  expect(html).not.toContain('<!--');
}
