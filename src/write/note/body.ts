import type { Written, WrittenBlock, WrittenNote } from '../../model/written.ts';
import { blockText } from './blocks.ts';
import { markFor } from './list.ts';
import type { Plan } from './plan.ts';
import type { Stretch } from './sections.ts';

/** A block to print, by its index, and the section that it stands in. */
export interface Printed {
  readonly index: number;
  readonly stretch: Stretch;
}

/** What stands before a block. */
interface Before {
  readonly printed: Printed;
  /** The mark of a list, where it is one. */
  readonly mark: string | undefined;
}

/** Prints the blocks of the text, one blank line apart. */
export class Body {
  readonly #written: WrittenNote;
  readonly #plan: Plan;
  readonly #text: string;
  readonly #startsFile: boolean;

  constructor(written: WrittenNote, plan: Plan, startsFile: boolean) {
    this.#written = written;
    this.#plan = plan;
    this.#text = written.note.source.text;
    this.#startsFile = startsFile;
  }

  print(all: readonly Printed[]): string {
    let text = '';
    let before: Before | undefined;
    for (const [at, printed] of all.entries()) {
      const mark = this.#mark(printed, before?.mark, all[at + 1]);
      if (before) text += this.#areOne(before.printed, printed) ? '\n' : '\n\n';
      text += this.#block(printed, mark, before);
      before = { printed, mark };
    }
    return text;
  }

  #at(index: number): WrittenBlock {
    const block = this.#written.blocks[index];
    if (!block) throw new RangeError(`there is no block ${index}`);
    return block;
  }

  /** How a block is to be printed; undefined for one that stays as it stands. */
  #shaped({ index, stretch }: Printed): Written | undefined {
    const { written } = this.#at(index);
    if (!written || written.type === 'open-fence' || this.#plan.blocks.get(index) === 'none') return undefined;
    if (written.type !== 'heading' || stretch.shift === 0) return written;
    return { ...written, depth: Math.min(6, written.depth + stretch.shift) };
  }

  #block(printed: Printed, mark: string | undefined, before: Before | undefined): string {
    const { index, stretch } = printed;
    const { span } = this.#at(index);
    if (stretch.heading !== undefined && span.start === stretch.section.heading?.span.start) return stretch.heading;
    const written = this.#shaped(printed);
    if (!written) return this.#asItStands(index);
    // On the first line of a file it would open a front matter.
    if (written.type === 'rule' && !before && this.#startsFile) return '***';
    const care = this.#plan.blocks.get(index) ?? 'full';
    return blockText(written, { care, isBehindList: before?.mark !== undefined, mark });
  }

  /** A fence that is not closed goes on to the end of the text, blank lines included. */
  #asItStands(index: number): string {
    const { span, written } = this.#at(index);
    if (written?.type !== 'open-fence') return this.#text.slice(span.start, span.end);
    return this.#text.slice(span.start).replace(/\n$/, '');
  }

  /** The mark of a list: another than that of the one before, and than that of one behind it that stays as it stands. */
  #mark(printed: Printed, before: string | undefined, next: Printed | undefined): string | undefined {
    const written = this.#shaped(printed);
    if (!written) return this.#ownMark(printed.index);
    if (written.type !== 'list') return undefined;
    return markFor(written, before, next && !this.#shaped(next) ? this.#ownMark(next.index) : undefined);
  }

  /** The mark of a list as it stands. */
  #ownMark(index: number): string | undefined {
    const { kind, span } = this.#at(index);
    if (kind !== 'block') return undefined;
    const found = /^ {0,3}(?:\d{1,9}([.)])|([-*+]))(?:[ \t\n]|$)/.exec(this.#text.slice(span.start, span.start + 20));
    return found?.[1] ?? found?.[2];
  }

  /** Definitions, HTML with comments, and what stays as it stands, where they stand line under line. */
  #areOne(before: Printed, after: Printed): boolean {
    const { index } = after;
    const [first, second] = [this.#at(before.index), this.#at(index)];
    const isOwn = ({ written }: WrittenBlock) => written?.type === 'html' || written?.type === 'definition';
    const stay = !this.#shaped(before) && !this.#shaped(after);
    if (index !== before.index + 1) return false;
    if (!stay && (!isOwn(first) || first.written?.type !== second.written?.type)) return false;
    return !/\n[ \t]*\n/.test(this.#text.slice(first.span.end, second.span.start));
  }
}
