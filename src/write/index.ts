import { bluesky, linkedin, mastodon, telegram, x } from './channels/formats.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ninjs } from './ninjs.ts';
import { text } from './text.ts';

const LIST = [markdown, html, text, json, ninjs, telegram, x, bluesky, mastodon, linkedin] as const;

export type FormatName = (typeof LIST)[number]['name'];

/** The output formats. The first is the default. */
export const FORMATS: readonly Format<FormatName>[] = LIST;
export { type Format, type ImageSize, templateEnding, type WriteOptions } from './format.ts';
export { TemplateError } from './template/run.ts';
export { UnprintableError } from './unprintable.ts';
