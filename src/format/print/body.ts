import type { CstBlock, CstItem, CstNote } from '../../model/cst.ts';
import { blockText, markFor } from './blocks.ts';
import type { PrintPlan } from './print-plan.ts';
import type { SectionBlocks } from './sections.ts';

/** A block to print, by its index, with its section. */
export interface Printed {
  readonly index: number;
  readonly stretch: SectionBlocks;
}

/** The block before another one. */
interface Before {
  readonly printed: Printed;
  /** The marker, if the block is a list. */
  readonly mark: string | undefined;
}

const HOLDS_PARAGRAPHS: ReadonlySet<string | undefined> = new Set(['paragraph', 'list', 'quote', 'footnote']);

/** Prints the blocks of the text with a blank line between them. */
export class Body {
  readonly #cst: CstNote;
  readonly #plan: PrintPlan;
  readonly #text: string;
  readonly #startsFile: boolean;

  constructor(cst: CstNote, plan: PrintPlan, startsFile: boolean) {
    this.#cst = cst;
    this.#plan = plan;
    this.#text = cst.note.source.text;
    this.#startsFile = startsFile;
  }

  print(all: readonly Printed[]): string {
    let text = '';
    let before: Before | undefined;
    for (const [at, printed] of all.entries()) {
      const mark = this.#mark(printed, before?.mark, all[at + 1]);
      if (before) text += this.#between(before.printed, printed);
      text += this.#block(printed, mark, before);
      before = { printed, mark };
    }
    return text;
  }

  #at(index: number): CstItem {
    const block = this.#cst.blocks[index];
    if (!block) throw new RangeError(`no block ${index}`);
    return block;
  }

  /** The block as the plan formats it, or undefined for one that is printed as written. */
  #formatted({ index, stretch }: Printed): CstBlock | undefined {
    const { cst } = this.#at(index);
    if (!cst || cst.type === 'open-fence' || this.#plan.blocks.get(index) === 'verbatim') return undefined;
    if (cst.type !== 'heading' || stretch.shift === 0) return cst;
    return { ...cst, depth: Math.min(6, cst.depth + stretch.shift) };
  }

  #block(printed: Printed, mark: string | undefined, before: Before | undefined): string {
    const { index, stretch } = printed;
    const { span } = this.#at(index);
    if (stretch.heading !== undefined && span.start === stretch.section.heading?.span.start) return stretch.heading;
    const written = this.#formatted(printed);
    if (!written) return this.#verbatim(index);
    // On the first line of a file it would open front matter.
    if (written.type === 'rule' && !before && this.#startsFile) return '***';
    const level = this.#plan.blocks.get(index) ?? 'full';
    return blockText(written, { level, isAfterList: before?.mark !== undefined, mark });
  }

  /** An unclosed fence continues to the end of the text, including blank lines. */
  #verbatim(index: number): string {
    const { span, cst } = this.#at(index);
    if (cst?.type !== 'open-fence') return this.#text.slice(span.start, span.end);
    return this.#text.slice(span.start).replace(/\n$/, '');
  }

  /** The marker of a list. It differs from that of the list before, and from that of an unformatted list after it. */
  #mark(printed: Printed, before: string | undefined, next: Printed | undefined): string | undefined {
    const written = this.#formatted(printed);
    if (!written) return this.#ownMark(printed.index);
    if (written.type !== 'list') return undefined;
    return markFor(written, before, next && this.#keepsMark(next) ? this.#ownMark(next.index) : undefined);
  }

  #keepsMark(printed: Printed): boolean {
    const written = this.#formatted(printed);
    return !written || (written.type === 'list' && written.isSigned);
  }

  /** The marker of a list as written. */
  #ownMark(index: number): string | undefined {
    const { kind, span } = this.#at(index);
    if (kind !== 'block') return undefined;
    const found = /^ {0,3}(?:\d{1,9}([.)])|([-*+]))(?:[ \t\n]|$)/.exec(this.#text.slice(span.start, span.start + 20));
    return found?.[1] ?? found?.[2];
  }

  /** What is printed between two blocks: a blank line, unless they have none between them and must stay together. */
  #between(before: Printed, after: Printed): string {
    const { index } = after;
    const [first, second] = [this.#at(before.index), this.#at(index)];
    const isOwn = ({ cst }: CstItem) => cst?.type === 'html' || cst?.type === 'definition';
    const written = this.#text.slice(first.span.end, second.span.start);
    if (index !== before.index + 1 || /\n[ \t]*\n/.test(written)) return '\n\n';
    // To some parser they may be one block, with a hard break between them.
    const isParagraph = second.cst?.type === 'paragraph';
    if (!this.#formatted(before) && (isParagraph || !this.#formatted(after))) return written;
    // CommonMark knows no footnotes: to it, this one continues the text above it.
    const isLazy = second.cst?.type === 'footnote' && HOLDS_PARAGRAPHS.has(first.cst?.type);
    return isLazy || (isOwn(first) && first.cst?.type === second.cst?.type) ? '\n' : '\n\n';
  }
}
