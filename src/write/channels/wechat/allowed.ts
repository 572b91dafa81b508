import {
  append,
  isPageElement,
  type PageElement,
  type PageNode,
  type PageParent,
  replaceElements,
  textNode,
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

/** Removes everything that WeChat would remove, so that no template relies on it. */
export function removeForbidden(page: PageParent): void {
  replaceElements(page, (element) => {
    const attributes = Object.hasOwn(ALLOWED, element.tagName) ? ALLOWED[element.tagName] : undefined;
    if (WITHOUT_TEXT.has(element.tagName)) return [];
    if (attributes === undefined) return element.childNodes;
    element.attrs = element.attrs.filter(({ name }) => name === 'style' || attributes.includes(name));
    if (element.tagName === 'pre') keepSpaces(element);
    return undefined;
  });
  removeComments(page);
}

/** WeChat's editor joins the lines of code and its spaces. */
function keepSpaces(parent: PageElement): void {
  const children: PageNode[] = [];
  for (const node of parent.childNodes) {
    if (isPageElement(node)) keepSpaces(node);
    if (node.nodeName !== '#text' || !('value' in node)) children.push(node);
    else
      for (const [index, line] of node.value.replace(/\n$/, '').replaceAll(' ', '\u00a0').split('\n').entries())
        children.push(...(index === 0 ? [] : [breakLike(parent)]), textNode(line));
  }
  parent.childNodes = [];
  append(parent, children);
}

function breakLike({ namespaceURI }: PageElement): PageElement {
  return { nodeName: 'br', tagName: 'br', attrs: [], namespaceURI, childNodes: [], parentNode: null };
}

function removeComments(parent: PageParent): void {
  parent.childNodes = parent.childNodes.filter(({ nodeName }) => nodeName !== '#comment');
  for (const node of parent.childNodes) if (isPageElement(node)) removeComments(node);
}
