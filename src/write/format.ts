import type { Article } from '../model/article.ts';
import type { House } from '../model/house.ts';

export interface WriteOptions {
  /** HTML without the page around it, for a content management system. */
  readonly fragment?: boolean;
  /** The number of columns to wrap text to. Without it, each paragraph is one line. */
  readonly width?: number;
}

/** An output format: one file in this folder, one line in `index.ts`, one template in a house. */
export interface Format<Name extends string = string> {
  readonly name: Name;
  /** With the dot. New files get the first; `-o` recognises each. */
  readonly extensions: readonly string[];
  /** The post, ending in one line feed. Throws only a TemplateError. */
  write(article: Article, house: House, options: WriteOptions): string;
}
