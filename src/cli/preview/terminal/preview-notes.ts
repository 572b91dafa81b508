import type { Diagnostic } from '../../../model/diagnostic.ts';
import { formatNamed } from '../../../render.ts';
import { Checker } from '../../check/checker.ts';
import { ConfigResolver } from '../../config/config-resolver.ts';
import { IgnoreFilter } from '../../files/ignore-filter.ts';
import type { Input } from '../../files/inputs.ts';
import type { Host } from '../../host.ts';
import type { CheckRequest } from '../../requests.ts';
import { createContext, type Job, type NoteFile, type RunContext, runPipeline, withoutRepeats } from '../../run/pipeline.ts';
import { decodeNote } from '../../run/read-note.ts';
import type { Console } from '../../terminal/console.ts';
import type { PreviewRequest } from '../request.ts';
import { readStory, type Story } from '../story.ts';

/** Shows the posts of notes in the terminal. */
export async function previewNotes(request: PreviewRequest, host: Host, console: Console): Promise<void> {
  const configResolver = new ConfigResolver(request, 'house');
  const ignoreFilter = new IgnoreFilter(configResolver);
  const context = createContext({ host, console, configResolver, ignoreFilter }, { ...request, failsOnChange: false });
  await runPipeline(new PreviewJob(request, context), request, context);
}

/** The result for one note. */
type Previewed =
  | { readonly kind: 'no note' | 'failed' }
  | { readonly kind: 'story'; readonly story: Story; readonly findings: readonly Diagnostic[] };

const MEASURE = 72;

class PreviewJob implements Job<Previewed> {
  readonly writes = false;
  readonly writesInPlace = false;
  readonly printsStdin = false;
  /** One screen shows all of them. */
  readonly isAlone = true;
  readonly #request: PreviewRequest;
  readonly #context: RunContext;
  readonly #checker: Checker;

  constructor(request: PreviewRequest, context: RunContext) {
    this.#request = request;
    this.#context = context;
    this.#checker = new Checker({ ...request, ...LOOKS }, context.configResolver);
  }

  async start(inputs: readonly Input[]): Promise<readonly Input[]> {
    return withoutRepeats(inputs);
  }

  async work(note: NoteFile, console: Console): Promise<Previewed> {
    const checked = await this.#checker.check(note, true);
    if (checked.kind === 'no note') return checked;
    const decoded = decodeNote(note.bytes, note.name);
    const { house } = await this.#context.configResolver.of(note.name);
    const read = 'problem' in decoded ? { problems: [decoded.problem] } : readStory(decoded.text, note.name, house);
    if ('story' in read) return { kind: 'story', story: read.story, findings: checked.findings };
    for (const problem of read.problems) await console.diagnostic(problem);
    return { kind: 'failed' };
  }

  async settle({ name }: NoteFile, previewed: Previewed): Promise<void> {
    const { summary, output } = this.#context;
    if (previewed.kind === 'no note') return summary.skip('no note', name);
    if (previewed.kind === 'failed') return summary.add('failed');
    summary.add('unchanged');
    const { article, house } = previewed.story;
    await output.print(formatNamed('text').write(article, house, { width: this.#request.width ?? MEASURE }));
  }

  async summarise(): Promise<void> {
    await this.#context.summary.sayNothing('preview');
  }
}

/** A note is only looked at. */
const LOOKS: Omit<CheckRequest, keyof PreviewRequest> = {
  mode: 'look',
  unsafeFixes: false,
  report: 'pretty',
  failOn: 'error',
  staged: false,
  quiet: false,
  cache: false,
};
