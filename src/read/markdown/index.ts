export { LIMITS } from './lexer/limits.ts';
export { parseMarkdown, type Wanted } from './parse.ts';
export type { MarkdownItem, MarkdownResult } from './result.ts';
