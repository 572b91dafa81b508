import { Command, InvalidArgumentError, Option } from 'commander';
import { POST_PARTS, type PostPart } from '../model/channels.ts';
import { addShared, NOTES, valueNamed } from './options.ts';
import { FORMAT_NAMES, OUTPUT_NAMES } from './render/output-names.ts';
import { type RenderFlags, toRequest } from './render/request.ts';
import { ASSETS } from './requests.ts';
import type { StartTask } from './run/task.ts';
import { showConfigTask } from './show-config.ts';
import { withWords } from './values.ts';
import { watchable } from './watch/watchable.ts';

const EXAMPLES = `Examples:
  copydesk render story.md                           print the post as Markdown
  copydesk render story.md --to text                 print the post as plain text
  copydesk render story.md -o story.html             write a whole page; the extension sets the format
  copydesk render notes/ --to html --to text --out-dir posts
  copydesk render notes/ --to html --to index --to atom -d site
  copydesk render notes/ --to all -d out             write what copydesk.yaml lists in channels
  copydesk render notes/ --to html -d site --watch   render each note when you save it
  copydesk render story.md -o card.png --law 2       draw a card for social media, with the second law
  pandoc draft.docx -t markdown | copydesk render --to json
`;

export function renderCommand(start: StartTask): Command {
  const command = new Command('render')
    .summary('render a note as a post')
    .description('Render each note as a post: headline, body, source line, insight and laws, in house style.')
    .argument(...NOTES)
    .addOption(
      withWords(
        new Option(
          '-t, --to <format>',
          `output format: ${OUTPUT_NAMES.join(', ')}, or all for the channels in copydesk.yaml; repeatable`,
        ).argParser(collect),
        FORMAT_NAMES,
      ),
    )
    .option('-o, --output <file>', 'write the post to a file; its extension sets the format')
    .option('-d, --out-dir <dir>', 'write posts to a folder, named after the slug or the note')
    .option(
      '--template <file>',
      'use this Handlebars template; a template is code, so use only templates that you trust',
    )
    .addOption(new Option('-w, --width <columns>', 'wrap plain text at this width').argParser(columns))
    .option('--fragment', 'render HTML without the surrounding page')
    .addOption(
      withWords(
        new Option(
          '--parts <names>',
          `print only these parts: ${POST_PARTS.join(', ')}; separated by commas`,
        ).argParser(partsIn),
        POST_PARTS,
        { isList: true },
      ),
    )
    .option('--number', 'number the posts of a thread, as in 1/7')
    .option('--premium', 'with x: write one post of up to 25,000 characters')
    .addOption(new Option('--law <number>', 'with card: show this law instead of the headline').argParser(lawNumber))
    .option('--now <time>', 'with news-sitemap: list the stories of the two days before this time')
    .addOption(
      withWords(
        new Option(
          '--assets <how>',
          `with --out-dir: what to do with relative images: ${ASSETS.join(', ')} (default: copy)`,
        ),
        ASSETS,
      ),
    )
    .option('--keep-times', 'keep the modification time of unchanged posts; by default it is updated, as make expects')
    .option('--prune', 'with --out-dir: remove posts from earlier runs if their note no longer exists')
    .option(
      '--follow-up',
      'for channels: render the reply to the published post about its newest corrections or withdrawal',
    )
    .option('--force', 'also render notes that are under embargo or withdrawn')
    .option('--quiet', 'print posts and errors only')
    .option('--verbose', 'also name the files that are skipped');
  addShared(
    command,
    'watch',
    'clear',
    'filesFrom',
    'stdinFilepath',
    'house',
    'config',
    'showConfig',
    'allowNone',
    'jobs',
  );
  return command.addHelpText('before', EXAMPLES).action((notes: string[], options: RenderFlags) => {
    if (options.showConfig) return start(showConfigTask({ ...options, notes }, 'configuration'), command);
    const request = toRequest(notes, options);
    const writes = request.outDir !== undefined;
    const load = async () => (await import('./render/render-notes.ts')).renderNotes;
    const run = watchable(request, load, { isQuiet: request.quiet, seesRemovals: writes });
    const readsStdin = notes.length === 0 && request.filesFrom === undefined;
    return start({ ...options, isQuiet: request.quiet, readsStdin, run }, command);
  });
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** @throws {UsageError} */
function partsIn(value: string): readonly PostPart[] | '' {
  if (value === '') return value;
  return value.split(',').map((name) => valueNamed('part', name.trim(), POST_PARTS));
}

function columns(value: string): number {
  const width = Number(value);
  if (Number.isInteger(width) && width > 0) return width;
  throw new InvalidArgumentError('Use a number of columns, such as 72.');
}

function lawNumber(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Use the number of a law, such as 2.');
}
