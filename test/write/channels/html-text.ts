import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** The elements of HTML, as a browser reads it. */
export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(/^<!doctype/i.test(html) ? parse(html) : parseFragment(html));
  return found;
}

/** The text of an element or a whole document, without that of its style sheets. */
export function textOf(of: string | Node): string {
  const node = typeof of === 'string' ? (/^<!doctype/i.test(of) ? parse(of) : parseFragment(of)) : of;
  if ('tagName' in node && ['style', 'title'].includes(node.tagName)) return '';
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** The names of the properties in the `style` of an element. */
export function propertiesOf(element: Element): readonly string[] {
  const style = (attribute(element, 'style') ?? '').replace(/"[^"]*"|'[^']*'|\([^)]*\)/g, '');
  return style
    .split(';')
    .filter((one) => one !== '')
    .map((one) => one.slice(0, one.indexOf(':')));
}
