import { ignoreEdit } from '../../../lint/ignore-edit.ts';
import { notFormatted } from '../../../lint/rules/not-formatted.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { applyEditsToFile } from '../../../text/index.ts';
import type { ConfigResolver } from '../../config/config-resolver.ts';
import type { Writer } from '../../files/atomic.ts';
import { FileError } from '../../files/error.ts';
import { readBytes } from '../../files/read.ts';
import type { Messages } from '../../messages/messages.ts';
import { decodeNote } from '../../run/read-note.ts';
import { failureOf } from './failure.ts';
import { keyOf } from './groups.ts';
import { type CheckChoice, createChecker, hashOf, type StoryVersion } from './read-story.ts';
import { sentences } from './sentences.ts';
import type { EditOutcome, EditRequest, Failure } from './state.ts';

/** A note that a page shows. */
export interface EditedNote {
  readonly path: string;
  readonly isNamed: boolean;
  /** What the page shows. */
  readonly version: StoryVersion;
}

/** Edits notes for the buttons of a page, with the configuration of their paths. */
export class StoryEditor {
  readonly #choice: CheckChoice;
  readonly #configResolver: ConfigResolver;
  readonly #writer: Writer;
  readonly #messages: Messages;

  constructor(choice: CheckChoice, configResolver: ConfigResolver, writer: Writer, messages: Messages) {
    this.#choice = choice;
    this.#configResolver = configResolver;
    this.#writer = writer;
    this.#messages = messages;
  }

  /** Does what a button asks for, unless the file has changed since the button was shown. */
  async edit(note: EditedNote, request: EditRequest): Promise<EditOutcome> {
    const { path, version } = note;
    const { findings, bytes } = version;
    const finding = findings.find((one, index) => keyOf(one, index) === request.finding);
    if (version.state.hash !== request.hash || !finding) return { outcome: 'outdated' };
    try {
      if (hashOf(readBytes(path)) !== request.hash) return { outcome: 'outdated' };
      const { action, reason } = request;
      const text = action === 'fix' ? await this.#fixed(note, finding) : ignored(note, finding, reason);
      if (text === undefined) return failed(CANNOT[action], this.#messages);
      await this.#writer.write(path, Buffer.from(text), { expected: bytes });
      return { outcome: 'done' };
    } catch (error) {
      if (error instanceof FileError && error.code === 'ECHANGED') return { outcome: 'outdated' };
      return failed(failureOf(error, this.#messages), this.#messages);
    }
  }

  /** The note with one finding fixed, as `check --fix` does it. Undefined if nothing changes. */
  async #fixed({ path, isNamed, version }: EditedNote, finding: Diagnostic): Promise<string | undefined> {
    // The formatter works on the whole note, so it does not ask about single findings.
    const isFormat = finding.rule === notFormatted.id;
    const how = isFormat ? ({ mode: 'fix', rules: [notFormatted.id] } as const) : ({ mode: 'ask' } as const);
    const note = { name: path, bytes: version.bytes, isFile: true, isNamed };
    const accepts = isFormat ? undefined : (one: Diagnostic) => isSame(one, finding);
    const checked = await createChecker(this.#choice, this.#configResolver, how).check(note, true, accepts);
    return checked.kind === 'note' && checked.isChanged ? checked.text : undefined;
  }
}

function failed(failure: Failure, messages: Messages): EditOutcome {
  return { outcome: 'failed', message: sentences(failure, messages) };
}

const CANNOT: Readonly<Record<EditRequest['action'], Failure>> = {
  fix: {
    message: 'this fix alone would change the structure of the note',
    advice: 'Change it by hand.',
  },
  ignore: {
    message: 'no comment can ignore this finding',
    advice: 'Set the severity of the rule in house.yaml.',
  },
};

/** Whether a finding is the one that was shown. Overlapping fixes are applied in rounds, on changed texts. */
function isSame(one: Diagnostic, shown: Diagnostic): boolean {
  const { rule, message, span, source } = shown;
  return (
    one.rule === rule &&
    one.message === message &&
    one.span.start === span.start &&
    one.span.end === span.end &&
    one.fix?.isSafe === shown.fix?.isSafe &&
    one.source.text === source.text
  );
}

function ignored({ path, version }: EditedNote, finding: Diagnostic, reason?: string): string | undefined {
  const note = version.linted?.context?.note;
  const decoded = decodeNote(version.bytes, path);
  const edit = note && ignoreEdit(note, finding, reason);
  if (!edit || 'problem' in decoded) return undefined;
  return applyEditsToFile(decoded.text, note.source, [edit]);
}
