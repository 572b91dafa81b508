import type { Field } from '../../model/note.ts';
import { createSource, type Source } from '../../text/index.ts';
import type { RuleContextResult } from '../context.ts';

/** Why the text of a source cannot be compared. */
export interface SourceProblem {
  readonly message: string;
  readonly advice: string;
}

/** How a run of the linter gets the text of a source. */
export interface SourceOptions {
  /** The text that the story is made of. Its quotations, numbers, dates and names are compared with it. */
  readonly sourceText?: string;
  /**
   * Finds that text for a note, because only the command reads files.
   * @param named the path in `source_text`, if the note has one.
   */
  readonly findSourceText?: (named: string | undefined) => Source | SourceProblem | undefined;
}

/** Adds the text of the source to what the rules see. */
export function withSourceText<Result extends RuleContextResult>(read: Result, options: SourceOptions): Result {
  const { context } = read;
  if (!context) return read;
  const found =
    options.sourceText === undefined
      ? options.findSourceText?.(pathIn(sourceTextField(context.note.fields)))
      : createSource('<source>', options.sourceText);
  if (!found) return read;
  const given = 'text' in found ? { sourceText: found } : { sourceProblem: found };
  return { ...read, context: { ...context, ...given } };
}

export function sourceTextField(fields: readonly Field[]): Field | undefined {
  return fields.find(({ key }) => key === 'source_text');
}

/** Returns the path that a field names. Undefined for a URL, an absolute path and a value that is not text. */
function pathIn(field: Field | undefined): string | undefined {
  if (field?.value.kind !== 'scalar' || pathProblem(field.value.value)) return undefined;
  return field.value.value?.trim() || undefined;
}

/** Only a file beside the note can be compared later, and by others. */
export function pathProblem(value: string | undefined | null): SourceProblem | undefined {
  const path = value?.trim() ?? '';
  const advice = 'Save the text beside the note, and write its path relative to the note.';
  if (/^[a-z][a-z\d+.-]+:/i.test(path))
    return { message: `source_text is the URL '${shown(path)}', not a file`, advice };
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path))
    return { message: `source_text is the absolute path '${shown(path)}'`, advice };
  return undefined;
}

function shown(path: string): string {
  return path.length > 36 ? `${path.slice(0, 35)}…` : path;
}
