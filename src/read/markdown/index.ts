export { warningsOf } from './html-runs.ts';
export type { MarkdownItem } from './item.ts';
export { LIMITS } from './lexer/limits.ts';
export { type MarkdownResult, parseMarkdown } from './parse.ts';
