import { Command, Option } from 'commander';
import { addShared, valueNamed } from '../options.ts';
import { withWords } from '../values.ts';
import { HOOKS, type HookName } from './files.ts';

/** A checked request. */
export interface InitRequest {
  readonly hook?: HookName;
  readonly color?: boolean;
}

/** The options as commander parses them. */
interface Options {
  readonly hook?: string;
  readonly color?: boolean;
}

const NAMES = Object.keys(HOOKS) as HookName[];

const EXAMPLES = `Examples:
  copydesk init                      write a copydesk.yaml in this folder
  copydesk init --hook pre-commit    also write a hook that formats and checks notes
`;

/** The command. It passes a checked request to `run`. */
export function initCommand(run: (request: InitRequest, command: Command) => Promise<void>): Command {
  const command = new Command('init')
    .summary('write a configuration and a git hook')
    .description('Write a copydesk.yaml in this folder, and the files of a git hook. Never change an existing file.')
    .addOption(
      withWords(
        new Option('--hook <name>', `set up a hook: ${NAMES.slice(0, -1).join(', ')} or ${NAMES.at(-1)}`),
        NAMES,
      ),
    )
    .addHelpText('before', EXAMPLES)
    .action(({ hook, ...rest }: Options, command: Command) =>
      run({ ...rest, ...(hook === undefined ? {} : { hook: valueNamed('hook', hook, NAMES) }) }, command),
    );
  return addShared(command);
}
