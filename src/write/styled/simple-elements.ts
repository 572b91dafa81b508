import {
  attributeOf,
  classesOf,
  elementsIn,
  type PageElement,
  type PageParent,
  replace,
  setAttribute,
  textNode,
} from './tree.ts';

/** Elements that mail programs and WeChat do not know, or show as another. */
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'div',
  'figcaption',
  'figure',
  'footer',
  'header',
  'main',
  'nav',
  'section',
]);
const WORDS = new Set(['abbr', 'cite', 'label', 'mark', 'small', 'time']);

/**
 * Renames elements that few programs know to a block and a `span`, which look the same once they have their styles. Their
 * names become classes. The box of a task becomes a character.
 */
export function simplifyElements(page: PageParent, block: 'div' | 'section'): void {
  for (const element of elementsIn(page)) {
    const { tagName } = element;
    if (BLOCKS.has(tagName) && tagName !== block) rename(element, block);
    else if (WORDS.has(tagName)) rename(element, 'span');
    else if (tagName === 'input') replace(element, textNode(attributeOf(element, 'checked') === undefined ? '☐' : '☑'));
  }
}

function rename(element: PageElement, name: string): void {
  // Only `time` has it.
  setAttribute(element, 'datetime', '');
  setAttribute(element, 'class', [...classesOf(element), element.tagName].join(' '));
  element.tagName = name;
  element.nodeName = name;
}
