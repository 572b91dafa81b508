import type { House } from '../../model/house.ts';
import { atPlace, lostLinkWarnings, type Post, refusal } from '../../render.ts';
import { type PostFormat, TemplateError, templateEnding, UnprintableError } from '../../write/index.ts';
import type { ProjectConfig } from '../config/config-resolver.ts';
import { withTemplate } from '../config/templates.ts';
import { UsageError } from '../exit.ts';
import type { OutputFormat, RenderRequest } from '../requests.ts';
import type { NoteFile } from '../run/pipeline.ts';
import { decodeNote } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import { houseFonts } from './house-fonts.ts';
import type { FoundImages } from './image-sizes.ts';
import type { Outputs } from './outputs.ts';
import { homeOf } from './site.ts';

/** Prints posts in their formats, and reports what prevents it. */
export class PostPrinter {
  readonly #request: RenderRequest;
  readonly #outputs: Outputs;
  /** What has been said about each note. Both formats of a card refuse a story for the same reason. */
  readonly #said = new WeakMap<NoteFile, Set<string>>();
  readonly #templated = new Map<House, Promise<House>>();

  constructor(request: RenderRequest, outputs: Outputs) {
    this.#request = request;
    this.#outputs = outputs;
  }

  /** A post in a format, or undefined if it has been reported why not. */
  async print(
    note: NoteFile,
    project: ProjectConfig,
    post: Post,
    format: OutputFormat,
    images: FoundImages | undefined,
    console: Console,
  ): Promise<string | Uint8Array | undefined> {
    try {
      const house = await this.withTemplate(post.house, format);
      if ('load' in format) {
        const draw = await format.load();
        return draw(post.article, house, { law: this.#request.law, fonts: houseFonts(house) });
      }
      const home = homeOf(note.plan?.target, this.#outputs.siteOf(project));
      return format.write(post.article, house, {
        ...this.#outputs.optionsOf(project, format),
        ...(images ? { imageSizes: images.sizes } : {}),
        ...(home === undefined ? {} : { home }),
      });
    } catch (error) {
      await this.report(error, note, project, console);
      return undefined;
    }
  }

  /** Warns of what a post loses in its formats, and of what an editor has to do by hand. */
  async warn({ name, bytes }: NoteFile, project: ProjectConfig, post: Post, console: Console): Promise<void> {
    const formats = this.#outputs.of(project).formats.filter(({ isOffSite }) => isOffSite);
    const read = formats.length === 0 ? undefined : decodeNote(bytes, name);
    if (!read || 'problem' in read) return;
    const options = { path: name, house: project.house };
    const printed = formats.map((format) => ({ format, options: this.#outputs.optionsOf(project, format) }));
    const reasons = formats.flatMap((format) =>
      'warnings' in format ? (format.warnings?.(post.article, post.house) ?? []) : [],
    );
    for (const warning of [
      ...lostLinkWarnings(read.text, options, post, printed),
      ...reasons.map((reason) => atPlace(read.text, options, reason, 'warning')),
    ])
      await console.diagnostic(warning);
  }

  /** Reports why there is no post. */
  async report(error: unknown, note: NoteFile, { house }: ProjectConfig, console: Console): Promise<void> {
    const { name, bytes } = note;
    if (error instanceof UnprintableError && !this.#isNew(note, error)) return;
    const read = error instanceof UnprintableError ? decodeNote(bytes, name) : undefined;
    if (error instanceof UnprintableError && read && !('problem' in read)) {
      return console.diagnostic(refusal(read.text, { path: name, house }, error));
    }
    const isTemplate = error instanceof TemplateError;
    const advice = isTemplate
      ? [error.advice, `This happened while rendering '${name}'.`].filter(Boolean).join(' ')
      : '';
    await console.problem(isTemplate ? new UsageError(error.message, advice) : error, name);
  }

  #isNew(note: NoteFile, { message }: UnprintableError): boolean {
    const said = this.#said.get(note) ?? new Set();
    this.#said.set(note, said);
    const isNew = !said.has(message);
    said.add(message);
    return isNew;
  }

  /** The house with the template of `--template`, compiled once. */
  withTemplate(house: House, format: PostFormat): House | Promise<House> {
    const { template } = this.#request;
    const ending = templateEnding(format);
    if (template === undefined || ending === undefined) return house;
    const known = this.#templated.get(house) ?? withTemplate(house, template, ending);
    this.#templated.set(house, known);
    return known;
  }
}
