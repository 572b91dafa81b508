/** Made at build from the folders of `templates/`: see `esbuild.config.mjs`. */
declare module 'copydesk:houses' {
  export const houses: Record<string, { data: unknown; templates: Record<string, () => object> }>;
}

/** Made at build from dictionaries: see `esbuild.english.mjs`. */
declare module 'copydesk:english' {
  export const english: string;
}

/** The Chinese messages as JSON, made at build: see `esbuild.messages.mjs`. */
declare module 'copydesk:zh' {
  export const zh: string;
}

/** Made at build from `src/lint/spelling/han-words.txt`. */
declare module 'copydesk:chinese' {
  export const chinese: string;
}

/** The part of Handlebars that runs precompiled templates. Its own declaration omits the exports. */
declare module 'handlebars/runtime.js' {
  const runtime: Pick<typeof import('handlebars'), 'template' | 'SafeString' | 'Exception'>;
  export default runtime;
}

/** Where the parser of Handlebars stopped. Its own declaration leaves the parser out. */
declare namespace Handlebars {
  const Parser: { readonly lexer: { readonly yylloc: { readonly first_line: number; readonly first_column: number } } };
}

/** The part of commonmark.js that is used here and in tests: it has no types of its own. */
declare module 'commonmark' {
  export class Node {
    constructor(type: string);
    readonly type: string;
    literal: string | null;
    readonly destination: string | null;
    readonly title: string | null;
    readonly firstChild: Node | null;
    readonly next: Node | null;
    readonly parent: Node | null;
    /** Lines and columns from 1, both ends included; of blocks only. */
    readonly sourcepos: readonly [readonly [number, number], readonly [number, number]];
    appendChild(child: Node): void;
    unlink(): void;
    walker(): NodeWalker;
  }
  export interface NodeWalker {
    next(): { readonly entering: boolean; readonly node: Node } | null;
    resumeAt(node: Node, entering: boolean): void;
  }
  export class Parser {
    parse(markdown: string): Node;
  }
  export class HtmlRenderer {
    constructor(options?: { readonly softbreak?: string });
    render(node: Node): string;
  }
}

/** Made at build: what draws cards is in files beside the program. See `esbuild.card.mjs`. */
declare module 'copydesk:card' {
  /** Loads the libraries. */
  export function loadEngine(): Promise<typeof import('./write/card/engine.ts')>;
  /** Reads a font, or the file of a library. */
  export function readCardFile(name: string): Uint8Array;
}

/** Made at build: what the pages of the preview load. See `esbuild.preview.mjs`. */
declare module 'copydesk:preview' {
  export const client: { readonly script: string; readonly style: string };
}
