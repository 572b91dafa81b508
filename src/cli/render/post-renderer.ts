import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { House } from '../../model/house.ts';
import { atPlace, lostLinkWarnings, type Post, readPost, refusal } from '../../render.ts';
import { type PostFormat, TemplateError, templateEnding, UnprintableError } from '../../write/index.ts';
import type { ConfigResolver, ProjectConfig } from '../config/config-resolver.ts';
import { withTemplate } from '../config/templates.ts';
import { UsageError } from '../exit.ts';
import { encode, type WriteOutcome, type Writer } from '../files/atomic.ts';
import type { Input } from '../files/inputs.ts';
import type { OutputFormat, RenderRequest } from '../requests.ts';
import type { NoteFile } from '../run/pipeline.ts';
import { decodeNote } from '../run/read-note.ts';
import type { NoteOutcome } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';
import type { AssetWriter } from './assets.ts';
import type { FeedStory, LeftOut } from './feed-story.ts';
import { houseFonts } from './house-fonts.ts';
import type { FoundImages } from './image-sizes.ts';
import { type Made, postFile } from './known-posts.ts';
import type { Outputs } from './outputs.ts';
import { digest, type PostFile } from './post-record.ts';
import { PostSettings } from './post-settings.ts';
import { homeOf, pageOf, type Site } from './site.ts';
import { leadsOutside, replacesNote } from './targets.ts';

/** The rules of stories that no feed lists, and what the summary says of them. */
const WITHHELD: Readonly<Record<string, string>> = { embargo: 'under embargo', withdrawn: 'withdrawn' };

/** What became of a post, and what goes to stdout. */
export interface Rendered {
  readonly outcome: NoteOutcome;
  readonly printed?: string | Uint8Array;
  /** What to record, if posts are recorded. */
  readonly made?: Made;
  /** What the feeds get of the story, if there are any. */
  readonly story?: FeedStory;
}

interface WrittenPost {
  readonly outcome: WriteOutcome | undefined;
  /** If posts are recorded. */
  readonly file: PostFile | undefined;
}

/** Renders notes and writes their posts, in whichever thread. */
export class PostRenderer {
  readonly #request: RenderRequest;
  readonly #output: string | undefined;
  readonly #outputs: Outputs;
  readonly #configResolver: ConfigResolver;
  readonly #writer: Writer;
  readonly #templated = new Map<House, Promise<House>>();
  readonly settings: PostSettings;
  /** Absent where no image is copied, and in a worker. */
  assets: AssetWriter | undefined;

  /** @param output the file of the one post; undefined for stdout and for a folder. */
  constructor(
    request: RenderRequest,
    outputs: Outputs,
    output: string | undefined,
    configResolver: ConfigResolver,
    writer: Writer,
  ) {
    this.#request = request;
    this.#outputs = outputs;
    this.#output = output;
    this.#configResolver = configResolver;
    this.#writer = writer;
    this.settings = new PostSettings(request, outputs, (house, format) => this.#withTemplate(house, format));
  }

  /** Images are not in the way of a post that shows none: plain text prints their description. */
  putsAssets(formats: readonly OutputFormat[]): boolean {
    return this.#request.assets !== 'leave' && !formats.every(({ describesImages }) => describesImages);
  }

  /**
   * Renders a note, and writes its posts to files. It says what is wrong with the note.
   * @param isInOrder whether those before it are settled.
   * @returns undefined if they have to be.
   */
  async render(note: NoteFile, console: Console, isInOrder: boolean): Promise<Rendered | undefined> {
    const { name, bytes, plan: { target, isLine = false, isRecorded = false } = {} } = note;
    const project = await this.#configResolver.of(name);
    const { formats } = this.#outputs.of(project);
    const post = await this.#post(note, project, console);
    if (!post) return { outcome: 'failed' };
    if ('leftOut' in post) return { outcome: 'unchanged', story: post };
    const hasAssets =
      target !== undefined && this.putsAssets(formats) && (await import('./images.ts')).hasAssets(post.article);
    // Two notes may have different images of one name: the first one gets it.
    if (hasAssets && !isInOrder) return undefined;
    if (hasAssets && !(await this.#putAssets(name, bytes, post, target, console))) return { outcome: 'failed' };
    const images = await this.#findImages(note, formats, post, console);
    const outcomes: (WriteOutcome | undefined)[] = [];
    const files: (PostFile | undefined)[] = [];
    let printed: string | Uint8Array | undefined;
    for (const format of formats) {
      const content = await this.#print(note, project, post, format, images, console);
      const path = target === undefined ? this.#output : target + format.extensions[0];
      if (content === undefined) outcomes.push(undefined);
      else if (path === undefined) printed = isLine ? `${JSON.stringify(post.article)}\n` : content;
      else {
        const { outcome, file } = await this.#toFile(note, path, content, console);
        outcomes.push(outcome);
        files.push(file);
      }
    }
    await this.#warn(note, project, post, console);
    const isFailed = outcomes.includes(undefined);
    if (printed !== undefined && !isFailed) return { outcome: 'changed', printed };
    const { story, isComplete } = await this.#story(note, project, post, images, console);
    // A message must be printed every time, and images may have changed.
    const isSilent = !hasAssets && !images && console.said.messages.length === 0;
    const isWhole = isRecorded && !isFailed;
    const made = isWhole ? await this.#made(project, isSilent ? bytes : undefined, files) : undefined;
    const isSame = outcomes.every((one) => one === 'unchanged');
    const outcome = isFailed || !isComplete ? 'failed' : isSame ? 'unchanged' : 'changed';
    return { outcome, ...(made ? { made } : {}), ...(story ? { story } : {}) };
  }

  /** Warns of what a post loses in its formats, and of what an editor has to do by hand. */
  async #warn({ name, bytes }: NoteFile, project: ProjectConfig, post: Post, console: Console): Promise<void> {
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

  /** The images that are files, if a format states their sizes. Warns of missing ones, unless images have a place of their own. */
  async #findImages(
    { name, bytes, input, plan }: NoteFile,
    formats: readonly OutputFormat[],
    { article }: Post,
    console: Console,
  ): Promise<FoundImages | undefined> {
    const { stdinFilepath } = this.#request;
    if (!formats.some(({ sizesImages }) => sizesImages)) return undefined;
    const { findImages, missingImages } = await import('./image-sizes.ts');
    const found = findImages(article, dirname(this.#output ?? (input.kind === 'file' ? input.path : name)));
    const hasPlace = input.kind === 'file' || stdinFilepath !== undefined || this.#output !== undefined;
    const read = found && hasPlace && plan?.target === undefined ? decodeNote(bytes, name) : undefined;
    if (found && read && 'text' in read)
      for (const problem of missingImages(name, read.text, found)) await console.diagnostic(problem);
    return found;
  }

  /** What the feeds and the index get of a story. Says what it lacks for them. */
  async #story(
    note: NoteFile,
    project: ProjectConfig,
    post: Post,
    images: FoundImages | undefined,
    console: Console,
  ): Promise<{ readonly story?: FeedStory; readonly isComplete: boolean }> {
    const outputs = this.#outputs.of(project);
    const read = outputs.feeds.length === 0 && !outputs.index ? undefined : decodeNote(note.bytes, note.name);
    if (!read || 'problem' in read) return { isComplete: true };
    const { storyOf } = await import('./feed-story.ts');
    try {
      const page = {
        ...pageOf(note.plan?.target, this.#siteOf(project)),
        ...(images ? { imageSizes: images.sizes } : {}),
      };
      const { story, problems } = storyOf(note.name, read.text, post, outputs, page);
      for (const problem of problems) await console.diagnostic(problem);
      return { story, isComplete: problems.length === 0 };
    } catch (error) {
      await this.#reportPrinting(error, note, console);
      return { isComplete: false };
    }
  }

  #siteOf(project: ProjectConfig): Site {
    return { ...this.#outputs.of(project), outDir: this.#request.outDir };
  }

  /** What to record about posts. @param bytes the note, if its posts need not be rendered every time. */
  async #made(
    project: ProjectConfig,
    bytes: Uint8Array | undefined,
    files: readonly (PostFile | undefined)[],
  ): Promise<Made | undefined> {
    const settings = this.settings.of(project) ?? (await this.settings.load(project));
    const posts = files.flatMap((file, at) => (file ? [{ settings: settings[at] ?? '', file }] : []));
    const from = bytes && settings.length > 0 ? digest(bytes) : '';
    return posts.length === this.#outputs.of(project).formats.length ? { from, posts } : undefined;
  }

  /** @returns whether the post has its images. */
  async #putAssets(
    name: string,
    bytes: Uint8Array,
    { article }: Post,
    target: string,
    console: Console,
  ): Promise<boolean> {
    const read = this.assets ? decodeNote(bytes, name) : undefined;
    if (!this.assets || !read || 'problem' in read) return true;
    try {
      const problems = await this.assets.write(name, read.text, article, target);
      for (const problem of problems) await console.diagnostic(problem);
      return problems.length === 0;
    } catch (error) {
      await console.problem(error);
      return false;
    }
  }

  /** The post of a note, or undefined if there is none and the reason has been reported. A feed leaves out withheld stories. */
  async #post(
    { name, bytes }: NoteFile,
    project: ProjectConfig,
    console: Console,
  ): Promise<Post | LeftOut | undefined> {
    const read = decodeNote(bytes, name);
    if ('problem' in read) {
      await console.diagnostic(read.problem);
      return undefined;
    }
    const { house } = project;
    const { force, followUp } = this.#request;
    const { post, diagnostics } = readPost(read.text, { path: name, house, force, followUp });
    const withheld =
      this.#outputs.of(project).formats.length === 0 ? diagnostics.filter(({ rule }) => rule in WITHHELD) : [];
    for (const diagnostic of diagnostics) if (!withheld.includes(diagnostic)) await console.diagnostic(diagnostic);
    const [why] = withheld;
    return why ? { leftOut: WITHHELD[why.rule] ?? '' } : post;
  }

  /** A post in a format, or undefined if it has been reported why not. */
  async #print(
    note: NoteFile,
    project: ProjectConfig,
    post: Post,
    format: OutputFormat,
    images: FoundImages | undefined,
    console: Console,
  ): Promise<string | Uint8Array | undefined> {
    try {
      const house = await this.#withTemplate(post.house, format);
      if ('load' in format) {
        const draw = await format.load();
        return draw(post.article, house, { law: this.#request.law, fonts: houseFonts(house) });
      }
      const home = homeOf(note.plan?.target, this.#siteOf(project));
      return format.write(post.article, house, {
        ...this.#outputs.optionsOf(project, format),
        ...(images ? { imageSizes: images.sizes } : {}),
        ...(home === undefined ? {} : { home }),
      });
    } catch (error) {
      await this.#reportPrinting(error, note, console);
      return undefined;
    }
  }

  async #reportPrinting(error: unknown, { name, bytes }: NoteFile, console: Console): Promise<void> {
    const read = error instanceof UnprintableError ? decodeNote(bytes, name) : undefined;
    if (error instanceof UnprintableError && read && !('problem' in read)) {
      const { house } = await this.#configResolver.of(name);
      return console.diagnostic(refusal(read.text, { path: name, house }, error));
    }
    const isTemplate = error instanceof TemplateError;
    const advice = isTemplate
      ? [error.advice, `This happened while rendering '${name}'.`].filter(Boolean).join(' ')
      : '';
    await console.problem(isTemplate ? new UsageError(error.message, advice) : error, name);
  }

  /** The house with the template of `--template`, compiled once. */
  #withTemplate(house: House, format: PostFormat): House | Promise<House> {
    const { template } = this.#request;
    const ending = templateEnding(format);
    if (template === undefined || ending === undefined) return house;
    const known = this.#templated.get(house) ?? withTemplate(house, template, ending);
    this.#templated.set(house, known);
    return known;
  }

  /** @returns no outcome if it has been reported why not. */
  async #toFile(
    { input, plan }: NoteFile,
    path: string,
    content: string | Uint8Array,
    console: Console,
  ): Promise<WrittenPost> {
    try {
      if (replacesNote(path, typeof content === 'string' ? content : '')) {
        throw new UsageError(`'${path}' is a note and would be overwritten`, 'Write to another folder.');
      }
      const { outDir, keepTimes } = this.#request;
      if (outDir !== undefined && leadsOutside(path, outDir)) {
        throw new UsageError(`'${path}' leads outside '${outDir}'`, 'Remove the link.');
      }
      // Encoded once, for the file and for its digest.
      const bytes = encode(content);
      const outcome = await this.#writer.write(path, bytes, keepTimes ? {} : { newerThan: timeOf(input, outDir) });
      return { outcome, file: plan?.isRecorded ? postFile(path, bytes) : undefined };
    } catch (error) {
      await console.problem(error);
      return { outcome: undefined, file: undefined };
    }
  }
}

/**
 * The time that a post must have: that of its note, because a program such as make runs again for an older post. A post that
 * is named on the command line may also depend on other files, so its time is now.
 */
function timeOf({ kind, path }: Input, outDir: string | undefined): number {
  const time = kind === 'file' ? (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) : 0;
  return outDir === undefined ? Math.max(Date.now(), time) : time;
}
