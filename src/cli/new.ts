import { Command } from 'commander';
import { UsageError } from './exit.ts';
import { exactMoment } from './moment.ts';
import type { NewRequest } from './new/request.ts';
import { addShared, conflict } from './options.ts';
import type { StartTask, Task } from './run/task.ts';

/** The options as commander parses them. */
interface NewFlags extends Omit<NewRequest, 'headline' | 'path'> {
  readonly outDir?: string;
}

const EXAMPLES = `Examples:
  copydesk new "Lab Opens at Night"                    write lab-opens-at-night.md with a hint in each part
  copydesk new "Lab Opens at Night" stories/           write it in a folder
  copydesk new "Lab Opens at Night" night.md           write it to a file of another name
  copydesk new "实验室夜间开放" --lang zh              write a Chinese note
  copydesk new "Lab Opens at Night" --from wire.txt    start with the text of a source
  pbpaste | copydesk new "Lab Opens at Night" --from - start with the text on the clipboard
`;

export function newCommand(start: StartTask): Command {
  const command = new Command('new')
    .summary('start a note')
    .description(
      'Write a note with every part that the house requires and a hint in each, and print its path. Never change an existing file.',
    )
    .argument('[headline]', 'the headline in quotation marks; copydesk asks for it at a terminal')
    .argument('[path]', 'the file of the note, or its folder')
    .option('-d, --out-dir <dir>', 'write the note to a folder')
    .option('--lang <tag>', 'the language of the story, such as zh')
    .option('--date <time>', 'when the story is published: ISO 8601 with a UTC offset')
    .option(
      '--from <file>',
      'put the text, Markdown or HTML of a source into the body, and save it as source_text; - is stdin',
    );
  return addShared(command, 'house', 'config')
    .addHelpText('before', EXAMPLES)
    .action((headline: string | undefined, path: string | undefined, options: NewFlags) => {
      const request = validate(headline, path, options);
      const run: Task['run'] = async (host, console) =>
        (await import('./new/new-note.ts')).createNote(request, host, console);
      return start({ ...options, readsStdin: false, run }, command);
    });
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** @throws {UsageError} */
function validate(
  headline: string | undefined,
  path: string | undefined,
  { outDir, ...options }: NewFlags,
): NewRequest {
  const { lang, date } = options;
  if (headline !== undefined && path === undefined) refusePath(headline);
  if (path !== undefined && outDir !== undefined) throw conflict('--out-dir', path, 'Name the folder once.');
  if (lang !== undefined && lang !== '' && !LANGUAGE.test(lang))
    throw new UsageError(`'${lang}' is not a language tag`, 'Use a BCP 47 tag such as en, zh, zh-Hant or pt-BR.');
  const folder = outDir === undefined || outDir === '' || outDir.endsWith('/') ? outDir : `${outDir}/`;
  const target = path ?? folder;
  return {
    ...options,
    ...(headline === undefined ? {} : { headline }),
    ...(target === undefined ? {} : { path: target }),
    ...(date === undefined || date === '' ? {} : { date: exactMoment('--date', date) }),
  };
}

/** A file or a folder in place of the headline would become its words. @throws {UsageError} */
function refusePath(given: string): void {
  const advice = `Write the headline before it: copydesk new "Lab Opens at Night" ${given}`;
  if (/^\S+\.(?:md|markdown)$/i.test(given)) throw new UsageError(`'${given}' is a file, not a headline`, advice);
  if (/^\S+[\\/]$/.test(given)) throw new UsageError(`'${given}' is a folder, not a headline`, advice);
}
