import type { House } from '../../model/house.ts';
import { type Post, readPost } from '../../render.ts';
import { type Format, TemplateError } from '../../write/index.ts';
import { ConfigResolver } from '../config/config-resolver.ts';
import { withTemplate } from '../config/templates.ts';
import { EXIT, UsageError } from '../exit.ts';
import { createWriter, type Outcome, type Writer } from '../files/atomic.ts';
import { findInputs, type Input } from '../files/inputs.ts';
import { realPath } from '../files/real-path.ts';
import { abandon } from '../files/temporary.ts';
import type { Host } from '../host.ts';
import type { RenderRequest } from '../render.ts';
import { nameOf, readText } from '../run/read-note.ts';
import type { Console } from '../terminal/console.ts';
import { Progress } from '../terminal/progress.ts';
import { type Survey, survey, withoutOutput } from './survey.ts';
import { planTargets, replacesNote } from './targets.ts';

/** Renders every note of a request; what goes wrong with one is reported and the others go on. */
export async function renderNotes(request: RenderRequest, host: Host, console: Console): Promise<void> {
  const { inputs, problems } = await findInputs(request.notes.length === 0 ? ['-'] : request.notes);
  for (const problem of problems) await console.fileError(problem);
  const configResolver = new ConfigResolver(request, 'configuration', 'print');
  const found = await survey(withoutOutput(inputs, request.outDir), request.outDir !== undefined, configResolver, host);
  refuseMixture(request, found.notes);
  const run = new Run(request, host, console, configResolver);
  if (request.outDir !== undefined || request.output !== undefined) host.beforeStop(abandon);
  if (request.outDir !== undefined) await run.toFolder(found, request.outDir);
  else if (request.output !== undefined && request.output !== '-') await run.toFile(found.notes, request.output);
  else await run.toStdout(found.notes);
  await run.summary(found, problems.length);
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

class Run {
  readonly #request: RenderRequest;
  readonly #host: Host;
  readonly #console: Console;
  readonly #configResolver: ConfigResolver;
  readonly #templated = new Map<House, Promise<House>>();
  /** Nobody reads standard output any more: nothing is to be said about it either. */
  #readerGone = false;
  readonly #counts = { written: 0, unchanged: 0, failed: 0 };

  constructor(request: RenderRequest, host: Host, console: Console, configResolver: ConfigResolver) {
    this.#request = request;
    this.#host = host;
    this.#console = console;
    this.#configResolver = configResolver;
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
        if (!(await this.#host.print(line))) {
          this.#readerGone = true;
          return;
        }
      }
    }
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
      await this.#attempt(output, text, createWriter({ durable: 'each' }));
    }
  }

  async toFolder({ notes, slugs }: Survey, outDir: string): Promise<void> {
    const { targets, refusals } = planTargets(notes, slugs, outDir, this.#request.formats);
    for (const refusal of refusals) await this.#console.usage(refusal);
    const writer = createWriter({ durable: 'batch', makeFolders: true });
    const progress = new Progress(this.#host, notes.length);
    for (const input of notes) {
      await progress.step();
      const target = targets.get(input);
      const post = target === undefined ? undefined : await this.#post(input);
      if (post === undefined || target === undefined) {
        this.#counts.failed++;
        continue;
      }
      await this.#writeAll(input, post, target, writer);
    }
    await writer.flush();
    await progress.end();
  }

  /** Every format of one post. */
  async #writeAll(input: Input, post: Post, target: string, writer: Writer): Promise<void> {
    const outcomes: (Outcome | undefined)[] = [];
    for (const format of this.#request.formats) {
      const text = await this.#print(input, post, format);
      const path = target + format.extensions[0];
      outcomes.push(text === undefined ? undefined : await this.#attempt(path, text, writer));
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
        await this.#console.diagnostic(read.problem);
        return undefined;
      }
      const { house } = await this.#configResolver.of(name);
      const { post, diagnostics } = readPost(read.text, { path: name, house, force: this.#request.force });
      for (const diagnostic of diagnostics) await this.#console.diagnostic(diagnostic);
      return post;
    } catch (error) {
      await this.#console.problem(error);
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
      const printing = `It was printing ${this.#name(input)}.`;
      const isFault = error instanceof TemplateError;
      const told = isFault ? new UsageError(error.message, [error.advice, printing].filter(Boolean).join(' ')) : error;
      await this.#console.problem(told);
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

  async #attempt(path: string, text: string, writer: Writer): Promise<Outcome | undefined> {
    try {
      if (replacesNote(path, text))
        throw new UsageError(`${path} is a note, and would be lost`, 'Write to another folder.');
      return await writer.write(path, text);
    } catch (error) {
      await this.#console.problem(error);
      return undefined;
    }
  }

  /** What was done to how many, where it was more than one. */
  async summary({ notes, skipped }: Survey, missing: number): Promise<void> {
    const { written, unchanged, failed } = this.#counts;
    if (notes.length === 0 && skipped > 0) {
      this.#console.fail(EXIT.nothing);
      await this.#console.line(
        `no notes among ${skipped} files: a note has a headline or a source in its front matter, or a section that the house knows`,
      );
      return;
    }
    const all = notes.length + missing;
    if (this.#readerGone || (all < 2 && skipped === 0)) return;
    const done = this.#request.outDir === undefined ? 'printed' : 'written';
    const parts = [`${written} ${done}`];
    if (unchanged > 0) parts.push(`${unchanged} unchanged`);
    if (failed + missing > 0) parts.push(`${failed + missing} refused`);
    if (skipped > 0) parts.push(`${skipped} skipped that are no notes`);
    await this.#console.line(`${all} ${all === 1 ? 'note' : 'notes'}: ${parts.join(', ')}`);
  }
}
