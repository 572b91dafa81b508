import { ConfigResolver } from '../config/config-resolver.ts';
import { EXIT, UsageError } from '../exit.ts';
import { Writer } from '../files/atomic.ts';
import type { Input } from '../files/inputs.ts';
import { realPath } from '../files/paths.ts';
import type { Host } from '../host.ts';
import type { RenderRequest } from '../requests.ts';
import {
  type Changes,
  createContext,
  type Job,
  type NoteFile,
  type Plan,
  type RunContext,
  runPipeline,
} from '../run/pipeline.ts';
import { some } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';
import type { AssetWriter } from './assets.ts';
import type { FeedWriter } from './feed-writer.ts';
import type { KnownPosts } from './known-posts.ts';
import { openPosts, savePosts } from './open-posts.ts';
import { Outputs } from './outputs.ts';
import { PostRenderer, type Rendered } from './post-renderer.ts';
import { survey, withoutOutput } from './survey.ts';
import { planTargets } from './targets.ts';

/** Renders the notes of a request. @param changes of a run that is not the first. */
export async function renderNotes(
  request: RenderRequest,
  host: Host,
  console: Console,
  changes?: Changes,
): Promise<void> {
  const configResolver = new ConfigResolver(request, 'configuration', 'print');
  const parts = { host, console, configResolver, ...(changes ? { changes } : {}) };
  const context = createContext(parts, { ...request, failsOnChange: false });
  await runPipeline(new RenderJob(request, context), { ...request, anyFile: false }, context);
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
  readonly #outputs: Outputs;
  readonly #renderer: PostRenderer;
  #knownPosts: KnownPosts | undefined;
  /** Absent in a run without feeds, and in a worker. */
  #feedWriter: FeedWriter | undefined;
  #pruned = 0;
  /** All notes were found, so that a post without one may be removed. */
  #foundAll = true;
  #targets: ReadonlyMap<Input, string> = new Map();
  /** More than one post goes to stdout, as JSON Lines. */
  #isLines = false;

  constructor(request: RenderRequest, context: RunContext) {
    const { outDir, output } = request;
    this.#output = output === '-' ? undefined : output;
    this.writes = outDir !== undefined || this.#output !== undefined;
    this.#request = request;
    this.#context = context;
    this.#writer = new Writer(outDir === undefined ? { durable: 'each' } : { durable: 'batch', makeFolders: true });
    this.#outputs = new Outputs(request);
    this.#renderer = new PostRenderer(request, this.#outputs, this.#output, context.configResolver, this.#writer);
  }

  async start(inputs: readonly Input[]): Promise<readonly Input[]> {
    const { console, summary, configResolver, host } = this.#context;
    const { outDir, allowNone } = this.#request;
    await this.#outputs.resolve(inputs, configResolver);
    const { formats, feeds, index } = this.#outputs;
    if (!this.writes && host.isTerminal(1)) refuseBytes(formats);
    const hasFeeds = feeds.length > 0 || index;
    // `--to all` of no notes still removes posts with --prune.
    const hasPosts = formats.length > 0 || (this.#request.isAll && !hasFeeds);
    this.#foundAll = console.exit === EXIT.fine;
    if (hasFeeds) await this.#openFeeds();
    if (hasPosts) this.#knownPosts = await openPosts(this.#request, inputs, this.#renderer.settings, console);
    const options = { wantSlugs: hasPosts && outDir !== undefined, allowNone };
    const found = await survey(withoutOutput(inputs, outDir), options, configResolver, this.#knownPosts);
    await this.#outputs.requireChannels(found.notes, configResolver);
    for (const path of found.skipped) await summary.skip('no note', path);
    if (outDir === undefined) {
      this.#refuseMixture(found.notes);
      return found.notes;
    }
    if (!hasPosts) return found.notes;
    // A feed is written from all notes, also from those whose posts are up to date.
    const earlier = hasFeeds ? undefined : this.#knownPosts;
    const { targets, done, refusals } = planTargets(found.notes, found.slugs, outDir, formats, earlier);
    const inTheWay = this.#feedWriter?.inTheWay(targets) ?? new Map<Input, UsageError>();
    for (const refusal of [...refusals, ...inTheWay.values()]) await console.usage(refusal);
    const notes = found.notes.filter((input) => targets.has(input) && !inTheWay.has(input));
    for (let refused = notes.length; refused < found.notes.length; refused++) summary.add('failed');
    this.#targets = targets;
    this.#knownPosts?.planFolders(targets.values());
    for (let count = done.size; count > 0; count--) summary.add('unchanged');
    const left = notes.filter((input) => !done.has(input));
    if (left.length > 0) this.#renderer.assets = await this.#openAssets(outDir);
    return left;
  }

  async #openFeeds(): Promise<void> {
    const { FeedWriter } = await import('./feed-writer.ts');
    this.#feedWriter = new FeedWriter(this.#request, this.#outputs, this.#output, this.#context, this.#writer);
  }

  async #openAssets(outDir: string): Promise<AssetWriter | undefined> {
    const { assets } = this.#request;
    const { formats } = this.#outputs;
    if (assets === 'leave' || !this.#renderer.putsAssets(formats)) return undefined;
    const { AssetWriter } = await import('./assets.ts');
    const posts = [...this.#targets.values()].flatMap((target) =>
      formats.map(({ extensions: [first = ''] }) => target + first),
    );
    return new AssetWriter(assets, outDir, this.#writer, [...posts, ...(this.#feedWriter?.paths ?? [])]);
  }

  #refuseMixture(notes: readonly Input[]): void {
    const output = this.#output;
    for (const { kind, path } of output === undefined ? [] : notes) {
      if (kind === 'file' && output !== undefined && realPath(path) === realPath(output)) {
        throw new UsageError(`the output file '${output}' is the note itself`, 'Write the post to another file.');
      }
    }
    this.#isLines = notes.length > 1 && this.#outputs.formats.length > 0;
    if (!this.#isLines) return;
    if (output !== undefined) {
      throw new UsageError(
        `${notes.length} posts cannot be written to one file`,
        'Write them to a folder with --out-dir DIR.',
      );
    }
    if (this.#outputs.formats[0]?.name === 'json') return;
    const advice = 'Write them to a folder with --out-dir DIR, or print them as JSON Lines with --to json.';
    throw new UsageError(`cannot print ${notes.length} posts to stdout`, advice);
  }

  /** A feed and an index list all stories. */
  get needsAll(): boolean {
    return this.#feedWriter !== undefined;
  }

  planOf(input: Input): Plan {
    const target = this.#targets.get(input);
    const isRecorded = this.#knownPosts !== undefined && input.kind === 'file';
    return { isLine: this.#isLines, isRecorded, ...(target === undefined ? {} : { target }) };
  }

  work(note: NoteFile, console: Console, isInOrder: boolean): Promise<Rendered | undefined> {
    return this.#renderer.render(note, console, isInOrder);
  }

  async settle({ input, name, plan }: NoteFile, { outcome, printed, made, story }: Rendered): Promise<void> {
    const { output } = this.#context;
    if (typeof printed === 'string') await output.print(printed);
    else if (printed !== undefined) await output.write(printed);
    if (made) this.#knownPosts?.add(input, plan?.target ?? '', made);
    if (this.#feedWriter) this.#feedWriter.add(name, outcome, story);
    else this.#context.summary.add(outcome);
  }

  async finish(): Promise<void> {
    await this.#feedWriter?.write();
    const { outDir, prune: isWanted, verbose } = this.#request;
    const { console } = this.#context;
    const known = this.#knownPosts;
    if (!known || outDir === undefined) return;
    if (isWanted && !this.#foundAll) await console.line('no post is removed, because some notes were not found');
    else if (isWanted) this.#pruned = await (await import('./prune.ts')).prune(known, outDir, console, verbose);
    await savePosts(known, outDir, this.#writer, console);
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
    const feeds = this.#feedWriter;
    const isSilent = summary.notes < 2 && summary.skipped === 0 && removed === '';
    if (isSilent && !feeds?.hasLeftOut) return;
    const done = this.writes ? 'written' : 'printed';
    const left = summary.of('uncorrected');
    const uncorrected = left > 0 ? `${left} without a correction` : '';
    const posts = [some(summary.of('changed'), done), some(summary.of('unchanged'), 'unchanged'), uncorrected, removed];
    await summary.say('', [...(this.#outputs.formats.length > 0 ? posts : []), ...(feeds?.summary ?? [])]);
  }
}

/** A terminal would show the bytes of a picture as characters. @throws {UsageError} */
function refuseBytes(formats: RenderRequest['formats']): void {
  const format = formats.find(({ isBinary }) => isBinary);
  if (!format) return;
  const advice = `Write it to a file: -o story${format.extensions[0]}.`;
  throw new UsageError(`'${format.name}' is a picture and cannot be printed to a terminal`, advice);
}
