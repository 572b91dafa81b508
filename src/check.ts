import { resolveHouse } from './house/resolve.ts';
import { type LintOptions, lintNote, refuseUnknownRules } from './lint/run-rules.ts';
import { checkArguments } from './model/arguments.ts';
import type { Channels } from './model/channels.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { House } from './model/house.ts';
import { createSource } from './text/index.ts';
import { withReport } from './write/channel-report.ts';

export interface CheckOptions extends LintOptions {
  /** The file name in messages. A name that ends in .yaml, .yml or .json makes it a structured note. Default `<note>`. */
  readonly path?: string;
  /** The house, or the name of a built-in one. Default `abab`. */
  readonly house?: House | string;
  /** What the house publishes: names of formats and feeds with their settings. Stories that they cannot publish are findings. */
  readonly channels?: Channels;
}

export interface CheckResult {
  /** False for a text that `onlyNotes` skips; then there are no findings. */
  readonly isNote: boolean;
  /** In the order of the text. A note that cannot be read has only the problems that prevent it, usually one fatal one. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Returns what the rules of house style find in a note. Problems in the note are findings; the function throws only for
 * wrong arguments and bugs.
 * @throws {TypeError} for an argument of the wrong type.
 * @throws {RangeError} for an unknown house, rule or channel.
 * @throws {UnsafeFormatError} if the formatter cannot keep the meaning of the note, which is a bug.
 */
export async function check(text: string, options: CheckOptions = {}): Promise<CheckResult> {
  checkArguments('check', text, options);
  const houseContext = resolveHouse(options.house);
  refuseUnknownRules(options.rules, houseContext);
  const source = createSource(options.path ?? '<note>', text);
  const { isNote, findings } = await lintNote(source, houseContext, withReport(options));
  return { isNote, findings };
}
