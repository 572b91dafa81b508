import { Command } from 'commander';
import { addShared } from './options.ts';
import type { EditorRequest } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';

const EXAMPLES = `Examples:
  copydesk lsp --stdio    what an editor starts; see docs/editors.md for the settings of each
`;

export function lspCommand(start: StartTask): Command {
  const command = new Command('lsp')
    .summary('check and format notes in an editor')
    .description('Serve an editor as a language server on stdin and stdout. An editor starts it; a person does not.')
    .option('--stdio', 'use stdin and stdout: the default')
    .addHelpText('before', EXAMPLES)
    .action((options: EditorRequest) => {
      const run: Task['run'] = async (host, console) => (await import('./lsp/server.ts')).serve(options, host, console);
      // On a terminal nobody speaks the protocol.
      return start({ ...options, readsStdin: true, run }, command);
    });
  return addShared(command, 'house', 'config');
}
