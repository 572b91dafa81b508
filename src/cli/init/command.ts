import { Command, Option } from 'commander';
import { BUILT_IN_HOUSES } from '../../house/create.ts';
import { UsageError } from '../exit.ts';
import { addShared, valueNamed } from '../options.ts';
import { withWords } from '../values.ts';
import { HOOKS, type HookName } from './files.ts';

/** A checked request. */
export interface InitRequest {
  readonly hook?: HookName;
  /** The folder of a new house. */
  readonly house?: string;
  /** The built-in house that it extends. */
  readonly extends: string;
  readonly color?: boolean;
}

/** The options as commander parses them. */
interface Options {
  readonly hook?: string;
  readonly house?: string;
  readonly extends?: string;
  readonly color?: boolean;
}

const NAMES = Object.keys(HOOKS) as HookName[];

const EXAMPLES = `Examples:
  copydesk init                      write a copydesk.yaml in this folder
  copydesk init --hook pre-commit    also write a hook that formats and checks notes
  copydesk init --house briefing     also write a house of your own in the folder briefing
`;

/** The command. It passes a checked request to `run`. */
export function initCommand(run: (request: InitRequest, command: Command) => Promise<void>): Command {
  const command = new Command('init')
    .summary('write a configuration, a git hook and a house')
    .description(
      'Write a copydesk.yaml in this folder, the files of a git hook, and a house of your own. Never change an existing file.',
    )
    .addOption(
      withWords(
        new Option('--hook <name>', `set up a hook: ${NAMES.slice(0, -1).join(', ')} or ${NAMES.at(-1)}`),
        NAMES,
      ),
    )
    .option('--house <name>', 'start a house of your own: a folder with a house.yaml')
    .addOption(
      withWords(
        new Option(
          '--extends <name>',
          `with --house: the house to start from: ${BUILT_IN_HOUSES.join(', ')} (default: abab)`,
        ),
        BUILT_IN_HOUSES,
      ),
    )
    .addHelpText('before', EXAMPLES)
    .action((options: Options, command: Command) => run(validate(options), command));
  return addShared(command);
}

/** @throws {UsageError} */
function validate({ hook, extends: base, ...rest }: Options): InitRequest {
  if (base !== undefined && rest.house === undefined)
    throw new UsageError("'--extends' needs '--house'", 'Add --house with the name of your house.');
  return {
    ...rest,
    ...(hook === undefined ? {} : { hook: valueNamed('hook', hook, NAMES) }),
    extends: valueNamed('house', base ?? 'abab', BUILT_IN_HOUSES),
  };
}
