import type { Inline } from '../../model/article.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement, isUnclosed } from './tree.ts';

export type Mark = Extract<Inline, { tokens: unknown }>['type'] & ('em' | 'strong' | 'del' | 'sub' | 'sup');

const MARKS: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  del: 'del',
  s: 'del',
  strike: 'del',
  sub: 'sub',
  sup: 'sup',
};

/** Elements that only say how their text looks. Word writes `o:p`. */
const PLAIN = new Set(['span', 'font', 'time', 'bdi', 'o:p']);

type Style = ReadonlyMap<string, string>;

/** The declarations in the `style` of an element, in lower case. */
export function styleOf(element: HtmlElement): Style {
  const style = new Map<string, string>();
  for (const declaration of (attribute(element, 'style') ?? '').split(';')) {
    const at = declaration.indexOf(':');
    if (at !== -1)
      style.set(
        declaration.slice(0, at).trim().toLowerCase(),
        declaration
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return style;
}

const BOLD = /^(?:bold|bolder|[6-9]\d\d)\b/;

/** What the style of an element makes of its text, colours, sizes and fonts aside. */
function marksOfStyle(style: Style): readonly Mark[] {
  const marks: Mark[] = [];
  if (BOLD.test(style.get('font-weight') ?? '')) marks.push('strong');
  if (/^(?:italic|oblique)\b/.test(style.get('font-style') ?? '')) marks.push('em');
  if (decoration(style).includes('line-through')) marks.push('del');
  if (style.get('vertical-align') === 'super') marks.push('sup');
  if (style.get('vertical-align') === 'sub') marks.push('sub');
  return marks;
}

function decoration(style: Style): string {
  return `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
}

/** Whether readers of the page do not see an element, or see the bullet of a list that Word has written as paragraphs. */
export function isHidden(element: HtmlElement, style: Style): boolean {
  return (
    attribute(element, 'hidden') !== undefined ||
    /^none\b/.test(style.get('display') ?? '') ||
    /^(?:hidden|collapse)\b/.test(style.get('visibility') ?? '') ||
    style.has('mso-hide') ||
    style.has('mso-list')
  );
}

/**
 * The marks that an element sets around its inlines; undefined for an element that Markdown has no words for. A link is
 * underlined in any case.
 */
export function marksOf(element: HtmlElement, isInLink: boolean): readonly Mark[] | undefined {
  const { tagName } = element;
  const style = styleOf(element);
  if (isUnclosed(element) || isHidden(element, style)) return undefined;
  if (decoration(style).includes('underline') && !isInLink) return undefined;
  const mark = MARKS[tagName];
  const more = marksOfStyle(style).filter((one) => one !== mark);
  if (mark) return isUndone(mark, style) ? more : [mark, ...more];
  return PLAIN.has(tagName) || tagName === 'a' || tagName === 'p' || (tagName === 'u' && isInLink) ? more : undefined;
}

/** Google Docs puts everything it copies into `<b style="font-weight:normal">`. */
function isUndone(mark: Mark, style: Style): boolean {
  if (mark === 'strong') return /^(?:normal|lighter|[1-5]\d\d)\b/.test(style.get('font-weight') ?? '');
  return mark === 'em' && /^normal\b/.test(style.get('font-style') ?? '');
}

/** Containers that say nothing about their text. */
const CONTAINERS = new Set(['div', 'section', 'article', 'main', 'center']);

/** Classes of the element around a whole article. Other classes may lay it out, in columns or boxes. */
const ARTICLE_CLASS =
  /^(?:WordSection\d+|(?:entry|post|article|story|page)[-_]?(?:content|body|text)|content|body|text|RichText\w*|gmail_\w+|ms-\S+|OutlineElement|Ltr|SCXW\S+|BCX\d+)$/i;

/** Whether an element is only a container of blocks. */
export function isContainer(element: HtmlElement): boolean {
  if (!CONTAINERS.has(element.tagName)) {
    const marks = PLAIN.has(element.tagName) || element.tagName in MARKS ? marksOf(element, false) : undefined;
    return marks?.length === 0;
  }
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter((one) => one !== '');
  const style = styleOf(element);
  return (
    !isUnclosed(element) &&
    !isHidden(element, style) &&
    classes.every((one) => ARTICLE_CLASS.test(one)) &&
    !/flex|grid|columns|table/.test(`${style.get('display')} ${[...style.keys()].join(' ')}`) &&
    marksOfStyle(style).length === 0
  );
}

const BLOCKS = new Set(
  `address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hr iframe legend li main menu meta nav ol p pre script section style table tbody td tfoot th thead title tr
  ul`.split(/\s+/),
);

/** Whether an element starts a block of its own, as in CommonMark or on a page. */
export function isBlockName(tagName: string): boolean {
  return BLOCKS.has(tagName);
}

/** Whether a node is a block, or contains one. */
export function isBlock(node: HtmlNode): boolean {
  return isElement(node) && (BLOCKS.has(node.tagName) || node.childNodes.some(isBlock));
}

/** Whether an element that is otherwise read is not seen on the page. */
export function isUnseen(element: HtmlElement): boolean {
  return isUnclosed(element) || isHidden(element, styleOf(element));
}
