import { Renderer, type Token, type Tokens } from 'marked';
import type {
  Block,
  Blockquote,
  Code,
  Heading,
  Inline,
  InlineImage,
  Link,
  List,
  ListItem,
  Paragraph,
  Prose,
  Table,
  TableCell,
} from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { escapeHtml } from './escape.ts';
import { isPictures } from './plain.ts';

type Marked = Extract<Inline, { type: 'em' | 'strong' | 'del' }>;

/**
 * HTML for the blocks and inlines of an Article, for marked's Parser to drive. Text is escaped here and nowhere before;
 * an address that is not safe is left out and its words stay.
 */
export class HtmlRenderer extends Renderer {
  /** The level that the outermost heading of the prose gets, and the depths as written of the headings that are open. */
  #level = 2;
  #open: number[] = [];

  /** Begins another prose, whose headings stand under one of level `level - 1`. */
  begin(level: number): void {
    this.#level = level;
    this.#open = [];
  }

  /** Levels follow from nesting, not from the number of `#`: the outline of the page has no jump. */
  override heading({ depth, tokens }: Tokens.Heading & Heading): string {
    while ((this.#open.at(-1) ?? 0) >= depth) this.#open.pop();
    this.#open.push(depth);
    const level = Math.min(6, this.#level + this.#open.length - 1);
    return `<h${level}>${this.#inlines(tokens)}</h${level}>\n`;
  }

  override paragraph(paragraph: Tokens.Paragraph & Paragraph): string {
    if (isPictures(paragraph)) return this.#figures(paragraph.tokens);
    return `<p>${this.#inlines(paragraph.tokens)}</p>\n`;
  }

  override blockquote({ tokens }: Tokens.Blockquote & Blockquote): string {
    return `<blockquote>\n${this.#blocks(tokens)}</blockquote>\n`;
  }

  override hr(): string {
    return '<hr>\n';
  }

  override code({ lang, text }: Tokens.Code & Code): string {
    const language = lang ? ` class="language-${escapeHtml(lang)}"` : '';
    return `<pre><code${language}>${escapeHtml(text)}${text === '' ? '' : '\n'}</code></pre>\n`;
  }

  override list(list: Tokens.List & List): string {
    const { ordered, start, loose, items }: List = list;
    const name = ordered ? 'ol' : 'ul';
    const first = ordered && start !== undefined && start !== 1 ? ` start="${start}"` : '';
    return `<${name}${first}>\n${items.map((item) => this.#item(item, loose)).join('')}</${name}>\n`;
  }

  /** A tight item's paragraphs are bare text; a task's box is named by the text that follows it. */
  #item({ checked, tokens }: ListItem, loose: boolean): string {
    const [first, ...rest] = tokens;
    if (checked === undefined) return `<li>${this.#itemBlocks(tokens, loose)}</li>\n`;
    const box = `<input type="checkbox"${checked ? ' checked' : ''} disabled>`;
    const words = first?.type === 'paragraph' ? first : undefined;
    const label = `<label>${box} ${this.#inlines(words?.tokens ?? [])}</label>`;
    const others = this.#itemBlocks(words ? rest : tokens, loose);
    return `<li class="task">${loose ? `<p>${label}</p>\n` : label}${others && `\n${others}`}</li>\n`;
  }

  #itemBlocks(tokens: Prose, loose: boolean): string {
    if (loose) return this.#blocks(tokens);
    const parts = tokens.map((block) =>
      block.type === 'paragraph' ? this.#inlines(block.tokens) : this.#blocks([block]).trimEnd(),
    );
    return parts.join('\n');
  }

  /** The box around it scrolls where the table is wider than the page. An empty header cell is no header. */
  override table(table: Tokens.Table & Table): string {
    const { align, header, rows }: Table = table;
    const cell = (name: string, { tokens }: TableCell, column: number) => {
      const style = align[column] ? ` style="text-align:${align[column]}"` : '';
      const scope = name === 'th' ? ' scope="col"' : '';
      return `<${name}${scope}${style}>${this.#inlines(tokens)}</${name}>`;
    };
    const head = header.map((one, column) => cell(one.tokens.length > 0 ? 'th' : 'td', one, column)).join('');
    const body = rows.map((row) => `<tr>${row.map((one, column) => cell('td', one, column)).join('')}</tr>\n`).join('');
    const tbody = body && `<tbody>\n${body}</tbody>\n`;
    return `<div class="table"><table>\n<thead>\n<tr>${head}</tr>\n</thead>\n${tbody}</table></div>\n`;
  }

  override strong({ tokens }: Tokens.Strong & Marked): string {
    return `<strong>${this.#inlines(tokens)}</strong>`;
  }

  override em({ tokens }: Tokens.Em & Marked): string {
    return `<em>${this.#inlines(tokens)}</em>`;
  }

  override del({ tokens }: Tokens.Del & Marked): string {
    return `<del>${this.#inlines(tokens)}</del>`;
  }

  override codespan({ text }: { readonly text: string }): string {
    return `<code>${escapeHtml(text)}</code>`;
  }

  override br(): string {
    return '<br>\n';
  }

  override text({ text }: { readonly text: string }): string {
    return escapeHtml(text);
  }

  /** A link without words shows its address. */
  override link({ href, title, tokens }: Tokens.Link & Link): string {
    const words = this.#inlines(tokens) || escapeHtml(href);
    return anchor(href, title, words);
  }

  override image({ href, title, text }: Tokens.Image & InlineImage): string {
    const caption = title ? ` title="${escapeHtml(title)}"` : '';
    return picture(href, text, caption) ?? escapeHtml(text || (title ?? ''));
  }

  /** Images that stand alone: each its own figure, with its title as the caption. */
  #figures(tokens: readonly Inline[]): string {
    let html = '';
    for (const inline of tokens) {
      if (inline.type === 'image') html += figure(inline, (image) => image);
      if (inline.type !== 'link') continue;
      for (const image of inline.tokens) {
        if (image.type === 'image') html += figure(image, (words) => anchor(inline.href, inline.title, words));
      }
    }
    return html;
  }

  #inlines(tokens: readonly Inline[]): string {
    return this.parser.parseInline(tokens as unknown as Token[]);
  }

  #blocks(blocks: readonly Block[]): string {
    return this.parser.parse(blocks as unknown as Token[]);
  }
}

function anchor(href: string, title: string | undefined, words: string): string {
  const address = safeUrl(href);
  if (address === undefined) return words;
  return `<a href="${escapeHtml(address)}"${title ? ` title="${escapeHtml(title)}"` : ''}>${words}</a>`;
}

/** An image that would load the page itself, or what it may not, is none. */
function picture(href: string, alternative: string, attributes: string): string | undefined {
  const address = safeUrl(href);
  if (!address) return undefined;
  return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alternative)}"${attributes} loading="lazy">`;
}

function figure({ href, title, text }: InlineImage, wrap: (image: string) => string): string {
  const image = picture(href, text, '');
  const caption = title ? `<figcaption>${escapeHtml(title)}</figcaption>\n` : '';
  if (image === undefined) return `<p>${wrap(escapeHtml(text || (title ?? '')))}</p>\n`;
  return `<figure>\n${wrap(image)}\n${caption}</figure>\n`;
}
