import type { ApprovedResult } from '../../format/edit/open-note.ts';
import { resolveHouse } from '../../house/resolve.ts';
import type { Approval } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { readNote } from '../../read/note.ts';
import { isNoteFile, peek } from '../../read/peek.ts';
import { isStructured } from '../../read/structured.ts';
import { createSource } from '../../text/index.ts';
import { ConfigResolver } from '../config/config-resolver.ts';
import { UsageError } from '../exit.ts';
import { Writer } from '../files/atomic.ts';
import { IgnoreFilter } from '../files/ignore-filter.ts';
import type { Input } from '../files/inputs.ts';
import type { Host } from '../host.ts';
import type { EditFlags } from '../requests.ts';
import { testNote } from '../run/note-test.ts';
import {
  createContext,
  type Job,
  type NoteFile,
  type RunContext,
  runPipeline,
  withoutRepeats,
} from '../run/pipeline.ts';
import { decodeNote, lineSafe, logSafe } from '../run/read-note.ts';
import { some } from '../run/summary.ts';
import type { Console } from '../terminal/console.ts';

/** A command that edits the front matter of notes. */
export interface NoteEditor {
  readonly verb: 'approve' | 'correct' | 'withdraw';
  /** What happened to an edited note, for the summary. */
  readonly done: string;
  /** Refuses more than one note. */
  readonly isForOne?: true;
  edit(text: string, note: { readonly path: string; readonly house: House }): ApprovedResult;
}

/** The result for one note. */
type Edited =
  | { readonly kind: 'changed'; readonly bytes: Uint8Array; readonly approval?: Approval }
  /** An error of a `failed` one has been reported. */
  | { readonly kind: 'unchanged' | 'failed' | 'no note' };

/** Edits notes in place. */
export async function editNotes(
  editor: NoteEditor,
  notes: readonly string[],
  options: EditFlags,
  host: Host,
  console: Console,
): Promise<void> {
  const configResolver = new ConfigResolver(options, 'house', 'print');
  const ignoreFilter = new IgnoreFilter(configResolver);
  const request = { ...options, notes, anyFile: false, allowNone: false, verbose: false };
  const context = createContext({ host, console, configResolver, ignoreFilter }, { ...request, failsOnChange: false });
  await runPipeline(new EditJob(editor, context), request, context);
}

class EditJob implements Job<Edited> {
  readonly writes = true;
  readonly writesInPlace = true;
  readonly printsStdin = false;
  /** All notes get one time, which no other thread knows. */
  readonly isAlone = true;
  readonly #editor: NoteEditor;
  readonly #context: RunContext;
  readonly #writer = new Writer({ durable: 'each' });

  constructor(editor: NoteEditor, context: RunContext) {
    this.#editor = editor;
    this.#context = context;
  }

  async start(inputs: readonly Input[]): Promise<readonly Input[]> {
    const { verb, isForOne } = this.#editor;
    const once = withoutRepeats(inputs);
    if (once.some(({ kind }) => kind === 'stdin'))
      throw new UsageError(`'${verb}' edits files, not stdin`, 'Name the file of the note.');
    if (isForOne && once.length > 1)
      throw new UsageError(`cannot ${verb} ${once.length} notes together`, 'Name one note.');
    return once;
  }

  async work(note: NoteFile, console: Console): Promise<Edited> {
    const { name, bytes, isNamed } = note;
    const project = await this.#context.configResolver.of(name);
    const test = testNote(name, isNamed, project, false);
    if (test === 'no note') return { kind: 'no note' };
    const decoded = decodeNote(bytes, name);
    if ('problem' in decoded) {
      await console.diagnostic(decoded.problem);
      return { kind: 'failed' };
    }
    const { text } = decoded;
    const { house } = project;
    if (test === 'by content' && !looksLikeNote(name, text, house)) return { kind: 'no note' };
    const { text: edited, diagnostics, approval } = this.#editor.edit(text, { path: name, house });
    for (const diagnostic of diagnostics) await console.diagnostic(diagnostic);
    if (edited === undefined && diagnostics.length === 0) {
      const advice = "Write each key on a line of its own, as 'key: value', and run again.";
      throw new UsageError(`cannot edit the front matter of '${name}'`, advice);
    }
    if (edited === undefined) return { kind: 'failed' };
    if (edited === text) return { kind: 'unchanged' };
    return { kind: 'changed', bytes: Buffer.from(edited), ...(approval ? { approval } : {}) };
  }

  async write({ input, bytes }: NoteFile, edited: Edited): Promise<void> {
    if (edited.kind === 'changed') await this.#writer.write(input.path, edited.bytes, { expected: bytes });
  }

  async settle({ name }: NoteFile, edited: Edited): Promise<void> {
    const { summary, output, console } = this.#context;
    if (edited.kind === 'no note') return summary.skip('no note', name);
    summary.add(edited.kind);
    if (edited.kind !== 'changed') return;
    await output.print(`${logSafe(name)}\n`);
    if (!edited.approval) return;
    const { by, at } = edited.approval;
    await console.line(`${lineSafe(name)}: the approval by '${by}' on ${at} is void: run \`copydesk approve\` again`);
  }

  async summarise(): Promise<void> {
    const { summary } = this.#context;
    if (await summary.sayNothing(this.#editor.verb)) return;
    await summary.say('', [some(summary.of('changed'), this.#editor.done), some(summary.of('unchanged'), 'unchanged')]);
  }
}

function looksLikeNote(path: string, text: string, house: House): boolean {
  const source = createSource(path, text);
  const { vocabulary } = resolveHouse(house);
  if (isStructured(source)) return peek(source, true, vocabulary).isNote;
  return isNoteFile(source, readNote(source, vocabulary).cst, vocabulary);
}
