import type {
  Blockquote,
  Code,
  FootnoteReference,
  Heading,
  Inline,
  InlineImage,
  Link,
  List,
  ListItem,
  Paragraph,
  Prose,
  Script,
  Table,
  TableCell,
} from '../../model/article.ts';
import type { Labels } from '../../model/house.ts';
import { safeUrl } from '../../model/url.ts';
import type { Footnotes, NumberedFootnote } from '../footnotes.ts';
import type { ImageSize } from '../format.ts';
import { type Emphasis, headingLevel, type Outline, Visitor } from '../visitor.ts';
import { escapeHtml } from './escape.ts';
import { isPictures } from './plain.ts';

const ELEMENTS = { em: 'em', strong: 'strong', del: 'del' } as const;

/** What HTML needs besides the prose. */
export interface HtmlLayout {
  /** Names what scrolls for screen readers. */
  readonly labels: Labels;
  readonly footnotes: Footnotes;
  /** An id that differs between the stories of one page. */
  readonly id: (name: string) => string;
  /** The URL of the page before the id in a link, or false if nothing can be linked. By default the link is on the page. */
  readonly page?: string | false;
  /** By the URL of the image in the Article. */
  readonly imageSizes?: ReadonlyMap<string, ImageSize>;
}

interface HtmlContext extends Outline, HtmlLayout {
  readonly isInLink?: boolean;
}

/** Prints prose as HTML. It escapes all text. A link with an unsafe URL keeps its words and loses the URL. */
class HtmlPrinter extends Visitor<HtmlContext> {
  /** A heading of spaces would be an entry without a name in the outline of the page. */
  protected override heading({ depth, tokens }: Heading, context: HtmlContext): string {
    const words = this.inlines(tokens, context);
    if (words.trim() === '') return '';
    const level = headingLevel(depth, context);
    return `<h${level}>${words}</h${level}>\n`;
  }

  protected override paragraph(paragraph: Paragraph, context: HtmlContext): string {
    if (isPictures(paragraph)) return figures(paragraph.tokens, context);
    return `<p>${this.inlines(paragraph.tokens, context)}</p>\n`;
  }

  protected override blockquote({ alert, tokens }: Blockquote, context: HtmlContext): string {
    const content = this.blocks(tokens, context);
    if (alert === undefined) return `<blockquote>\n${content}</blockquote>\n`;
    const label = `<p class="label">${escapeHtml(context.labels.alerts[alert])}</p>\n`;
    return `<div class="alert ${alert}" role="note">\n${label}${content}</div>\n`;
  }

  protected override thematicBreak(): string {
    return '<hr>\n';
  }

  protected override code({ lang, text }: Code, { labels }: HtmlContext): string {
    const language = lang ? ` class="language-${escapeHtml(lang)}"` : '';
    return `<pre${scrollable(labels.code)}><code${language}>${escapeHtml(text)}${text === '' ? '' : '\n'}</code></pre>\n`;
  }

  protected override list({ ordered, start, loose, items }: List, context: HtmlContext): string {
    const name = ordered ? 'ol' : 'ul';
    const first = ordered && start !== undefined && start !== 1 ? ` start="${start}"` : '';
    return `<${name}${first}>\n${items.map((item) => this.#item(item, loose, context)).join('')}</${name}>\n`;
  }

  /** The paragraphs of a tight item have no element. The text after the box of a task is the label of the box. */
  #item({ checked, tokens }: ListItem, loose: boolean, context: HtmlContext): string {
    const [first, ...rest] = tokens;
    if (checked === undefined) return `<li>${this.#itemBlocks(tokens, loose, context)}</li>\n`;
    const box = `<input type="checkbox"${checked ? ' checked' : ''} disabled>`;
    const words = first?.type === 'paragraph' ? first : undefined;
    const label = `<label>${box} ${this.inlines(words?.tokens ?? [], context)}</label>`;
    const others = this.#itemBlocks(words ? rest : tokens, loose, context);
    return `<li class="task">${loose ? `<p>${label}</p>\n` : label}${others && `\n${others}`}</li>\n`;
  }

  #itemBlocks(tokens: Prose, loose: boolean, context: HtmlContext): string {
    if (loose) return this.blocks(tokens, context);
    const parts = tokens.map((block) =>
      block.type === 'paragraph' ? this.inlines(block.tokens, context) : this.block(block, context).trimEnd(),
    );
    return parts.join('\n');
  }

  /** The box around a table scrolls if the table is wider than the page. An empty header cell is a `td`. */
  protected override table({ align, header, rows }: Table, context: HtmlContext): string {
    const cell = (name: string, { tokens }: TableCell, column: number) => {
      const style = align[column] ? ` style="text-align:${align[column]}"` : '';
      const scope = name === 'th' ? ' scope="col"' : '';
      return `<${name}${scope}${style}>${this.inlines(tokens, context)}</${name}>`;
    };
    const head = header.map((one, column) => cell(one.tokens.length > 0 ? 'th' : 'td', one, column)).join('');
    const body = rows.map((row) => `<tr>${row.map((one, column) => cell('td', one, column)).join('')}</tr>\n`).join('');
    const tbody = body && `<tbody>\n${body}</tbody>\n`;
    return `<div class="table"${scrollable(context.labels.table)}><table>\n<thead>\n<tr>${head}</tr>\n</thead>\n${tbody}</table></div>\n`;
  }

  protected override emphasis({ type, tokens }: Emphasis, context: HtmlContext): string {
    const name = ELEMENTS[type];
    return `<${name}>${this.inlines(tokens, context)}</${name}>`;
  }

  protected override script({ type, tokens }: Script, context: HtmlContext): string {
    return `<${type}>${this.inlines(tokens, context)}</${type}>`;
  }

  protected override codeSpan(text: string): string {
    return `<code>${escapeHtml(text)}</code>`;
  }

  protected override hardBreak(): string {
    return '<br>\n';
  }

  protected override text(text: string): string {
    return escapeHtml(text);
  }

  /** A link without text shows its URL. A link cannot hold another link: the outer one counts. */
  protected override link({ href, title, tokens }: Link, context: HtmlContext): string {
    const words = this.inlines(tokens, { ...context, isInLink: true }) || escapeHtml(href);
    return context.isInLink ? words : anchor(href, title, words);
  }

  protected override image({ href, title, text }: InlineImage, context: HtmlContext): string {
    const caption = title ? ` title="${escapeHtml(title)}"` : '';
    const words = text || (title ?? '');
    return picture(href, words, caption, context) ?? escapeHtml(words);
  }

  /** The number of the footnote. A link cannot hold another link. */
  protected override footnoteReference(inline: FootnoteReference, context: HtmlContext): string {
    const { footnotes, id, isInLink = false, page = '' } = context;
    const place = footnotes.placeOf(inline);
    if (!place) return '';
    const { number, occurrence } = place;
    const own = id(referenceName(number, occurrence));
    if (isInLink || page === false) return `<sup>${number}</sup>`;
    const href = `${escapeHtml(page)}#${id(`fn-${number}`)}`;
    return `<sup><a id="${own}" href="${href}" role="doc-noteref">${number}</a></sup>`;
  }
}

/** `fnref-1`, or `fnref-1-2` for the second reference. */
function referenceName(number: number, occurrence: number): string {
  return occurrence === 1 ? `fnref-${number}` : `fnref-${number}-${occurrence}`;
}

/** The links from a footnote back to its references. */
export function backLinks({ number, references }: NumberedFootnote, { labels, id, page = '' }: HtmlLayout): string {
  if (page === false) return '';
  return Array.from({ length: references }, (_, index) => {
    const href = `${escapeHtml(page)}#${id(referenceName(number, index + 1))}`;
    const [name, mark] = index === 0 ? [labels.back, ''] : [`${labels.back} ${index + 1}`, `<sup>${index + 1}</sup>`];
    return `<a href="${href}" role="doc-backlink" aria-label="${escapeHtml(name)}">↩${mark}</a>`;
  }).join(' ');
}

export const htmlPrinter = new HtmlPrinter();

/**
 * The attributes of an element that scrolls sideways: keyboards can reach it, and screen readers name it. It is a group, because
 * a region is a landmark, and two landmarks must not have one name.
 */
function scrollable(name: string): string {
  return ` tabindex="0" role="group" aria-label="${escapeHtml(name)}"`;
}

/** Images in a paragraph of their own: one figure for each, with the title as its caption. */
function figures(tokens: readonly Inline[], layout: HtmlLayout): string {
  let html = '';
  for (const inline of tokens) {
    if (inline.type === 'image') html += figure(inline, layout, (image) => image);
    if (inline.type !== 'link') continue;
    for (const image of inline.tokens) {
      if (image.type === 'image') html += figure(image, layout, (words) => anchor(inline.href, inline.title, words));
    }
  }
  return html;
}

function anchor(href: string, title: string | undefined, words: string): string {
  const url = safeUrl(href);
  if (url === undefined) return words;
  return `<a href="${escapeHtml(url)}"${title ? ` title="${escapeHtml(title)}"` : ''}>${words}</a>`;
}

/** An `img` element, or undefined for an unsafe URL and for an empty one, which would load the page itself. */
function picture(
  href: string,
  alternative: string,
  attributes: string,
  { imageSizes }: HtmlLayout,
): string | undefined {
  const url = safeUrl(href);
  if (!url) return undefined;
  const size = imageSizes?.get(href);
  const measures = size ? ` width="${size.width}" height="${size.height}"` : '';
  return `<img src="${escapeHtml(url)}" alt="${escapeHtml(alternative)}"${measures}${attributes} loading="lazy">`;
}

function figure({ href, title, text }: InlineImage, layout: HtmlLayout, wrap: (image: string) => string): string {
  const image = picture(href, text, '', layout);
  const caption = title ? `<figcaption>${escapeHtml(title)}</figcaption>\n` : '';
  if (image === undefined) return `<p>${wrap(escapeHtml(text || (title ?? '')))}</p>\n`;
  return `<figure>\n${wrap(image)}\n${caption}</figure>\n`;
}
