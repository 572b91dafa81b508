import {
  elementsIn,
  isPageElement,
  type PageElement,
  type PageParent,
  replace,
  textNode,
  unwrap,
} from '../../styled/tree.ts';

/** The elements that WeChat keeps, with their attributes besides `style`. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'section p span strong b em i u s del sub sup br hr h1 h2 h3 h4 h5 h6 blockquote ul li pre code table thead tbody tr'
      .split(' ')
      .map((name) => [name, []]),
  ),
  ol: ['start'],
  th: ['colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  a: ['href'],
  img: ['src', 'alt'],
};

/** Elements whose content is no text to read. */
const WITHOUT_TEXT = new Set(['iframe', 'math', 'noscript', 'object', 'script', 'style', 'svg', 'template', 'title']);

/** Removes what WeChat would remove, whatever the template of the house has: nothing else may depend on it. */
export function removeForbidden(page: PageParent): void {
  for (const element of elementsIn(page)) {
    const attributes = Object.hasOwn(ALLOWED, element.tagName) ? ALLOWED[element.tagName] : undefined;
    if (WITHOUT_TEXT.has(element.tagName)) replace(element);
    else if (attributes === undefined) unwrap(element);
    else element.attrs = element.attrs.filter(({ name }) => name === 'style' || attributes.includes(name));
    if (element.tagName === 'pre') keepSpaces(element);
  }
  removeComments(page);
}

/** WeChat's editor joins the lines of code and its spaces. */
function keepSpaces(parent: PageElement): void {
  for (const node of [...parent.childNodes]) {
    if (isPageElement(node)) keepSpaces(node);
    if (node.nodeName !== '#text' || !('value' in node)) continue;
    const lines = node.value.replace(/\n$/, '').replaceAll(' ', '\u00a0').split('\n');
    replace(
      node,
      ...lines.flatMap((line, index) => (index === 0 ? [textNode(line)] : [breakLike(parent), textNode(line)])),
    );
  }
}

function breakLike({ namespaceURI }: PageElement): PageElement {
  return { nodeName: 'br', tagName: 'br', attrs: [], namespaceURI, childNodes: [], parentNode: null };
}

function removeComments(parent: PageParent): void {
  for (const node of [...parent.childNodes]) {
    if (node.nodeName === '#comment') replace(node);
    else if (isPageElement(node)) removeComments(node);
  }
}
