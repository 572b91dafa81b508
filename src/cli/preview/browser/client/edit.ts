import type { EditOutcome, EditRequest } from '../state.ts';
import { say } from './status.ts';
import { sentence } from './tabs.ts';

/** Sends what a button asks for. @param root `/TOKEN/`, whose token an edit needs. */
export async function postEdit(url: string, root: string, edit: EditRequest): Promise<EditOutcome> {
  const headers = { 'content-type': 'application/json', 'x-copydesk-token': root.replaceAll('/', '') };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(edit) });
    if (response.ok) return (await response.json()) as EditOutcome;
    return { outcome: 'failed', message: await response.text() };
  } catch {
    return { outcome: 'failed', message: 'copydesk does not answer', advice: 'Start the preview again.' };
  }
}

/** Tells a person what became of it. */
export function sayOutcome(outcome: EditOutcome, action: EditRequest['action']): void {
  if (outcome.outcome === 'done') say(action === 'fix' ? 'Fixed.' : 'Ignored here.');
  else if (outcome.outcome === 'outdated')
    say('The file has changed, so nothing was edited. The page shows it as it is now.', 'error');
  else say([sentence(outcome.message.trim()), outcome.advice ?? ''].join(' ').trim(), 'error');
}
