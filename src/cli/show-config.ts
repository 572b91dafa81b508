import type { HouseReplaces } from './config/config-resolver.ts';
import { conflict } from './options.ts';
import type { NotesRequest } from './requests.ts';
import type { Task } from './run/task.ts';

/** What `--show-config` shows the configuration of. */
export interface ShowConfigRequest extends NotesRequest {
  readonly filesFrom?: string;
  /** `--report` of `check`. */
  readonly report?: string;
}

/** What a command with `--show-config` does in place of its work. @throws {UsageError} for a report about findings. */
export function showConfigTask(request: ShowConfigRequest, replaces: HouseReplaces): Task {
  const { report = 'pretty', color } = request;
  if (report !== 'pretty' && report !== 'json')
    throw conflict('--show-config', `--report ${report}`, 'Choose from pretty, json.');
  const run: Task['run'] = async (host, console) =>
    (await import('./doctor/show-config.ts')).showConfig(request, replaces, host, console);
  return { ...(color === undefined ? {} : { color }), readsStdin: false, run };
}
