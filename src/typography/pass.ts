import type { Typography } from '../model/house.ts';
import type { Edit } from '../text/index.ts';

/**
 * One rule of the house for characters. A pass sees one run of text (a paragraph, a headline, a cell), which `run.ts`
 * flattens, and returns the smallest edits: one character replaced, one space inserted.
 */
export interface Pass {
  /** In kebab case. Findings use it, so it never changes. */
  readonly name: string;
  /**
   * The source of a regular expression that matches every run that the pass could change, so that other runs cost nothing.
   * Undefined if the house does not want the pass.
   */
  readonly trigger: (typography: Typography) => string | undefined;
  /** Edits with UTF-16 offsets into `text`, in order, outside masked characters. Never throws. */
  readonly edits: (text: string, typography: Typography) => readonly Edit[];
}

/** An edit that replaces one UTF-16 unit. */
export function replaceAt(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset + 1 }, text };
}

/** An edit that inserts text. */
export function insertAt(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
