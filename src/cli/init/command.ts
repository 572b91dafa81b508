import { Command } from 'commander';
import { didYouMean } from '../../model/nearest.ts';
import { UsageError } from '../exit.ts';
import { HOOKS, type HookName } from './files.ts';

/** What `init` was asked for, checked. */
export interface InitRequest {
  readonly hook?: HookName;
  readonly color?: boolean;
}

/** As commander gives them. */
interface Options {
  readonly hook?: string;
  readonly color?: boolean;
}

const NAMES = Object.keys(HOOKS) as HookName[];

const EXAMPLES = `Examples:
  copydesk init                      a copydesk.yaml in this folder
  copydesk init --hook pre-commit    and what formats notes before each commit
`;

/** The command, which hands a checked request to `run`. */
export function initCommand(run: (request: InitRequest, command: Command) => Promise<void>): Command {
  return new Command('init')
    .summary('write a configuration, and a hook for git')
    .description('Writes a copydesk.yaml here, and what a hook for git needs. Never changes a file that is there.')
    .option('--hook <name>', `format notes before each commit, by ${NAMES.slice(0, -1).join(', ')} or ${NAMES.at(-1)}`)
    .option('--color', 'colour messages, whatever the terminal')
    .option('--no-color', 'never colour messages')
    .addHelpText('before', EXAMPLES)
    .action(({ hook, ...rest }: Options, command: Command) =>
      run({ ...rest, ...(hook === undefined ? {} : { hook: hookNamed(hook) }) }, command),
    );
}

function hookNamed(name: string): HookName {
  const found = NAMES.find((one) => one === name);
  if (found) return found;
  throw new UsageError(`no hook is called ${name}`, didYouMean(name, NAMES, `There are ${NAMES.join(', ')}.`));
}
