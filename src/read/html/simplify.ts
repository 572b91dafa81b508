import { safeUrl } from '../../model/url.ts';
import { isBlock, isBlockName, isHidden, marksOf, styleOf } from './meaning.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement, parsePage } from './tree.ts';

/** What readers of a page do not read as its text. */
const DROPPED = new Set(
  `area audio base button canvas datalist dialog embed form frame frameset head iframe input link map math menu meta nav
  noscript object option param progress script select source style svg template textarea title track video`.split(
    /\s+/,
  ),
);
/** Elements that stay as they are. */
const KEPT = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre figure figcaption hr br strong em del sub sup'.split(' '),
);
const CODE = new Set(['code', 'tt', 'kbd', 'samp']);

/**
 * The HTML of a page with only the elements that Markdown has: no scripts, forms, styles, comments and menus, and other
 * elements replaced by what is in them. Of a page with an article, only that. Undefined for HTML that is too long or nested
 * too deeply.
 */
export function simplifyHtml(html: string): string | undefined {
  const nodes = parsePage(html);
  if (!nodes) return undefined;
  const root = find(nodes, 'article') ?? find(nodes, 'main');
  return printAll(root ? root.childNodes : nodes);
}

/** The only element of a name. A page with several articles is a list. */
function find(nodes: readonly HtmlNode[], name: string): HtmlElement | undefined {
  const found = all(nodes, name);
  return found.length === 1 ? found[0] : undefined;
}

function all(nodes: readonly HtmlNode[], name: string): readonly HtmlElement[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.tagName === name ? [node] : all(node.childNodes, name);
  });
}

function printAll(nodes: readonly HtmlNode[]): string {
  return nodes.map(print).join('');
}

function print(node: HtmlNode): string {
  if ('value' in node) return escapeHtml(node.value);
  if (!isElement(node)) return '';
  const { tagName } = node;
  const style = styleOf(node);
  const isOfWord = style.has('mso-list');
  if (DROPPED.has(tagName) || (isHidden(node, style) && !isOfWord)) return '';
  // The bullets of Word are paragraphs with a style.
  if (isOfWord)
    return `<${tagName} style="${attributeText(attribute(node, 'style') ?? '')}">${printAll(node.childNodes)}</${tagName}>`;
  if (tagName === 'img') return image(node);
  if (tagName === 'table') return table(node);
  const isCode = CODE.has(tagName);
  const inner = isCode || tagName === 'pre' ? escapeHtml(textOf(node)) : printAll(node.childNodes);
  if (tagName === 'br' || tagName === 'hr') return `<${tagName}>`;
  if (tagName === 'a') return link(node, inner);
  if (isCode) return `<code>${inner}</code>`;
  if (tagName === 'q') return `“${inner}”`;
  if (tagName === 'dt' || tagName === 'dd' || tagName === 'caption') return `<p>${inner}</p>`;
  if (tagName === 'ol') return `<ol${start(node)}>${inner}</ol>`;
  const isWhole = KEPT.has(tagName) && isBlockName(tagName);
  if (isWhole) return `<${tagName}>${inner}</${tagName}>`;
  if (isBlockName(tagName)) return `<div>${inner}</div>`;
  // A mark around blocks is dropped, because Markdown has marks in one block only.
  const marks = node.childNodes.some(isBlock) ? [] : (marksOf(node, true) ?? []);
  return marks.reduce((text, mark) => `<${mark}>${text}</${mark}>`, inner);
}

function image(element: HtmlElement): string {
  const [src = '', alt = ''] = [attribute(element, 'src')?.trim(), attribute(element, 'alt')];
  if (src === '' || safeUrl(src) === undefined) return escapeHtml(alt);
  return `<img src="${attributeText(src)}" alt="${attributeText(alt)}">`;
}

function link(element: HtmlElement, inner: string): string {
  const href = attribute(element, 'href')?.trim();
  const isLink = href !== undefined && href !== '' && !href.startsWith('#') && safeUrl(href) !== undefined;
  return isLink && !element.childNodes.some(isBlock) ? `<a href="${attributeText(href)}">${inner}</a>` : inner;
}

function start(element: HtmlElement): string {
  const number = attribute(element, 'start') ?? '';
  return /^\d{1,8}$/.test(number) ? ` start="${number}"` : '';
}

/** A table with its first row as its headings, or the cells of a table that only lays out the page as blocks. */
function table(element: HtmlElement): string {
  const rows = all(element.childNodes, 'tr').map((row) =>
    row.childNodes.filter((cell): cell is HtmlElement => isElement(cell) && /^t[dh]$/.test(cell.tagName)),
  );
  const caption = all(element.childNodes, 'caption').map(print).join('');
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const isLayout = rows.flat().some((cell) => cell.childNodes.some((node) => isBlock(node) && !isParagraph(node)));
  if (columns < 2 || rows.length < 2 || isLayout)
    return (
      caption +
      rows
        .flat()
        .map((cell) => `<div>${printAll(cell.childNodes)}</div>`)
        .join('')
    );
  const lines = rows.map((row, index) => {
    const name = index === 0 ? 'th' : 'td';
    const cells = Array.from({ length: columns }, (_, at) => `<${name}>${cellText(row[at])}</${name}>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `${caption}<table><tbody>${lines.join('')}</tbody></table>`;
}

function isParagraph(node: HtmlNode): node is HtmlElement {
  return isElement(node) && node.tagName === 'p' && !node.childNodes.some(isBlock);
}

/** A cell holds inlines only: a line for each paragraph. */
function cellText(cell: HtmlElement | undefined): string {
  const parts = cell?.childNodes.map((node) => (isParagraph(node) ? `${printAll(node.childNodes)}<br>` : print(node)));
  return (parts?.join('') ?? '').replace(/(?:<br>|\s)+$/, '');
}

/** The text in a node. */
export function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join('') : '';
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attributeText(text: string): string {
  return escapeHtml(text).replaceAll('"', '&quot;');
}
