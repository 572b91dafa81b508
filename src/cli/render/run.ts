import { sep } from 'node:path';
import type { House } from '../../model/house.ts';
import { type Post, readPost } from '../../render.ts';
import { type Format, TemplateError } from '../../write/index.ts';
import { Houses } from '../configuration.ts';
import { UsageError } from '../exit.ts';
import { createWriter, type Outcome, type Writer } from '../files/atomic.ts';
import { findInputs, type Input } from '../files/inputs.ts';
import { abandon } from '../files/temporary.ts';
import type { Host } from '../host.ts';

import { Progress } from '../progress.ts';
import type { Reporter } from '../reporter.ts';
import { nameOf, readText } from '../source.ts';
import { withTemplate } from '../templates.ts';
import type { RenderRequest } from './command.ts';
import { planTargets, realPath } from './targets.ts';

/** Renders every note of a request; what goes wrong with one is reported and the others go on. */
export async function renderNotes(request: RenderRequest, host: Host, reporter: Reporter): Promise<void> {
  const { inputs, problems } = await findInputs(request.notes.length === 0 ? ['-'] : request.notes);
  for (const problem of problems) await reporter.fileError(problem);
  const notes = inputs.filter((input) => !isOutput(input, request.outDir));
  refuseMixture(request, notes);
  const run = new Run(request, host, reporter);
  if (request.outDir !== undefined || request.output !== undefined) host.beforeStop(abandon);
  if (request.outDir !== undefined) await run.toFolder(notes, request.outDir);
  else if (request.output !== undefined && request.output !== '-') await run.toFile(notes, request.output);
  else await run.toStdout(notes);
}

/** A walk over a folder that holds the output folder must not take yesterday's posts for notes. */
function isOutput({ base, path }: Input, outDir: string | undefined): boolean {
  return base !== undefined && outDir !== undefined && `${realPath(path)}`.startsWith(realPath(outDir) + sep);
}

function refuseMixture({ formats, output, outDir }: RenderRequest, notes: readonly Input[]): void {
  if (notes.length < 2 || outDir !== undefined) return;
  if (output !== undefined && output !== '-') {
    throw new UsageError(`${notes.length} notes cannot go to one file`, 'Write each to a folder: --out-dir DIR.');
  }
  if (formats[0]?.name === 'json') return;
  const advice = 'Write each to a folder with --out-dir DIR, or one after the other as JSON Lines with --to json.';
  throw new UsageError(`${notes.length} posts on one standard output would run together`, advice);
}

/** Sixteen writes at once keep the disk busy. */
const WRITES = 16;

class Run {
  readonly #request: RenderRequest;
  readonly #host: Host;
  readonly #reporter: Reporter;
  readonly #houses: Houses;
  readonly #templated = new Map<House, Promise<House>>();
  readonly #counts = { written: 0, unchanged: 0, failed: 0 };

  constructor(request: RenderRequest, host: Host, reporter: Reporter) {
    this.#request = request;
    this.#host = host;
    this.#reporter = reporter;
    this.#houses = new Houses(request);
  }

  async toStdout(notes: readonly Input[]): Promise<void> {
    const [format] = this.#request.formats;
    for (const input of notes) {
      const post = await this.#post(input);
      const text = post && format && (await this.#print(input, post, format));
      if (text === undefined) this.#counts.failed++;
      else {
        this.#counts.written++;
        const line = notes.length > 1 ? `${JSON.stringify(post?.article)}\n` : text;
        if (!(await this.#host.print(line))) return;
      }
    }
    await this.#summary(notes, 'printed');
  }

  async toFile(notes: readonly Input[], output: string): Promise<void> {
    const [format] = this.#request.formats;
    for (const input of notes) {
      if (input.kind === 'file' && realPath(input.path) === realPath(output)) {
        throw new UsageError(`${output} is the note itself`, 'Write the post to another file.');
      }
      const post = await this.#post(input);
      const text = post && format && (await this.#print(input, post, format));
      if (text === undefined) continue;
      await this.#attempt(() => createWriter({ durable: 'each' }).write(output, text));
    }
  }

  async toFolder(notes: readonly Input[], outDir: string): Promise<void> {
    const { targets, refusals } = await planTargets(notes, outDir, this.#request.formats, this.#host);
    for (const refusal of refusals) await this.#reporter.usage(refusal);
    const writer = createWriter({ durable: 'batch', makeFolders: true });
    const progress = new Progress(this.#host, notes.length);
    const pending = new Set<Promise<void>>();
    for (const input of notes) {
      await progress.step();
      const target = targets.get(input);
      const post = target === undefined ? undefined : await this.#post(input);
      if (post === undefined || target === undefined) {
        this.#counts.failed++;
        continue;
      }
      const work = this.#writeAll(input, post, target, writer).finally(() => pending.delete(work));
      pending.add(work);
      if (pending.size >= WRITES) await Promise.race(pending);
    }
    await Promise.all(pending);
    await writer.flush();
    await progress.end();
    await this.#summary(notes, 'written');
  }

  /** Every format of one post. */
  async #writeAll(input: Input, post: Post, target: string, writer: Writer): Promise<void> {
    const outcomes: (Outcome | undefined)[] = [];
    for (const format of this.#request.formats) {
      const text = await this.#print(input, post, format);
      const path = target + format.extensions[0];
      outcomes.push(text === undefined ? undefined : await this.#attempt(() => writer.write(path, text)));
    }
    if (outcomes.includes(undefined)) this.#counts.failed++;
    else if (outcomes.every((outcome) => outcome === 'unchanged')) this.#counts.unchanged++;
    else this.#counts.written++;
  }

  #name(input: Input): string {
    return nameOf(input, this.#request.stdinFilepath);
  }

  /** The post of a note, or undefined when it has been reported why there is none. */
  async #post(input: Input): Promise<Post | undefined> {
    const name = this.#name(input);
    try {
      const read = await readText(input, name, this.#host);
      if ('problem' in read) {
        await this.#reporter.diagnostic(read.problem);
        return undefined;
      }
      const house = await this.#houses.of(name);
      const { post, diagnostics } = readPost(read.text, { path: name, house, force: this.#request.force });
      for (const diagnostic of diagnostics) await this.#reporter.diagnostic(diagnostic);
      return post;
    } catch (error) {
      await this.#reporter.problem(error);
      return undefined;
    }
  }

  /** A post in a format, or undefined when it has been reported why not. */
  async #print(input: Input, post: Post, format: Format): Promise<string | undefined> {
    const { fragment, width } = this.#request;
    try {
      const house = await this.#withTemplate(post.house, format);
      return format.write(post.article, house, { fragment, ...(width === undefined ? {} : { width }) });
    } catch (error) {
      const template = error instanceof TemplateError;
      await this.#reporter.problem(
        template ? new UsageError(error.message, `It was printing ${this.#name(input)}.`) : error,
      );
      return undefined;
    }
  }

  /** The house with the template of `--template`, compiled once. */
  #withTemplate(house: House, { extensions: [first = ''] }: Format): House | Promise<House> {
    const { template } = this.#request;
    if (template === undefined) return house;
    const known = this.#templated.get(house);
    if (known) return known;
    const made = withTemplate(house, template, first);
    this.#templated.set(house, made);
    return made;
  }

  async #attempt(write: () => Promise<Outcome>): Promise<Outcome | undefined> {
    try {
      return await write();
    } catch (error) {
      await this.#reporter.problem(error);
      return undefined;
    }
  }

  async #summary(notes: readonly Input[], done: string): Promise<void> {
    if (notes.length < 2) return;
    const { written, unchanged, failed } = this.#counts;
    const parts = [
      `${written} ${done}`,
      unchanged > 0 ? `${unchanged} unchanged` : '',
      failed > 0 ? `${failed} refused` : '',
    ];
    await this.#reporter.line(`${notes.length} notes: ${parts.filter((part) => part !== '').join(', ')}`);
  }
}
