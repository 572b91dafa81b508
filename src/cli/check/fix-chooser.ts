import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Source } from '../../text/index.ts';
import { UsageError } from '../exit.ts';
import type { Host } from '../host.ts';
import type { Messages } from '../messages/messages.ts';
import type { Reporter } from '../reporters/reporter.ts';
import type { CheckRequest } from '../requests.ts';
import { loadPaint, wantsColour } from '../terminal/colour.ts';

const QUESTION = 'Apply this fix [y,n,a,d,q,?]? ';

const HELP = `y - apply this fix
n - do not apply this fix
a - apply this fix and all later fixes of this rule
d - do not apply this fix or any later fix of this rule
q - quit: apply no more fixes; those that you accepted are written
? - show this help
`;

/** Asks a person at a terminal about each fix, as `git add -p` does. */
export class FixChooser {
  readonly #host: Host;
  readonly #messages: Messages;
  readonly #reporter: Reporter;
  readonly #isShown: (finding: Diagnostic) => boolean;
  /** The answer for all later fixes of a rule. */
  readonly #rules = new Map<string, boolean>();
  /** The text that is asked about, and the answers by what a fix does. False if two equal fixes have two answers. */
  #source: Source | undefined;
  readonly #answers = new Map<string, boolean>();
  #isOver = false;

  /** @param isShown whether the report shows a finding. Other fixes are not applied. */
  constructor(host: Host, messages: Messages, reporter: Reporter, isShown: (finding: Diagnostic) => boolean) {
    this.#host = host;
    this.#messages = messages;
    this.#reporter = reporter;
    this.#isShown = isShown;
  }

  /** Whether the person has quit. */
  get isOver(): boolean {
    return this.#isOver;
  }

  startNote(): void {
    this.#source = undefined;
    this.#answers.clear();
  }

  /**
   * Whether to apply the fix of a finding. Asks about the note as it was read. A fix that overlaps an earlier one is
   * applied to the fixed note, without another question.
   */
  readonly accepts = async (finding: Diagnostic): Promise<boolean> => {
    if (!this.#isShown(finding)) return false;
    this.#source ??= finding.source;
    const key = keyOf(finding);
    if (finding.source !== this.#source) return this.#answers.get(key) ?? false;
    const answer = this.#rules.get(finding.rule) ?? (await this.#ask(finding));
    this.#answers.set(key, answer && this.#answers.get(key) !== false);
    return answer;
  };

  async #ask(finding: Diagnostic): Promise<boolean> {
    const { rule, source } = finding;
    if (this.#isOver) return false;
    await this.#host.write(2, this.#reporter.note({ name: source.path, text: source.text, findings: [finding] }));
    for (;;) {
      await this.#host.write(2, this.#messages.text(QUESTION));
      const line = await this.#host.readLine();
      // The end of the input leaves the cursor after the question.
      if (line === undefined) await this.#host.write(2, '\n');
      const answer = (line ?? 'q').trim().toLowerCase();
      if (answer === 'y' || answer === 'n') return answer === 'y';
      if (answer === 'a' || answer === 'd') this.#rules.set(rule, answer === 'a');
      if (answer === 'a' || answer === 'd') return answer === 'a';
      if (answer === 'q') {
        this.#isOver = true;
        return false;
      }
      await this.#host.write(2, this.#messages.block(HELP));
    }
  }
}

/**
 * A chooser that asks on stderr, next to the finding.
 * @throws {UsageError} if nobody can read the question or answer it.
 */
export async function openFixChooser(
  host: Host,
  { color, verbose }: CheckRequest,
  messages: Messages,
): Promise<FixChooser> {
  if (!host.isTerminal(0) || !host.isTerminal(2))
    throw new UsageError("'--interactive' needs a terminal", 'Run it at a terminal, or use --fix or --diff.');
  const { prettyReporter } = await import('../reporters/pretty.ts');
  const paint = await loadPaint(wantsColour({ isTTY: true }, host.environment, color));
  const reporter = prettyReporter({ paint, width: host.columns, messages, verbose });
  return new FixChooser(host, messages, reporter, ({ severity }) => verbose || severity !== 'information');
}

function keyOf({ rule, message, source, fix }: Diagnostic): string {
  const edits = (fix?.edits ?? []).map(({ span, text }) => [source.text.slice(span.start, span.end), text]);
  return JSON.stringify([rule, message, edits]);
}
