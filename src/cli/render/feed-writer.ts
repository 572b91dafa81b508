import { join } from 'node:path';
import { collectFeed } from '../../write/feed/collect.ts';
import { type FeedFormat, INDEX } from '../../write/feed/index.ts';
import { TemplateError } from '../../write/index.ts';
import type { IndexItem } from '../../write/index-page/item.ts';
import { EXIT, UsageError } from '../exit.ts';
import type { Writer } from '../files/atomic.ts';
import type { Input } from '../files/inputs.ts';
import type { RenderRequest } from '../requests.ts';
import type { RunContext } from '../run/pipeline.ts';
import { type NoteOutcome, some } from '../run/summary.ts';
import type { FeedStory, ListedStory } from './feed-story.ts';
import type { Outputs } from './outputs.ts';
import { asOnDisk, leadsOutside, replacesNote } from './targets.ts';

/** What became of a note. */
interface Settled {
  readonly name: string;
  readonly outcome: NoteOutcome;
  readonly story: FeedStory | undefined;
}

/** A story on the index, and its note. */
export interface ListedItem {
  readonly note: string;
  readonly item: IndexItem;
}

/** Collects the stories of a run, and writes its feeds and its index. */
export class FeedWriter {
  readonly #request: RenderRequest;
  readonly #outputs: Outputs;
  readonly #context: RunContext;
  readonly #writer: Writer;
  readonly #output: string | undefined;
  readonly #settled: Settled[] = [];
  /** What the summary says about the feeds. */
  readonly summary: string[] = [];
  hasLeftOut = false;

  /** @param output the file of `--output`, unless it is stdout. */
  constructor(
    request: RenderRequest,
    outputs: Outputs,
    output: string | undefined,
    context: RunContext,
    writer: Writer,
  ) {
    this.#request = request;
    this.#outputs = outputs;
    this.#output = output;
    this.#context = context;
    this.#writer = writer;
  }

  /** The paths of the feeds in the output folder. */
  get paths(): readonly string[] {
    const { outDir = '' } = this.#request;
    const { feeds, index } = this.#outputs;
    return [...feeds, ...(index ? [INDEX] : [])].map(({ file }) => join(outDir, file));
  }

  /** The notes with a post in the place of a feed, as `feed.json` is for one with the slug `feed`. */
  inTheWay(targets: ReadonlyMap<Input, string>): ReadonlyMap<Input, UsageError> {
    const paths = new Map(this.paths.map((path) => [asOnDisk(path), path]));
    const refused = new Map<Input, UsageError>();
    for (const [input, target] of targets) {
      for (const { extensions } of this.#outputs.formats) {
        const path = paths.get(asOnDisk(target + extensions[0]));
        if (path === undefined) continue;
        const what = path.endsWith(INDEX.file) ? 'the index' : 'a feed';
        const message = `the post of '${input.path}' and ${what} have the same output file '${path}'`;
        refused.set(input, new UsageError(message, 'Give the note another slug.'));
      }
    }
    return refused;
  }

  add(name: string, outcome: NoteOutcome, story: FeedStory | undefined): void {
    this.#settled.push({ name, outcome, story });
  }

  /** Writes the feeds, counts the notes, and reports stories that are the same to a feed. */
  async write(): Promise<void> {
    if (this.#settled.length === 0) return;
    const { console, summary } = this.#context;
    const unclear = await this.#reportSame();
    const stories: ListedStory[] = [];
    const items: ListedItem[] = [];
    const leftOut: string[] = [];
    const { verbose } = this.#request;
    const { feeds, index } = this.#outputs;
    const from = index ? (feeds.length > 0 ? 'the feed and the index' : 'the index') : 'the feed';
    for (const { name, outcome, story } of this.#settled) {
      summary.add(unclear.has(name) ? 'failed' : outcome);
      if (story && 'leftOut' in story) {
        leftOut.push(story.leftOut);
        if (verbose) await console.line(`${name}: left out of ${from}: ${story.leftOut}`);
        continue;
      }
      if (story && !unclear.has(name)) stories.push(story);
      if (story?.item) items.push({ note: name, item: story.item });
    }
    if (feeds.length > 0) await this.#writeFeeds(stories);
    if (index) await this.#writeIndex(items);
    await this.#writer.flush();
    const reasons = [...new Set(leftOut)].sort().map((why) => some(leftOut.filter((one) => one === why).length, why));
    if (leftOut.length === 0) return;
    this.hasLeftOut = true;
    this.summary.push(`${leftOut.length} left out of ${from} (${reasons.join(', ')})`);
  }

  /** Two stories with one id or URL are one story to a reader of the feed. @returns the names of their notes. */
  async #reportSame(): Promise<ReadonlySet<string>> {
    const unclear = new Set<string>();
    for (const key of ['url', 'id'] as const) {
      const names = new Map<string, string[]>();
      for (const { name, story } of this.#settled) {
        const value = story && 'entry' in story ? story.entry?.[key] : undefined;
        if (value !== undefined) names.set(value, [...(names.get(value) ?? []), name]);
      }
      for (const [value, same] of names) {
        // Translations can have the same URL and the same id, which is one mistake.
        if (same.length < 2 || same.every((name) => unclear.has(name))) continue;
        for (const name of same) unclear.add(name);
        const message = `${same.map((name) => `'${name}'`).join(' and ')} have the same ${key} '${value}' in a feed`;
        const advice = `Change one ${key}, or make a feed for each language.`;
        await this.#context.console.usage(new UsageError(message, advice));
      }
    }
    return unclear;
  }

  async #writeFeeds(all: readonly ListedStory[]): Promise<void> {
    const { console } = this.#context;
    let hasSite = true;
    for (const format of this.#outputs.feeds) {
      const entries = all.flatMap(({ entry, feeds }) => (entry && feeds.includes(format.name) ? [entry] : []));
      const feed = collectFeed(entries);
      if (!feed && entries.length > 0) {
        hasSite = false;
        continue;
      }
      if (!feed) {
        await this.#sayEmpty(format);
        continue;
      }
      const write = await format.load();
      const { text, stories, omitted } = write(feed, this.#request.now);
      if (omitted > 0)
        await console.line(`warning: '${format.name}' can list ${stories} stories; ${omitted} older ones are left out`);
      if (await this.#put(format, text)) this.summary.push(`${stories} in ${format.name}`);
    }
    const advice = "Set 'publisher.url' in house.yaml, or write 'url: https://…' in a note.";
    if (!hasSite) await console.usage(new UsageError('a feed needs the URL of its site', advice));
  }

  /** Prints the index in the house of most stories. */
  async #writeIndex(items: readonly ListedItem[]): Promise<void> {
    const { console, configResolver } = this.#context;
    if (items.length === 0) return this.#sayEmpty(INDEX);
    const { printIndex } = await import('./index-printer.ts');
    try {
      const text = await printIndex(items, { ...this.#request, feeds: this.#outputs.feeds }, configResolver);
      if (await this.#put(INDEX, text)) this.summary.push(`${items.length} in ${INDEX.name}`);
    } catch (error) {
      await console.problem(error instanceof TemplateError ? new UsageError(error.message, error.advice ?? '') : error);
    }
  }

  async #sayEmpty({ name }: { readonly name: string }): Promise<void> {
    const { console } = this.#context;
    console.fail(EXIT.findings);
    await console.reason(`'${name}' is not written, because it would list no story`);
  }

  /** @returns whether the feed was written. */
  async #put(format: Pick<FeedFormat, 'file'>, text: string): Promise<boolean> {
    const { console, output } = this.#context;
    const { outDir, keepTimes } = this.#request;
    const path = outDir === undefined ? this.#output : join(outDir, format.file);
    try {
      if (path === undefined) await output.print(text);
      else {
        refuseFile(path, text, outDir);
        await this.#writer.write(path, text, keepTimes ? {} : { newerThan: Date.now() });
      }
      return true;
    } catch (error) {
      await console.problem(error);
      return false;
    }
  }
}

function refuseFile(path: string, text: string, outDir: string | undefined): void {
  if (replacesNote(path, text)) {
    throw new UsageError(`'${path}' is a note and would be overwritten`, 'Write to another folder.');
  }
  if (outDir !== undefined && leadsOutside(path, outDir)) {
    throw new UsageError(`'${path}' leads outside '${outDir}'`, 'Remove the link.');
  }
}
