import { Argument, Command } from 'commander';
import { addShared } from './options.ts';
import type { ExplainRequest } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';
import { ruleWords, withWords } from './values.ts';

const EXAMPLES = `Examples:
  copydesk explain                  list all rules, their severities and fixes
  copydesk explain repeated-word    explain a rule, with examples
`;

export function explainCommand(start: StartTask): Command {
  const command = new Command('explain')
    .summary('explain a rule, or list all rules')
    .description('Explain what a rule finds and why, with examples. Without a name, list all rules.')
    .addArgument(withWords(new Argument('[rule]', 'the name of a rule, as check prints it in brackets'), ruleWords))
    .addHelpText('before', EXAMPLES)
    .action((rule: string | undefined, options: ExplainRequest) => {
      const request = { ...options, ...(rule === undefined ? {} : { rule }) };
      const run: Task['run'] = async (host, console) =>
        (await import('./explain/explain-rules.ts')).explainRules(request, host, console);
      return start({ ...request, readsStdin: false, run }, command);
    });
  return addShared(command, 'house', 'config');
}
