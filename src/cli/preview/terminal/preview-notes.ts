import { Checker } from '../../check/checker.ts';
import { ConfigResolver } from '../../config/config-resolver.ts';
import { IgnoreFilter } from '../../files/ignore-filter.ts';
import type { Input } from '../../files/inputs.ts';
import type { Host } from '../../host.ts';
import type { Messages } from '../../messages/messages.ts';
import type { CheckRequest } from '../../requests.ts';
import {
  createContext,
  type Job,
  type NoteFile,
  type RunContext,
  runPipeline,
  withoutRepeats,
} from '../../run/pipeline.ts';
import { decodeNote, lineSafe } from '../../run/read-note.ts';
import { some } from '../../run/summary.ts';
import type { Console } from '../../terminal/console.ts';
import { terminalSafe } from '../../terminal/safe.ts';
import { countsOf, problemsIn, withheldUntil } from '../facts.ts';
import type { PreviewRequest } from '../request.ts';
import { readStory } from '../story.ts';
import { factLines, type Listed, listLines } from './list.ts';
import { marked } from './marks.ts';
import { page, pagerOf, showsLinks } from './pager.ts';
import { postLines } from './post.ts';
import { openScreen, type Screen } from './screen.ts';
import { type Line, wrapMarked } from './wrap.ts';

/** Shows the posts of notes in the terminal, or a list of the stories in a folder: the current one, if nothing is named or piped. */
export async function previewNotes(given: PreviewRequest, host: Host, console: Console): Promise<void> {
  const isUnnamed = given.notes.length === 0 && given.filesFrom === undefined;
  const request = isUnnamed && host.isTerminal(0) ? { ...given, notes: ['.'] } : given;
  const configResolver = new ConfigResolver(request, 'house');
  const ignoreFilter = new IgnoreFilter(configResolver);
  const context = createContext({ host, console, configResolver, ignoreFilter }, { ...request, failsOnChange: false });
  await runPipeline(new PreviewJob(request, context), request, context);
}

type Previewed = { readonly kind: 'no note' } | ({ readonly kind: 'story' } & Listed);

class PreviewJob implements Job<Previewed> {
  readonly writes = false;
  readonly writesInPlace = false;
  readonly printsStdin = false;
  /** One screen shows all of them. */
  readonly isAlone = true;
  readonly #request: PreviewRequest;
  readonly #context: RunContext;
  readonly #checker: Checker;
  readonly #stories: Listed[] = [];
  #isList = false;

  constructor(request: PreviewRequest, context: RunContext) {
    this.#request = request;
    this.#context = context;
    this.#checker = new Checker({ ...request, ...LOOKS }, context.configResolver);
  }

  async start(inputs: readonly Input[]): Promise<readonly Input[]> {
    this.#isList = inputs.some(({ base, isListed }) => base !== undefined || isListed);
    return withoutRepeats(inputs);
  }

  async work(note: NoteFile, console: Console): Promise<Previewed> {
    const { name, bytes } = note;
    const checked = await this.#checker.check(note, true);
    if (checked.kind === 'no note') return checked;
    const { findings } = checked;
    const decoded = decodeNote(bytes, name);
    const { house } = await this.#context.configResolver.of(name);
    const read = 'problem' in decoded ? { problems: [decoded.problem] } : readStory(decoded.text, name, house);
    if ('story' in read) return { kind: 'story', name, story: read.story, findings };
    for (const problem of read.problems) await console.diagnostic(problem);
    return { kind: 'story', name, findings };
  }

  async settle({ name }: NoteFile, previewed: Previewed): Promise<void> {
    const { summary } = this.#context;
    if (previewed.kind === 'no note') return summary.skip('no note', name);
    summary.add(previewed.story ? 'unchanged' : 'failed');
    this.#stories.push(previewed);
  }

  async finish(): Promise<void> {
    const { host, output, progress, console } = this.#context;
    const pager = this.#request.pager && host.isTerminal(1) ? pagerOf(host.environment) : undefined;
    const screen = await openScreen(host, this.#request, showsLinks(pager));
    const lines = this.#isList ? listLines(this.#stories, screen, console.messages) : this.#posts(screen);
    if (lines.length === 0) return;
    await progress.end();
    const text = `${lines.map(screen.draw).join('\n')}\n`;
    const isLong = screen.rows !== undefined && lines.length >= screen.rows;
    if (pager !== undefined && isLong && (await page(text, pager, host.environment))) return;
    await output.write(Buffer.from(text));
  }

  #posts(screen: Screen): readonly Line[] {
    const shown = this.#stories.filter(({ story }) => story);
    const { messages } = this.#context.console;
    return shown.flatMap((one, index) => [
      ...(index === 0 ? [] : [[], ...rule(screen), []]),
      ...postOf(one, screen, messages),
    ]);
  }

  async summarise(): Promise<void> {
    const { summary, console } = this.#context;
    if (await summary.sayNothing('preview')) return;
    if (this.#isList) {
      const broken = this.#stories.filter(({ findings }) => problemsIn(findings).some(isError)).length;
      return summary.say('', [broken > 0 ? some(broken, 'with errors') : 'no errors']);
    }
    for (const { name, story, findings } of this.#stories) {
      const problems = story ? problemsIn(findings) : [];
      for (const problem of problems.filter(isError)) await console.diagnostic(problem);
      const others = countsOf(problems.filter((problem) => !isError(problem)));
      if (others !== '') await console.line(`${others}: run \`copydesk check ${lineSafe(name)}\``);
    }
  }
}

function isError({ severity }: Listed['findings'][number]): boolean {
  return severity === 'fatal' || severity === 'error';
}

/** A post below a line about its note. */
function postOf({ name, story }: Listed, screen: Screen, messages: Messages): readonly Line[] {
  if (!story) return [];
  const facts = [name, story.article.status].flatMap((fact) =>
    fact === undefined ? [] : [marked('dim', terminalSafe(fact))],
  );
  const withheld = withheldUntil(story, messages);
  return [
    ...factLines(facts, screen),
    ...(withheld === undefined ? [] : wrapMarked(screen.adapt(marked('warning', capital(withheld))), screen.width)),
    [],
    ...postLines(story, screen),
  ];
}

function rule({ width, adapt }: Screen): readonly Line[] {
  return [[{ text: adapt('─').charAt(0).repeat(width), looks: ['dim'] }]];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A preview does not change a note. */
const LOOKS: Omit<CheckRequest, keyof PreviewRequest> = {
  mode: 'look',
  unsafeFixes: false,
  report: 'pretty',
  failOn: 'error',
  staged: false,
  quiet: false,
  cache: false,
};
