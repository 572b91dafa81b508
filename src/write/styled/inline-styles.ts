import { type Compound, parseDeclarations, parseStyleSheet, type StyleRule } from './style-sheet.ts';
import {
  attributeOf,
  classesOf,
  elementsNamed,
  isPageElement,
  type PageElement,
  type PageParent,
  replace,
  setAttribute,
  textIn,
} from './tree.ts';

/**
 * Writes the rules of the `<style>` elements into the attribute `style` of each element that they are for, because many
 * programs that show a story ignore or remove style sheets. Removes the `<style>` elements.
 * @returns the CSS that no attribute can hold.
 */
export function inlineStyles(page: PageParent): string {
  const sheets = elementsNamed(page, 'style');
  const { rules, rest } = parseStyleSheet(sheets.map(textIn).join('\n'));
  for (const sheet of sheets) replace(sheet);
  const byWeight = rules.toSorted((one, other) => one.weight - other.weight);
  const visit = (parent: PageParent, ancestors: readonly PageElement[]): void => {
    for (const node of parent.childNodes) {
      if (!isPageElement(node)) continue;
      const path = [...ancestors, node];
      style(node, path, byWeight);
      visit(node, path);
    }
  };
  visit(page, []);
  return rest;
}

function style(element: PageElement, path: readonly PageElement[], rules: readonly StyleRule[]): void {
  const found = new Map<string, string>();
  const own = parseDeclarations(attributeOf(element, 'style') ?? '');
  const declarations = rules.flatMap((rule) => (isFor(rule.selector, path) ? rule.declarations : []));
  for (const [property, value] of [...declarations, ...own]) {
    // A later shorthand must come after the properties that it sets.
    found.delete(property);
    found.set(property, value);
  }
  setAttribute(element, 'style', [...found].map(([property, value]) => `${property}:${value}`).join(';'));
}

/** Whether a selector is for the last element of a path from the outermost element. */
function isFor(selector: readonly Compound[], path: readonly PageElement[]): boolean {
  const last = selector.at(-1);
  if (!last || !isSelected(last, path)) return false;
  const outer = selector.slice(0, -1);
  if (outer.length === 0) return true;
  const around = path.slice(0, -1);
  if (outer.at(-1)?.isParent) return isFor(outer, around);
  return around.some((_, index) => isFor(outer, around.slice(0, index + 1)));
}

function isSelected({ tag, classes, lang }: Compound, path: readonly PageElement[]): boolean {
  const element = path.at(-1);
  if (!element || (tag !== undefined && tag !== element.tagName)) return false;
  if (classes.length > 0) {
    // Most elements have no class.
    if (attributeOf(element, 'class') === undefined) return false;
    const own = classesOf(element);
    if (!classes.every((name) => own.includes(name))) return false;
  }
  return lang === undefined || isIn(lang, path);
}

/** Whether the language of an element is `lang` or a variety of it. */
function isIn(lang: string, path: readonly PageElement[]): boolean {
  const given = path.map((element) => attributeOf(element, 'lang')).findLast((one) => one !== undefined);
  return given !== undefined && `${given.toLowerCase()}-`.startsWith(`${lang}-`);
}
