import type { FootnoteReference, Inline, InlineImage, Link, Script } from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { type Emphasis, type Outline, Visitor } from '../visitor.ts';
import { codeSpan } from './code.ts';
import { APART, destination, escapeLabel, escapeText, title } from './escape.ts';
import { last, spellFirst, spellLast, withoutBreakAtEnd, withoutSpaceAtEnds } from './flanking.ts';
import { delimiterOf, isMark, simplified } from './marks.ts';

export interface Context extends Outline {
  /** The kinds of the emphasis around, the innermost last. */
  readonly inside: readonly string[];
  /** The delimiter that the first and the last inline touch; empty if they touch none. */
  readonly edge: string;
  /** Whether this is in the text of a link. */
  readonly isLabel?: true;
}

/** The neighbours of an inline. */
interface Neighbours {
  readonly before: Inline | undefined;
  readonly after: Inline | undefined;
}

/**
 * Prints inlines as CommonMark. Emphasis depends on its neighbours, so this format overrides how inlines follow each other. The
 * rules are those of CommonMark 0.31.2, section 6.2.
 */
export abstract class InlinePrinter extends Visitor<Context> {
  override inlines(inlines: readonly Inline[], context: Context): string {
    const simple = simplified(inlines, context.inside);
    const out: string[] = [];
    simple.forEach((inline, index) => {
      this.#append(out, inline, { before: simple[index - 1], after: simple[index + 1] }, context);
    });
    return out.join('');
  }

  /** Adds an inline to `out`. Its last part is never empty, and the only one that decides how the next inline is printed. */
  #append(out: string[], inline: Inline, neighbours: Neighbours, context: Context): void {
    if (isMark(inline)) {
      this.#appendMark(out, inline, neighbours, context);
      return;
    }
    const printed = this.inline(inline, context);
    if (printed === '') return;
    const { before, after } = neighbours;
    // Code spans that touch would be one.
    if (inline.type === 'codespan' && before?.type === 'codespan') out.push(APART);
    if (inline.type !== 'text') {
      out.push(printed);
      return;
    }
    // An exclamation mark before a link would make an image of it.
    const text = after?.type === 'link' && printed.endsWith('!') ? `${printed.slice(0, -1)}\\!` : printed;
    out.push(before && isMark(before) ? spellFirst(text, out) : text);
  }

  /**
   * A run of delimiters opens emphasis unless it is between a letter and punctuation, and closes it only the other way
   * round. There, the letter outside is written as a character reference, which counts as punctuation.
   */
  #appendMark(out: string[], mark: Emphasis, { before, after }: Neighbours, context: Context): void {
    const { inside, edge } = context;
    // `***a***` is bold text alone in italics, and the end of `**a *b***` is that of both.
    const isAlone = !before && !after && mark.type === 'strong' && edge.length === 1;
    const touched = before === undefined ? edge.charAt(0) : isMark(before) ? last(out).slice(-1) : '';
    const delimiter = isAlone ? edge.repeat(2) : delimiterOf(mark, touched);
    const content = this.inlines(mark.tokens, { ...context, inside: [...inside, mark.type], edge: delimiter });
    if (content === '') return;
    const core = withoutSpaceAtEnds(content);
    const own = delimiter.charAt(0);
    // Two runs of delimiters that touch would be one.
    if (own === touched && !isAlone) out.push(APART);
    else spellLast(out, core, delimiter);
    out.push(delimiter + core + delimiter);
  }

  protected override text(text: string, { isLabel }: Context): string {
    return isLabel ? escapeLabel(text) : escapeText(text);
  }

  protected override emphasis(inline: Emphasis, context: Context): string {
    return this.inlines([inline], context);
  }

  /** Markdown has no characters for it. */
  protected override script({ type, tokens }: Script, context: Context): string {
    return `<${type}>${this.inlines(tokens, { ...context, edge: '' })}</${type}>`;
  }

  protected override codeSpan(text: string): string {
    return codeSpan(text);
  }

  protected override hardBreak(): string {
    return '\\\n';
  }

  protected override link({ href, title: given, tokens }: Link, context: Context): string {
    const text = withoutBreakAtEnd(this.inlines(tokens, { ...context, edge: '', isLabel: true }));
    const url = safeUrl(href);
    if (url === undefined) return text;
    const plain = tokens.length === 1 && tokens[0]?.type === 'text' ? tokens[0].text : undefined;
    if (given === undefined && plain !== undefined && isAutolink(plain, href)) return `<${plain}>`;
    return `[${text}](${destination(href, url)}${title(given)})`;
  }

  protected override image({ href, title: given, text }: InlineImage): string {
    const url = safeUrl(href);
    if (url === undefined) return escapeText(text);
    return `![${escapeLabel(text)}](${destination(href, url)}${title(given)})`;
  }

  protected override footnoteReference({ label }: FootnoteReference): string {
    return `[^${label}]`;
  }
}

const URI_AUTOLINK = /^(?:https?|mailto):[^\s<>\u0000-\u001f]*$/i;
const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const EMAIL_AUTOLINK = new RegExp(`^[\\w.!#$%&'*+/=?^\`{|}~-]+@${LABEL}(?:\\.${LABEL})+$`, 'i');

/** Whether CommonMark (section 6.5) reads the text between angle brackets as a link to `href`. */
function isAutolink(text: string, href: string): boolean {
  return (text === href && URI_AUTOLINK.test(text)) || (href === `mailto:${text}` && EMAIL_AUTOLINK.test(text));
}
