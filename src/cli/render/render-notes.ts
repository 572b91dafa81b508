import { statSync } from 'node:fs';
import type { House } from '../../model/house.ts';
import { type Post, readPost } from '../../render.ts';
import { type Format, TemplateError } from '../../write/index.ts';
import { ConfigResolver } from '../config/config-resolver.ts';
import { withTemplate } from '../config/templates.ts';
import { EXIT, UsageError } from '../exit.ts';
import { type WriteOutcome, Writer } from '../files/atomic.ts';
import type { Input } from '../files/inputs.ts';
import { realPath } from '../files/paths.ts';
import type { Host } from '../host.ts';
import type { RenderRequest } from '../requests.ts';
import { createContext, type Job, type NoteFile, type Plan, type RunContext, runPipeline } from '../run/pipeline.ts';
import { decodeNote } from '../run/read-note.ts';
import { type NoteOutcome, some } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';
import type { AssetWriter } from './assets.ts';
import { type KnownPosts, type Made, postFile } from './known-posts.ts';
import { openPosts, savePosts } from './open-posts.ts';
import { digest, type PostFile } from './post-record.ts';
import { PostSettings } from './post-settings.ts';
import { survey, withoutOutput } from './survey.ts';
import { leadsOutside, planTargets, replacesNote } from './targets.ts';

/** Renders the notes of a request. */
export async function renderNotes(request: RenderRequest, host: Host, console: Console): Promise<void> {
  const configResolver = new ConfigResolver(request, 'configuration', 'print');
  const context = createContext({ host, console, configResolver }, { ...request, failsOnChange: false });
  await runPipeline(new RenderJob(request, context), { ...request, anyFile: false }, context);
}

/** What became of a post, and what goes to stdout. */
interface Rendered {
  readonly outcome: NoteOutcome;
  readonly printed?: string;
  /** What to record, if posts are recorded. */
  readonly made?: Made;
}

class RenderJob implements Job<Rendered> {
  readonly writes: boolean;
  readonly writesInPlace = false;
  readonly printsStdin = false;
  readonly isAlone = false;
  readonly #request: RenderRequest;
  readonly #context: RunContext;
  /** The file of `--output`, unless it is stdout. */
  readonly #output: string | undefined;
  readonly #writer: Writer;
  readonly #templated = new Map<House, Promise<House>>();
  readonly #settings: PostSettings;
  #knownPosts: KnownPosts | undefined;
  #pruned = 0;
  /** All notes were found, so that a post without one may be removed. */
  #foundAll = true;
  #targets: ReadonlyMap<Input, string> = new Map();
  #assets: AssetWriter | undefined;
  /** More than one post goes to stdout, as JSON Lines. */
  #isLines = false;

  constructor(request: RenderRequest, context: RunContext) {
    const { outDir, output } = request;
    this.#output = output === '-' ? undefined : output;
    this.writes = outDir !== undefined || this.#output !== undefined;
    this.#request = request;
    this.#context = context;
    this.#settings = new PostSettings(request, (house, format) => this.#withTemplate(house, format));
    this.#writer = new Writer(outDir === undefined ? { durable: 'each' } : { durable: 'batch', makeFolders: true });
  }

  async start(inputs: readonly Input[]): Promise<readonly Input[]> {
    const { console, summary, configResolver } = this.#context;
    const { outDir, formats, allowNone } = this.#request;
    this.#foundAll = console.exit === EXIT.fine;
    this.#knownPosts = await openPosts(this.#request, inputs, this.#settings, console);
    const options = { wantSlugs: outDir !== undefined, allowNone };
    const found = await survey(withoutOutput(inputs, outDir), options, configResolver, this.#knownPosts);
    for (const path of found.skipped) await summary.skip('no note', path);
    if (outDir === undefined) {
      this.#refuseMixture(found.notes);
      return found.notes;
    }
    const { targets, done, refusals } = planTargets(found.notes, found.slugs, outDir, formats, this.#knownPosts);
    for (const refusal of refusals) await console.usage(refusal);
    const notes = found.notes.filter((input) => targets.has(input));
    for (let refused = notes.length; refused < found.notes.length; refused++) summary.add('failed');
    this.#targets = targets;
    this.#knownPosts?.planFolders(targets.values());
    for (let count = done.size; count > 0; count--) summary.add('unchanged');
    const left = notes.filter((input) => !done.has(input));
    if (left.length > 0) this.#assets = await this.#openAssets(outDir);
    return left;
  }

  /** Images are not in the way of a post that shows none: plain text prints their description. */
  get #putsAssets(): boolean {
    const { assets, formats } = this.#request;
    return assets !== 'leave' && !formats.every(({ name }) => name === 'text');
  }

  async #openAssets(outDir: string): Promise<AssetWriter | undefined> {
    const { assets, formats } = this.#request;
    if (assets === 'leave' || !this.#putsAssets) return undefined;
    const { AssetWriter } = await import('./assets.ts');
    const posts = [...this.#targets.values()].flatMap((target) =>
      formats.map(({ extensions: [first = ''] }) => target + first),
    );
    return new AssetWriter(assets, outDir, this.#writer, posts);
  }

  #refuseMixture(notes: readonly Input[]): void {
    const output = this.#output;
    for (const { kind, path } of output === undefined ? [] : notes) {
      if (kind === 'file' && output !== undefined && realPath(path) === realPath(output)) {
        throw new UsageError(`the output file '${output}' is the note itself`, 'Write the post to another file.');
      }
    }
    this.#isLines = notes.length > 1;
    if (!this.#isLines) return;
    if (output !== undefined) {
      throw new UsageError(
        `${notes.length} posts cannot be written to one file`,
        'Write them to a folder with --out-dir DIR.',
      );
    }
    if (this.#request.formats[0]?.name === 'json') return;
    const advice = 'Write them to a folder with --out-dir DIR, or print them as JSON Lines with --to json.';
    throw new UsageError(`cannot print ${notes.length} posts to stdout`, advice);
  }

  planOf(input: Input): Plan {
    const target = this.#targets.get(input);
    const isRecorded = this.#knownPosts !== undefined && input.kind === 'file';
    return { isLine: this.#isLines, isRecorded, ...(target === undefined ? {} : { target }) };
  }

  async work(note: NoteFile, console: Console, isInOrder: boolean): Promise<Rendered | undefined> {
    const { input, name, bytes, plan: { target, isLine = false, isRecorded = false } = {} } = note;
    const post = await this.#post(name, bytes, console);
    if (!post) return { outcome: 'failed' };
    const hasAssets = target !== undefined && this.#putsAssets && (await import('./assets.ts')).hasAssets(post.article);
    // Two notes may have different images of one name: the first one gets it.
    if (hasAssets && !isInOrder) return undefined;
    if (hasAssets && !(await this.#putAssets(name, bytes, post, target, console))) return { outcome: 'failed' };
    const outcomes: (WriteOutcome | undefined)[] = [];
    const files: (PostFile | undefined)[] = [];
    let printed: string | undefined;
    for (const format of this.#request.formats) {
      const text = await this.#print(name, post, format, console);
      const path = target === undefined ? this.#output : target + format.extensions[0];
      if (text === undefined) outcomes.push(undefined);
      else if (path !== undefined) outcomes.push(await this.#toFile(path, text, input, console));
      if (isRecorded && path !== undefined && text !== undefined) files.push(postFile(path, text));
      if (text !== undefined && path === undefined) printed = isLine ? `${JSON.stringify(post.article)}\n` : text;
    }
    if (outcomes.includes(undefined)) return { outcome: 'failed' };
    if (printed !== undefined) return { outcome: 'changed', printed };
    const outcome = outcomes.every((one) => one === 'unchanged') ? 'unchanged' : 'changed';
    // A message must be printed every time, and images may have changed.
    const isSilent = !hasAssets && console.said.messages.length === 0;
    const made = isRecorded ? await this.#made(name, isSilent ? bytes : undefined, files) : undefined;
    return { outcome, ...(made ? { made } : {}) };
  }

  /** What to record about posts. @param bytes the note, if its posts need not be rendered every time. */
  async #made(
    name: string,
    bytes: Uint8Array | undefined,
    files: readonly (PostFile | undefined)[],
  ): Promise<Made | undefined> {
    const project = await this.#context.configResolver.of(name);
    const settings = this.#settings.of(project) ?? (await this.#settings.load(project));
    const posts = files.flatMap((file, at) => (file ? [{ settings: settings[at] ?? '', file }] : []));
    const from = bytes && settings.length > 0 ? digest(bytes) : '';
    return posts.length === this.#request.formats.length ? { from, posts } : undefined;
  }

  async settle({ input, plan }: NoteFile, { outcome, printed, made }: Rendered): Promise<void> {
    if (printed !== undefined) await this.#context.output.print(printed);
    if (made) this.#knownPosts?.add(input, plan?.target ?? '', made);
    this.#context.summary.add(outcome);
  }

  async finish(): Promise<void> {
    const { outDir, prune: isWanted, verbose } = this.#request;
    const { console } = this.#context;
    const known = this.#knownPosts;
    if (!known || outDir === undefined) return;
    if (isWanted && !this.#foundAll) await console.line('no post is removed, because not all notes were found');
    else if (isWanted) this.#pruned = await (await import('./prune.ts')).prune(known, outDir, console, verbose);
    await savePosts(known, outDir, this.#writer, console);
  }

  /** @returns whether the post has its images. */
  async #putAssets(
    name: string,
    bytes: Uint8Array,
    { article }: Post,
    target: string,
    console: Console,
  ): Promise<boolean> {
    const read = this.#assets ? decodeNote(bytes, name) : undefined;
    if (!this.#assets || !read || 'problem' in read) return true;
    try {
      const problems = await this.#assets.write(name, read.text, article, target);
      for (const problem of problems) await console.diagnostic(problem);
      return problems.length === 0;
    } catch (error) {
      await console.problem(error);
      return false;
    }
  }

  flush(): Promise<void> {
    return this.#writer.flush();
  }

  async summarise(): Promise<void> {
    const { summary } = this.#context;
    const removed = some(this.#pruned, 'removed');
    if (await summary.sayNothing('render')) {
      if (removed !== '') await this.#context.console.line(`no notes: ${removed}`);
      return;
    }
    if (summary.notes < 2 && summary.skipped === 0 && removed === '') return;
    const done = this.writes ? 'written' : 'printed';
    await summary.say('', [some(summary.of('changed'), done), some(summary.of('unchanged'), 'unchanged'), removed]);
  }

  /** The post of a note, or undefined if there is none and the reason has been reported. */
  async #post(name: string, bytes: Uint8Array, console: Console): Promise<Post | undefined> {
    const read = decodeNote(bytes, name);
    if ('problem' in read) {
      await console.diagnostic(read.problem);
      return undefined;
    }
    const { house } = await this.#context.configResolver.of(name);
    const { post, diagnostics } = readPost(read.text, { path: name, house, force: this.#request.force });
    for (const diagnostic of diagnostics) await console.diagnostic(diagnostic);
    return post;
  }

  /** A post in a format, or undefined if it has been reported why not. */
  async #print(name: string, post: Post, format: Format, console: Console): Promise<string | undefined> {
    const { fragment, width } = this.#request;
    try {
      const house = await this.#withTemplate(post.house, format);
      return format.write(post.article, house, { fragment, ...(width === undefined ? {} : { width }) });
    } catch (error) {
      const isTemplate = error instanceof TemplateError;
      const advice = isTemplate
        ? [error.advice, `This happened while rendering '${name}'.`].filter(Boolean).join(' ')
        : '';
      await console.problem(isTemplate ? new UsageError(error.message, advice) : error, name);
      return undefined;
    }
  }

  /** The house with the template of `--template`, compiled once. */
  #withTemplate(house: House, { extensions: [first = ''] }: Format): House | Promise<House> {
    const { template } = this.#request;
    if (template === undefined) return house;
    const known = this.#templated.get(house) ?? withTemplate(house, template, first);
    this.#templated.set(house, known);
    return known;
  }

  async #toFile(path: string, text: string, input: Input, console: Console): Promise<WriteOutcome | undefined> {
    try {
      if (replacesNote(path, text)) {
        throw new UsageError(`'${path}' is a note and would be overwritten`, 'Write to another folder.');
      }
      const { outDir, keepTimes } = this.#request;
      if (outDir !== undefined && leadsOutside(path, outDir)) {
        throw new UsageError(`'${path}' leads outside '${outDir}'`, 'Remove the link.');
      }
      return await this.#writer.write(path, text, keepTimes ? {} : { newerThan: timeOf(input, outDir) });
    } catch (error) {
      await console.problem(error);
      return undefined;
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
