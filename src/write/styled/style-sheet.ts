/** An element in a selector: `p`, `.insight`, `td.law:lang(zh)`. */
export interface Compound {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
  readonly lang: string | undefined;
  /** Whether it is the parent of the next one, and not any element around it. */
  readonly isParent: boolean;
}

/** `property` and `value` of each declaration. */
export type Declarations = readonly (readonly [property: string, value: string])[];

export interface StyleRule {
  /** From the outermost element to the one that the declarations are for. */
  readonly selector: readonly Compound[];
  readonly declarations: Declarations;
  /** A rule overrides others of less weight, and those of the same weight before it. */
  readonly weight: number;
}

export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  /** What cannot be written in an attribute, as CSS: `@media`, and selectors such as `a:hover`. */
  readonly rest: string;
}

/** Reads the style sheet of a template. A selector consists of elements, classes and `:lang()`, with spaces or `>` between. */
export function parseStyleSheet(css: string): StyleSheet {
  const rules: StyleRule[] = [];
  const rest: string[] = [];
  for (const { prelude, body, text } of blocksIn(css.replace(/\/\*[\s\S]*?\*\//g, ''))) {
    const selectors = prelude.startsWith('@')
      ? [undefined]
      : prelude.split(',').map((one) => parseSelector(one.trim()));
    const declarations = parseDeclarations(body);
    for (const selector of selectors) if (selector) rules.push({ selector, declarations, weight: weightOf(selector) });
    if (selectors.includes(undefined)) rest.push(text);
  }
  return { rules, rest: rest.join('\n') };
}

interface CssBlock {
  readonly prelude: string;
  readonly body: string;
  readonly text: string;
}

/** The blocks of a style sheet: `prelude {body}`. */
function blocksIn(css: string): readonly CssBlock[] {
  const blocks: CssBlock[] = [];
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf('{', at);
    if (open === -1) break;
    let end = open + 1;
    for (let depth = 1; depth > 0 && end < css.length; end++) {
      if (css[end] === '{') depth++;
      if (css[end] === '}') depth--;
    }
    const text = css.slice(at, end).trim();
    blocks.push({ prelude: css.slice(at, open).trim(), body: css.slice(open + 1, end - 1), text });
    at = end;
  }
  return blocks;
}

/** A semicolon in quotation marks or brackets ends no declaration. */
const DECLARATION = /([\w-]+)\s*:\s*((?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\))+)/g;

/** Reads declarations, such as those of the attribute `style`. */
export function parseDeclarations(css: string): Declarations {
  return Array.from(css.matchAll(DECLARATION), ([, property = '', value = '']) => [
    property.toLowerCase(),
    value.trim(),
  ]);
}

/** Undefined for a selector that depends on more than elements and classes. */
function parseSelector(text: string): readonly Compound[] | undefined {
  const selector: Compound[] = [];
  const parts = text.replace(/\s*>\s*/g, '> ').split(/\s+/);
  for (const part of parts) {
    const [, tag = '', names, parent] = /^([a-z][a-z\d]*|\*)?((?:\.[\w-]+|:lang\([\w-]+\))*)(>?)$/i.exec(part) ?? [];
    if (names === undefined || (tag === '' && names === '')) return undefined;
    selector.push({
      tag: tag === '' || tag === '*' ? undefined : tag.toLowerCase(),
      classes: Array.from(names.matchAll(/\.([\w-]+)/g), ([, name = '']) => name),
      lang: /:lang\(([\w-]+)\)/.exec(names)?.[1]?.toLowerCase(),
      isParent: parent === '>',
    });
  }
  return selector;
}

/** The specificity of CSS, as a number. */
function weightOf(selector: readonly Compound[]): number {
  return selector.reduce(
    (sum, { tag, classes, lang }) => sum + (tag ? 1 : 0) + 100 * (classes.length + (lang ? 1 : 0)),
    0,
  );
}
