import { Command } from 'commander';
import { addShared } from './options.ts';
import type { EditorRequest } from './requests.ts';
import type { StartTask, Task } from './run/task.ts';

const EXAMPLES = `Examples:
  copydesk lsp --stdio    start the server; see docs/editors.md for the settings of your editor
`;

export function lspCommand(start: StartTask): Command {
  const command = new Command('lsp')
    .summary('check and format notes in an editor')
    .description('Run a language server on stdin and stdout. Your editor starts it for you.')
    .option('--stdio', 'use stdin and stdout (default)')
    .addHelpText('before', EXAMPLES)
    .action((options: EditorRequest) => {
      const run: Task['run'] = async (host, console) => (await import('./lsp/server.ts')).serve(options, host, console);
      // A terminal does not speak the protocol.
      return start({ ...options, readsStdin: true, run }, command);
    });
  return addShared(command, 'house', 'config');
}
