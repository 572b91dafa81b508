import type { Typography } from '../model/house.ts';
import type { Edit } from '../text/index.ts';

/**
 * One thing the house does to characters. A pass sees one run of text — a paragraph, a headline, a cell — flattened
 * as `run.ts` says, and yields the smallest edits that set it right: one character replaced, one space put in.
 */
export interface Pass {
  /** Stable, in kebab case: findings are named after it. */
  readonly name: string;
  /**
   * The source of a regular expression that finds something in every run that the pass could change; undefined when
   * the house does not want the pass. It is what makes a clean paragraph cost nothing.
   */
  readonly trigger: (typography: Typography) => string | undefined;
  /** Edits with UTF-16 offsets into `text`, in order, none touching a masked character. Any text is good; never throws. */
  readonly edits: (text: string, typography: Typography) => readonly Edit[];
}

/** An edit that replaces one UTF-16 unit. */
export function replaceAt(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset + 1 }, text };
}

/** An edit that puts text in. */
export function insertAt(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
