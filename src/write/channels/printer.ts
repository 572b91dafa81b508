import {
  type Blockquote,
  type Code,
  type FootnoteReference,
  type Heading,
  type InlineImage,
  type Link,
  type List,
  type Paragraph,
  type Prose,
  type Script,
  superscript,
  type Table,
  type TableCell,
} from '../../model/article.ts';
import type { Labels } from '../../model/house.ts';
import { safeUrl, withAsciiHost } from '../../model/url.ts';
import type { Footnotes } from '../footnotes.ts';
import { labelled } from '../labelled.ts';
import { type Emphasis, itemStart, Visitor } from '../visitor.ts';
import { escapeMarkup } from './rich-text.ts';

export interface ChannelLayout {
  readonly labels: Labels;
  readonly footnotes: Footnotes;
  /** The URL of the story, from which relative links start. */
  readonly url: string | undefined;
}

const TAGS = { em: 'i', strong: 'b', del: 's' } as const;

/** Prints prose as the markup that `parseMarkup` reads, for every channel. A blank line separates blocks. */
class ChannelPrinter extends Visitor<ChannelLayout> {
  override blocks(prose: Prose, layout: ChannelLayout): string {
    return prose
      .map((block) => this.block(block, layout))
      .filter((text) => text !== '')
      .join('\n\n');
  }

  protected override paragraph({ tokens }: Paragraph, layout: ChannelLayout): string {
    return this.inlines(tokens, layout);
  }

  protected override heading({ tokens }: Heading, layout: ChannelLayout): string {
    return tagged('h2', this.inlines(tokens, layout).replaceAll('\n', ' '));
  }

  protected override list(list: List, layout: ChannelLayout): string {
    const items = list.items.map((item, index) => {
      const { task } = itemStart(list, index, item);
      const [first, second] = item.tokens;
      const isTight = first?.type === 'paragraph' && second?.type === 'list' && item.tokens.length === 2;
      const text = isTight
        ? item.tokens.map((block) => this.block(block, layout)).join('\n')
        : this.blocks(item.tokens, layout);
      const value = list.ordered ? ` value="${(list.start ?? 1) + index}"` : '';
      return tagged('li', (task + text).trimEnd(), value);
    });
    return items.filter((text) => text !== '').join(list.loose ? '\n\n' : '\n');
  }

  protected override blockquote({ alert, tokens }: Blockquote, layout: ChannelLayout): string {
    const label = alert === undefined ? '' : `${tagged('b', escapeMarkup(layout.labels.alerts[alert]))}\n`;
    return tagged('blockquote', label + this.blocks(tokens, layout));
  }

  /** Lines of code are no lines of the template, which removes empty ones. */
  protected override code({ text, lang }: Code): string {
    const attribute = lang === undefined ? '' : ` lang="${escapeMarkup(lang)}"`;
    return tagged('pre', escapeMarkup(text).replaceAll('\n', '&#10;'), attribute);
  }

  /** A row is a line for each cell, because no channel aligns columns. */
  protected override table({ header, rows }: Table, layout: ChannelLayout): string {
    const cells = (row: readonly TableCell[]) =>
      row.map(({ tokens }) => this.inlines(tokens, layout).replaceAll('\n', ' '));
    const names = cells(header);
    if (rows.length === 0) return names.join('\n');
    return rows
      .map((row) =>
        cells(row)
          .map((text, column) => {
            const name = names[column] ?? '';
            return name === '' || text === '' ? text : labelled(name, text, layout.labels);
          })
          .filter((text) => text !== '')
          .join('\n'),
      )
      .filter((text) => text !== '')
      .join('\n\n');
  }

  protected override thematicBreak(): string {
    return '* * *';
  }

  protected override text(text: string): string {
    return escapeMarkup(text);
  }

  protected override emphasis({ type, tokens }: Emphasis, layout: ChannelLayout): string {
    return tagged(TAGS[type], this.inlines(tokens, layout));
  }

  protected override script({ type, tokens }: Script, layout: ChannelLayout): string {
    const text = this.inlines(tokens, layout);
    if (type === 'sub') return text;
    return /[<&]/.test(text) ? `^(${text})` : superscript(text);
  }

  protected override codeSpan(text: string): string {
    return tagged('code', escapeMarkup(text));
  }

  protected override hardBreak(): string {
    return '\n';
  }

  /** A link to a page is a mark. Any other URL, such as that of an e-mail, is text after its words. */
  protected override link({ href, title, tokens }: Link, layout: ChannelLayout): string {
    const { open, close } = layout.labels;
    const text = withoutLinks(this.inlines(tokens, layout), layout.labels);
    const url = safeUrl(href);
    if (url === undefined) return text;
    const more = title === undefined || title === '' ? '' : `${open}${escapeMarkup(title)}${close}`;
    const page = pageUrl(url, layout.url);
    if (page !== undefined) {
      // A reader's program finds the end of a URL only if it is encoded.
      const shown = text.trim() === '' || text === escapeMarkup(href) ? escapeMarkup(page) : text;
      return `<a href="${escapeMarkup(page)}">${shown}</a>${more}`;
    }
    const address = escapeMarkup(href.replace(/^mailto:/i, ''));
    return text === address || address === '' ? text + more : `${text}${open}${address}${close}${more}`;
  }

  /** The alt text, the caption and the URL, because the text has no images. */
  protected override image({ href, title, text }: InlineImage, { labels, url }: ChannelLayout): string {
    const words = [text, title]
      .filter((part) => part !== undefined && part !== '')
      .join(/[.!?…]$/.test(text) ? ' ' : labels.semicolon);
    const safe = safeUrl(href);
    const page = safe === undefined ? undefined : pageUrl(safe, url);
    const label = escapeMarkup(words === '' ? labels.image : `${labels.image}${labels.colon}${words}`);
    return page === undefined ? label : `<a href="${escapeMarkup(page)}">${label}</a>`;
  }

  protected override footnoteReference(inline: FootnoteReference, { footnotes }: ChannelLayout): string {
    const place = footnotes.placeOf(inline);
    return place ? `[${place.number}]` : '';
  }
}

export const channelPrinter = new ChannelPrinter();

function tagged(tag: string, text: string, attribute = ''): string {
  return text === '' ? '' : `<${tag}${attribute}>${text}</${tag}>`;
}

/** Markup in which the URL of a link is text after its words, because a link in a link leads nowhere: that of an image. */
function withoutLinks(markup: string, { open, close }: Labels): string {
  return markup.replace(/<a href="([^"]*)">(.*?)<\/a>/gs, (_, url: string, words: string) =>
    words === url ? words : words + open + url + close,
  );
}

/** The URL of a page on the web: absolute, or relative to the story. Undefined for any other. */
function pageUrl(url: string, base: string | undefined): string | undefined {
  if (/^https?:\/\/[^/]/i.test(url)) return withAsciiHost(url);
  if (/^[a-z][a-z\d+.-]*:/i.test(url) || base === undefined || !/^https?:/i.test(base)) return undefined;
  return URL.canParse(url, base) ? new URL(url, base).href : undefined;
}
