import type { EditOutcome, EditRequest } from '../state.ts';
import { say } from './status.ts';
import { texts } from './texts.ts';

/** Sends what a button asks for. @param root `/TOKEN/`, whose token an edit needs. */
export async function postEdit(url: string, root: string, edit: EditRequest): Promise<EditOutcome> {
  const headers = { 'content-type': 'application/json', 'x-copydesk-token': root.replaceAll('/', '') };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(edit) });
    if (response.ok) return (await response.json()) as EditOutcome;
    return { outcome: 'failed', message: response.status < 500 ? texts.refused : await response.text() };
  } catch {
    return { outcome: 'failed', message: texts.noAnswer };
  }
}

/** Shows the result. */
export function sayOutcome(outcome: EditOutcome, action: EditRequest['action']): void {
  if (outcome.outcome === 'done') say(action === 'fix' ? texts.fixed : texts.ignored);
  else say(outcome.outcome === 'outdated' ? texts.outdated : outcome.message, 'error');
}
