import { Command } from 'commander';

/** What `explain` was asked for. */
export interface ExplainRequest {
  readonly rule?: string;
  readonly house?: string;
  readonly config?: string;
  readonly color?: boolean;
}

const EXAMPLES = `Examples:
  copydesk explain                  all rules, each in a line
  copydesk explain repeated-word    what a rule finds, why, and how it is done right
`;

/** The command, which hands a request to `run`. */
export function explainCommand(run: (request: ExplainRequest, command: Command) => Promise<void>): Command {
  return new Command('explain')
    .summary('say what a rule of check finds, and why')
    .description('Says what a rule of check finds, why, and how it is done right; without a name, lists them all.')
    .argument('[rule]', 'the name of a rule, as check prints it in brackets')
    .option('--house <name|dir>', 'the house whose own rules are known, too')
    .option('--config <file>', 'this copydesk.yaml instead of the one nearest above this folder')
    .option('--color', 'colour what is printed, whatever the terminal')
    .option('--no-color', 'never colour what is printed')
    .addHelpText('before', EXAMPLES)
    .action((rule: string | undefined, options: ExplainRequest, command: Command) =>
      run({ ...options, ...(rule === undefined ? {} : { rule }) }, command),
    );
}
