import { dirname } from 'node:path';
import { type Post, readPost } from '../../render.ts';
import { refuseNoFollowUp } from '../../write/channels/follow-up.ts';
import type { ConfigResolver, ProjectConfig } from '../config/config-resolver.ts';
import type { WriteOutcome, Writer } from '../files/atomic.ts';
import type { OutputFormat, RenderRequest } from '../requests.ts';
import type { NoteFile } from '../run/pipeline.ts';
import { decodeNote } from '../run/read-note.ts';
import type { NoteOutcome } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';
import type { AssetWriter } from './assets.ts';
import type { FeedStory, LeftOut } from './feed-story.ts';
import type { FoundImages } from './image-sizes.ts';
import type { Made } from './known-posts.ts';
import type { LinkedStory } from './note-links.ts';
import type { Outputs } from './outputs.ts';
import { PostFiles } from './post-files.ts';
import { PostPrinter } from './post-printer.ts';
import { digest, type PostFile } from './post-record.ts';
import { PostSettings } from './post-settings.ts';
import { pageOf } from './site.ts';

/** The rules of stories that no feed lists, and what the summary says of them. */
const WITHHELD: Readonly<Record<string, string>> = { embargo: 'under embargo', withdrawn: 'withdrawn' };

/** The name of a file that may be a note. Most stories have none. */
const MAY_LINK = /\.(?:md|markdown|ya?ml|json)/i;

/** What became of a post, and what goes to stdout. */
export interface Rendered {
  readonly outcome: NoteOutcome;
  readonly printed?: string | Uint8Array;
  /** What to record, if posts are recorded. */
  readonly made?: Made;
  /** What the feeds get of the story, if there are any. */
  readonly story?: FeedStory;
}

/** Renders notes and writes their posts, in whichever thread. */
export class PostRenderer {
  readonly #request: RenderRequest;
  readonly #output: string | undefined;
  readonly #outputs: Outputs;
  readonly #configResolver: ConfigResolver;
  readonly #printer: PostPrinter;
  readonly #files: PostFiles;
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
    this.#printer = new PostPrinter(request, outputs);
    this.#files = new PostFiles(request, writer);
    this.settings = new PostSettings(request, outputs, (house, format) => this.#printer.withTemplate(house, format));
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
    if (this.#request.followUp && formats.length > 0) {
      try {
        refuseNoFollowUp(post.article);
      } catch (error) {
        // Few stories of a folder have a correction.
        if (!note.isNamed) return { outcome: 'uncorrected' };
        await this.#printer.report(error, note, project, console);
        return { outcome: 'failed' };
      }
    }
    const hasAssets =
      target !== undefined && this.putsAssets(formats) && (await import('./images.ts')).hasAssets(post.article);
    // Two notes may have different images of one name: the first one gets it.
    if (hasAssets && !isInOrder) return undefined;
    if (hasAssets && !(await this.#putAssets(name, bytes, post, target, console))) return { outcome: 'failed' };
    const images = await this.#findImages(note, formats, post, console);
    const linked = await this.#linkNotes(note, post);
    const outcomes: (WriteOutcome | undefined)[] = [];
    const files: (PostFile | undefined)[] = [];
    let printed: string | Uint8Array | undefined;
    for (const format of formats) {
      const content = await this.#printer.print(note, project, linked?.(format) ?? post, format, images, console);
      const path = target === undefined ? this.#output : target + format.extensions[0];
      if (content === undefined) outcomes.push(undefined);
      else if (path === undefined) printed = isLine ? `${JSON.stringify(post.article)}\n` : content;
      else {
        const { outcome, file } = await this.#files.write(note, path, content, console);
        outcomes.push(outcome);
        files.push(file);
      }
    }
    await this.#printer.warn(note, project, post, console);
    const isFailed = outcomes.includes(undefined);
    if (printed !== undefined && !isFailed) return { outcome: 'changed', printed };
    const { story, isComplete } = await this.#story(note, project, linked?.() ?? post, images, console);
    // A message must be printed every time, and images and linked notes may have changed.
    const isSilent = !hasAssets && !images && !linked && console.said.messages.length === 0;
    const isWhole = isRecorded && !isFailed;
    const made = isWhole ? await this.#made(project, isSilent ? bytes : undefined, files) : undefined;
    const isSame = outcomes.every((one) => one === 'unchanged');
    const outcome = isFailed || !isComplete ? 'failed' : isSame ? 'unchanged' : 'changed';
    return { outcome, ...(made ? { made } : {}), ...(story ? { story } : {}) };
  }

  async #linkNotes({ bytes, input, plan }: NoteFile, post: Post): Promise<LinkedStory | undefined> {
    if (input.kind !== 'file' || !MAY_LINK.test(Buffer.from(bytes).toString('latin1'))) return undefined;
    const { linkNotes } = await import('./note-links.ts');
    return linkNotes(post, input, plan?.target, this.#configResolver);
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
        ...pageOf(note.plan?.target, this.#outputs.siteOf(project)),
        ...(images ? { imageSizes: images.sizes } : {}),
      };
      const { story, problems } = storyOf(note.name, read.text, post, outputs, page);
      for (const problem of problems) await console.diagnostic(problem);
      return { story, isComplete: problems.length === 0 };
    } catch (error) {
      await this.#printer.report(error, note, project, console);
      return { isComplete: false };
    }
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
}
