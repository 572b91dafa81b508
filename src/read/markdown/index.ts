export { LIMITS, type TooComplex } from './lexer/limits.ts';
export { parseMarkdown, type Wanted } from './parse.ts';
export type { MarkdownItem, MarkdownResult } from './result.ts';
