import { UnsafeFormatError } from '../../format/unsafe-format-error.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { positionAt, type Source, type Span } from '../../text/index.ts';
import { EXIT, type ExitCode, Invalid, UsageError, worse } from '../exit.ts';
import { FileError, lengthError, systemError } from '../files/error.ts';
import type { Host } from '../host.ts';
import { type Messages, messagesOf } from '../messages/messages.ts';
import { loadPaint, type Paint, PLAIN, wantsColour } from './colour.ts';
import { terminalSafe } from './safe.ts';
import { called } from './severity.ts';

const EXIT_OF: Readonly<Record<Severity, ExitCode>> = {
  fatal: EXIT.trouble,
  error: EXIT.findings,
  warning: EXIT.fine,
  information: EXIT.fine,
};

/** Clears a terminal from the cursor to the end of the line. */
const CLEAR_LINE = '\u001b[K';

/** A message as it is printed. */
interface Message {
  readonly text: string;
  /** It may concern many notes, and is printed once. */
  readonly isShared: boolean;
}

/** The messages about a note. Plain data, so that another thread can send it. */
export interface Said {
  readonly messages: readonly Message[];
  readonly exit: ExitCode;
}

/** Prints messages to stderr and keeps the exit code. Everything that it prints is safe for a terminal. */
export class Console {
  #exit: ExitCode = EXIT.fine;
  readonly #host: Host;
  readonly #paint: Paint;
  /** The shared messages that have been printed. */
  readonly #printed = new Set<string>();
  /** The messages of a console that prints nothing. */
  readonly #kept: Message[] | undefined;
  /** Print only errors. */
  readonly #isQuiet: boolean;
  #hasStatus = false;
  readonly #loadMessages: () => Messages;

  private constructor(
    host: Host,
    paint: Paint,
    { isQuiet, loadMessages }: { readonly isQuiet: boolean; readonly loadMessages: () => Messages },
    kept?: Message[],
  ) {
    this.#host = host;
    this.#paint = paint;
    this.#isQuiet = isQuiet;
    this.#loadMessages = loadMessages;
    this.#kept = kept;
  }

  /**
   * @param colour `--color` or `--no-color`, where given.
   * @param isQuiet `--quiet` of a command whose messages are no report.
   * @param config `--config`, which may choose the language.
   */
  static async create(
    host: Host,
    colour: boolean | undefined,
    { isQuiet = false, config }: { readonly isQuiet?: boolean | undefined; readonly config?: string | undefined } = {},
  ): Promise<Console> {
    const wanted = wantsColour({ isTTY: host.isTerminal(2) }, host.environment, colour);
    let messages: Messages | undefined;
    const loadMessages = () => {
      messages ??= messagesOf(host.environment, config);
      return messages;
    };
    return new Console(host, wanted ? await loadPaint(true) : PLAIN, { isQuiet, loadMessages });
  }

  /** The messages in the language of the run, which is decided when the first one is printed. */
  get messages(): Messages {
    return this.#loadMessages();
  }

  /** A console that keeps its messages until another one relays them. */
  recorder(): Console {
    return new Console(this.#host, this.#paint, { isQuiet: this.#isQuiet, loadMessages: this.#loadMessages }, []);
  }

  /** What a recorder has kept. */
  get said(): Said {
    return { messages: this.#kept ?? [], exit: this.#exit };
  }

  /** Prints what was said about a note, and takes over its exit code. */
  async relay({ messages, exit }: Said): Promise<void> {
    this.fail(exit);
    for (const message of messages) await this.#put(message);
  }

  get exit(): ExitCode {
    return this.#exit;
  }

  fail(code: ExitCode): void {
    this.#exit = worse(this.#exit, code);
  }

  /** `path:line:column`, what, the place, what to do. */
  async diagnostic(diagnostic: Diagnostic, isShared = false): Promise<void> {
    this.fail(EXIT_OF[diagnostic.severity]);
    if (this.#isQuiet && EXIT_OF[diagnostic.severity] === EXIT.fine) return;
    const { diagnosticLines, adviceLines } = await import('./diagnostic.ts');
    const { messages } = this;
    const lines = diagnosticLines(diagnostic, { paint: this.#paint, width: this.#host.columns, messages });
    await this.#say([...lines, ...adviceLines(diagnostic, messages)].join('\n'), isShared);
  }

  /**
   * Prints an error that the user can fix, or that the program noticed in time. An error with the same words about many notes is printed once.
   * @param name the note that it concerns. A bug in the work on one note does not end the run.
   * @throws the error itself if it is a bug and concerns no note.
   */
  async problem(error: unknown, name = ''): Promise<void> {
    if (!(error instanceof Error)) throw error;
    if (error instanceof UnsafeFormatError)
      return this.#bug(`cannot format '${name}': ${error.message}`, error, 'The note is unchanged.');
    const refused = error instanceof FileError ? error : (systemError(error) ?? lengthError(name, error));
    if (error instanceof Invalid) {
      for (const diagnostic of error.diagnostics) await this.diagnostic(diagnostic, true);
    } else if (error instanceof UsageError) {
      await this.usage(error, true);
    } else if (refused) {
      await this.fileError(refused, true);
    } else if (name !== '') {
      await this.#bug(`internal error in '${name}': ${error.message}`, error);
    } else throw error;
  }

  async fileError({ message, advice, code }: FileError, isShared = false): Promise<void> {
    this.fail(code === 'ENOMATCH' ? EXIT.nothing : EXIT.trouble);
    await this.#sayError(message, advice, isShared);
  }

  async usage({ message, advice }: UsageError, isShared = false): Promise<void> {
    this.fail(EXIT.trouble);
    await this.#sayError(message, advice, isShared);
  }

  /** A place that a formatter left as the writer had it. */
  async left(source: Source, { start, end }: Span, reason: string): Promise<void> {
    const from = positionAt(source, start).line;
    const to = positionAt(source, Math.max(start, end - 1)).line;
    const lines = from === to ? `line ${from}` : `lines ${from} to ${to}`;
    await this.line(`${source.path}:${from}:1: ${lines} not formatted: ${reason}`);
  }

  /** One line for a person, such as the summary. */
  async line(text: string): Promise<void> {
    if (!this.#isQuiet) await this.reason(text);
  }

  /** One line that says why the run fails, which is printed with `--quiet` as well. */
  async reason(text: string): Promise<void> {
    await this.#say(terminalSafe(this.messages.text(text)));
  }

  /** Shows a line on the terminal until something else is printed. @param text must fit into the line. */
  async status(text: string): Promise<void> {
    this.#hasStatus = true;
    await this.#write(`\r${text}${CLEAR_LINE}`);
  }

  /** Clears the line of `status`, if it is shown. */
  async clearStatus(): Promise<void> {
    if (!this.#hasStatus) return;
    this.#hasStatus = false;
    await this.#write(`\r${CLEAR_LINE}`);
  }

  /** A bug in copydesk. */
  async #bug(message: string, { stack = '' }: Error, ...more: readonly string[]): Promise<void> {
    this.fail(EXIT.broken);
    if (this.#host.environment.COPYDESK_DEBUG) await this.#say(terminalSafe(stack, { lines: true }));
    await this.#sayError(message, ['Report this bug in copydesk, with the note if you can.', ...more].join(' '));
  }

  #sayError(message: string, advice: string | undefined, isShared = false): Promise<void> {
    const { messages } = this;
    const what = terminalSafe(messages.text(message));
    const todo = advice === undefined ? '' : `\n${terminalSafe(messages.text(advice), { lines: true })}`;
    return this.#say(`${called('error', this.#paint, messages)}${what}${todo.replaceAll('\n', '\n  ')}`, isShared);
  }

  async #say(text: string, isShared = false): Promise<void> {
    if (this.#kept) this.#kept.push({ text, isShared });
    else await this.#put({ text, isShared });
  }

  async #put({ text, isShared }: Message): Promise<void> {
    if (isShared && this.#printed.has(text)) return;
    if (isShared) this.#printed.add(text);
    await this.clearStatus();
    await this.#write(`${text}\n`);
  }

  /** If stderr cannot be written, only the exit code remains. */
  async #write(text: string): Promise<void> {
    try {
      await this.#host.write(2, text);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.fail(EXIT.trouble);
    }
  }
}
