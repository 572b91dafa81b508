import type { DefaultTreeAdapterTypes } from 'parse5';

/* What the styled formats change in a printed page: elements, their attributes, and where they are. */

export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageParent = DefaultTreeAdapterTypes.ParentNode;

export function isPageElement(node: PageNode): node is PageElement {
  return 'tagName' in node;
}

/** The elements inside a node in document order, as they were before the caller changes any. */
export function elementsIn(parent: PageParent): readonly PageElement[] {
  const found: PageElement[] = [];
  const visit = ({ childNodes }: PageParent): void => {
    for (const node of childNodes) {
      if (!isPageElement(node)) continue;
      found.push(node);
      visit(node);
    }
  };
  visit(parent);
  return found;
}

export function elementsNamed(parent: PageParent, ...names: readonly string[]): readonly PageElement[] {
  return elementsIn(parent).filter(({ tagName }) => names.includes(tagName));
}

export function attributeOf({ attrs }: PageElement, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** Sets an attribute, or removes it where the value is empty. */
export function setAttribute(element: PageElement, name: string, value: string): void {
  element.attrs = element.attrs.filter((one) => one.name !== name);
  if (value !== '') element.attrs.push({ name, value });
}

export function classesOf(element: PageElement): readonly string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** The text inside a node. */
export function textIn(parent: PageParent): string {
  return parent.childNodes
    .map((node) =>
      node.nodeName === '#text' && 'value' in node ? node.value : 'childNodes' in node ? textIn(node) : '',
    )
    .join('');
}

export function textNode(value: string): PageNode {
  return { nodeName: '#text', value, parentNode: null };
}

/** A new element, which is not in the page yet. */
export function createElement(
  like: PageElement,
  name: string,
  className: string,
  content: readonly PageNode[],
): PageElement {
  const element: PageElement = {
    nodeName: name,
    tagName: name,
    attrs: className === '' ? [] : [{ name: 'class', value: className }],
    namespaceURI: like.namespaceURI,
    childNodes: [],
    parentNode: null,
  };
  append(element, content);
  return element;
}

export function append(parent: PageParent, nodes: readonly PageNode[]): void {
  for (const node of nodes) {
    node.parentNode = parent;
    parent.childNodes.push(node);
  }
}

/**
 * Puts nodes in the place of elements inside a node, in time that grows with the page. Elements among those nodes are next.
 * @param by what replaces an element; undefined for one that stays.
 */
export function replaceElements(
  parent: PageParent,
  by: (element: PageElement) => readonly PageNode[] | undefined,
): void {
  const children: PageNode[] = [];
  const add = (nodes: readonly PageNode[]): void => {
    for (const node of nodes) {
      const instead = isPageElement(node) ? by(node) : undefined;
      if (instead) add(instead);
      else {
        node.parentNode = parent;
        children.push(node);
        if (isPageElement(node)) replaceElements(node, by);
      }
    }
  };
  add(parent.childNodes);
  parent.childNodes = children;
}

/** Puts nodes in the place of a node. Without nodes, it is removed. */
export function replace(node: PageNode, ...nodes: readonly PageNode[]): void {
  const parent = node.parentNode;
  const at = parent?.childNodes.indexOf(node) ?? -1;
  if (!parent || at === -1) return;
  for (const one of nodes) one.parentNode = parent;
  parent.childNodes.splice(at, 1, ...nodes);
  node.parentNode = null;
}
