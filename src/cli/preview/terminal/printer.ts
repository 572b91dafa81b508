import type { Code, Heading, InlineImage, Link, Table } from '../../../model/article.ts';
import { safeUrl } from '../../../model/url.ts';
import type { Layout } from '../../../write/text/layout.ts';
import { TextPrinter } from '../../../write/text/printer.ts';
import type { Emphasis } from '../../../write/visitor.ts';
import { terminalSafe } from '../../terminal/safe.ts';
import { type Look, linked, marked, unmarked } from './marks.ts';

const LOOKS = { strong: 'bold', em: 'italic', del: 'strike' } as const satisfies Record<Emphasis['type'], Look>;

/** Prints prose as plain text does, with marks for what a terminal can show. */
class TerminalPrinter extends TextPrinter {
  readonly #hasLinks: boolean;

  constructor(hasLinks: boolean) {
    super();
    this.#hasLinks = hasLinks;
  }

  protected override text(text: string): string {
    return terminalSafe(text);
  }

  protected override codeSpan(text: string): string {
    return marked('code', terminalSafe(text));
  }

  protected override emphasis(inline: Emphasis, layout: Layout): string {
    return marked(LOOKS[inline.type], super.emphasis(inline, layout));
  }

  protected override heading(block: Heading, layout: Layout): string {
    return marked('bold', super.heading(block, layout));
  }

  protected override link(inline: Link, layout: Layout): string {
    const url = safeUrl(inline.href);
    if (this.#hasLinks && url !== undefined) return linked(terminalSafe(url), this.inlines(inline.tokens, layout));
    const { title, href } = inline;
    return super.link(
      { ...inline, href: terminalSafe(href), ...(title ? { title: terminalSafe(title) } : {}) },
      layout,
    );
  }

  protected override image(inline: InlineImage, layout: Layout): string {
    return marked('dim', terminalSafe(super.image(inline, layout)));
  }

  protected override code({ type, text }: Code): string {
    return super.code({ type, text: terminalSafe(text.replaceAll('\t', '    '), { lines: true }) });
  }

  /** A table is measured and must not have marks. Its links print their URLs. */
  protected override table(block: Table, layout: Layout): string {
    return this.#hasLinks ? withUrls.block(block, layout) : unmarked(super.table(block, layout));
  }
}

const withUrls = new TerminalPrinter(false);
const withLinks = new TerminalPrinter(true);

/** @param hasLinks whether the text of a link is a link, so that its URL is not printed. */
export function terminalPrinter(hasLinks: boolean): TextPrinter {
  return hasLinks ? withLinks : withUrls;
}
