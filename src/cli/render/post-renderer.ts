import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { House } from '../../model/house.ts';
import { type Post, readPost, refusal } from '../../render.ts';
import { type Format, TemplateError, templateEnding, UnprintableError } from '../../write/index.ts';
import type { ConfigResolver } from '../config/config-resolver.ts';
import { withTemplate } from '../config/templates.ts';
import { UsageError } from '../exit.ts';
import { encode, type WriteOutcome, type Writer } from '../files/atomic.ts';
import type { Input } from '../files/inputs.ts';
import type { RenderRequest } from '../requests.ts';
import type { NoteFile } from '../run/pipeline.ts';
import { decodeNote } from '../run/read-note.ts';
import type { NoteOutcome } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';
import type { AssetWriter } from './assets.ts';
import type { FeedStory, LeftOut } from './feed-story.ts';
import type { FoundImages } from './image-sizes.ts';
import { type Made, postFile } from './known-posts.ts';
import { digest, type PostFile } from './post-record.ts';
import { PostSettings } from './post-settings.ts';
import { homeOf, pageOf } from './site.ts';
import { leadsOutside, replacesNote } from './targets.ts';

/** The rules of stories that no feed lists, and what the summary says of them. */
const WITHHELD: Readonly<Record<string, string>> = { embargo: 'under embargo', withdrawn: 'withdrawn' };

/** What became of a post, and what goes to stdout. */
export interface Rendered {
  readonly outcome: NoteOutcome;
  readonly printed?: string;
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
  readonly #configResolver: ConfigResolver;
  readonly #writer: Writer;
  readonly #templated = new Map<House, Promise<House>>();
  readonly settings: PostSettings;
  /** Absent where no image is copied, and in a worker. */
  assets: AssetWriter | undefined;

  /** @param output the file of the one post; undefined for stdout and for a folder. */
  constructor(request: RenderRequest, output: string | undefined, configResolver: ConfigResolver, writer: Writer) {
    this.#request = request;
    this.#output = output;
    this.#configResolver = configResolver;
    this.#writer = writer;
    this.settings = new PostSettings(request, (house, format) => this.#withTemplate(house, format));
  }

  /** Images are not in the way of a post that shows none: plain text prints their description. */
  get putsAssets(): boolean {
    const { assets, formats } = this.#request;
    return assets !== 'leave' && !formats.every(({ describesImages }) => describesImages);
  }

  /**
   * Renders a note, and writes its posts to files. It says what is wrong with the note.
   * @param isInOrder whether those before it are settled.
   * @returns undefined if they have to be.
   */
  async render(note: NoteFile, console: Console, isInOrder: boolean): Promise<Rendered | undefined> {
    const { name, bytes, plan: { target, isLine = false, isRecorded = false } = {} } = note;
    const post = await this.#post(name, bytes, console);
    if (!post) return { outcome: 'failed' };
    if ('leftOut' in post) return { outcome: 'unchanged', story: post };
    const hasAssets = target !== undefined && this.putsAssets && (await import('./images.ts')).hasAssets(post.article);
    // Two notes may have different images of one name: the first one gets it.
    if (hasAssets && !isInOrder) return undefined;
    if (hasAssets && !(await this.#putAssets(name, bytes, post, target, console))) return { outcome: 'failed' };
    const images = await this.#findImages(note, post, console);
    const outcomes: (WriteOutcome | undefined)[] = [];
    const files: (PostFile | undefined)[] = [];
    let printed: string | undefined;
    for (const format of this.#request.formats) {
      const path = target === undefined ? this.#output : target + format.extensions[0];
      const text = await this.#print(note, post, format, images, console);
      if (text === undefined) outcomes.push(undefined);
      else if (path === undefined) printed = isLine ? `${JSON.stringify(post.article)}\n` : text;
      else {
        const { outcome, file } = await this.#toFile(note, path, text, console);
        outcomes.push(outcome);
        files.push(file);
      }
    }
    if (outcomes.includes(undefined)) return { outcome: 'failed' };
    if (printed !== undefined) return { outcome: 'changed', printed };
    const { story, isComplete } = await this.#story(note, post, images, console);
    // A message must be printed every time, and images may have changed.
    const isSilent = !hasAssets && !images && console.said.messages.length === 0;
    const made = isRecorded ? await this.#made(name, isSilent ? bytes : undefined, files) : undefined;
    const isSame = outcomes.every((one) => one === 'unchanged');
    const outcome = !isComplete ? 'failed' : isSame ? 'unchanged' : 'changed';
    return { outcome, ...(made ? { made } : {}), ...(story ? { story } : {}) };
  }

  /** The images that are files, if a format states their sizes. Warns of missing ones, unless images have a place of their own. */
  async #findImages(
    { name, bytes, input, plan }: NoteFile,
    { article }: Post,
    console: Console,
  ): Promise<FoundImages | undefined> {
    const { formats, stdinFilepath } = this.#request;
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
    post: Post,
    images: FoundImages | undefined,
    console: Console,
  ): Promise<{ readonly story?: FeedStory; readonly isComplete: boolean }> {
    const { feeds, index } = this.#request;
    const read = feeds.length === 0 && !index ? undefined : decodeNote(note.bytes, note.name);
    if (!read || 'problem' in read) return { isComplete: true };
    const { storyOf } = await import('./feed-story.ts');
    try {
      const page = { ...pageOf(note.plan?.target, this.#request), ...(images ? { imageSizes: images.sizes } : {}) };
      const { story, problems } = storyOf(note.name, read.text, post, this.#request, page);
      for (const problem of problems) await console.diagnostic(problem);
      return { story, isComplete: problems.length === 0 };
    } catch (error) {
      await this.#reportPrinting(error, note, console);
      return { isComplete: false };
    }
  }

  /** What to record about posts. @param bytes the note, if its posts need not be rendered every time. */
  async #made(
    name: string,
    bytes: Uint8Array | undefined,
    files: readonly (PostFile | undefined)[],
  ): Promise<Made | undefined> {
    const project = await this.#configResolver.of(name);
    const settings = this.settings.of(project) ?? (await this.settings.load(project));
    const posts = files.flatMap((file, at) => (file ? [{ settings: settings[at] ?? '', file }] : []));
    const from = bytes && settings.length > 0 ? digest(bytes) : '';
    return posts.length === this.#request.formats.length ? { from, posts } : undefined;
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
  async #post(name: string, bytes: Uint8Array, console: Console): Promise<Post | LeftOut | undefined> {
    const read = decodeNote(bytes, name);
    if ('problem' in read) {
      await console.diagnostic(read.problem);
      return undefined;
    }
    const { house } = await this.#configResolver.of(name);
    const { post, diagnostics } = readPost(read.text, { path: name, house, force: this.#request.force });
    const withheld = this.#request.formats.length === 0 ? diagnostics.filter(({ rule }) => rule in WITHHELD) : [];
    for (const diagnostic of diagnostics) if (!withheld.includes(diagnostic)) await console.diagnostic(diagnostic);
    const [why] = withheld;
    return why ? { leftOut: WITHHELD[why.rule] ?? '' } : post;
  }

  /** A post in a format, or undefined if it has been reported why not. */
  async #print(
    note: NoteFile,
    post: Post,
    format: Format,
    images: FoundImages | undefined,
    console: Console,
  ): Promise<string | undefined> {
    const { fragment, width } = this.#request;
    const home = homeOf(note.plan?.target, this.#request);
    try {
      const house = await this.#withTemplate(post.house, format);
      return format.write(post.article, house, {
        fragment,
        ...(width === undefined ? {} : { width }),
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
  #withTemplate(house: House, format: Format): House | Promise<House> {
    const { template } = this.#request;
    const ending = templateEnding(format);
    if (template === undefined || ending === undefined) return house;
    const known = this.#templated.get(house) ?? withTemplate(house, template, ending);
    this.#templated.set(house, known);
    return known;
  }

  /** @returns no outcome if it has been reported why not. */
  async #toFile({ input, plan }: NoteFile, path: string, text: string, console: Console): Promise<WrittenPost> {
    try {
      if (replacesNote(path, text)) {
        throw new UsageError(`'${path}' is a note and would be overwritten`, 'Write to another folder.');
      }
      const { outDir, keepTimes } = this.#request;
      if (outDir !== undefined && leadsOutside(path, outDir)) {
        throw new UsageError(`'${path}' leads outside '${outDir}'`, 'Remove the link.');
      }
      // Encoded once, for the file and for its digest.
      const bytes = encode(text);
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
