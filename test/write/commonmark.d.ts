/** The little of commonmark.js that a test asks: it has no types of its own. */
declare module 'commonmark' {
  export interface Node {
    readonly type: string;
    readonly literal: string | null;
    readonly destination: string | null;
  }
  export class Parser {
    parse(markdown: string): { walker(): { next(): { readonly entering: boolean; readonly node: Node } | null } };
  }
}
