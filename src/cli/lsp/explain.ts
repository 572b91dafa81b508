import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver/node';
import { resolveHouse } from '../../house/resolve.ts';
import { rulesById } from '../../lint/run-rules.ts';
import type { ProjectConfig } from '../config/config-resolver.ts';
import type { Messages } from '../messages/messages.ts';
import { joined } from '../messages/seams.ts';

/** The page of all built-in rules, which belongs to the package. */
const PAGE = 'docs/rules.md';

/**
 * Opens the page of a rule in the editor. An editor that cannot open a document, a rule of a house, and
 * another language than English get a message.
 * @param canOpen whether the editor opens documents for the server.
 */
export async function explainRule(
  id: string,
  project: ProjectConfig | undefined,
  connection: Connection,
  canOpen: boolean,
  { lang, text, colon }: Messages,
): Promise<void> {
  const rule = rulesById(resolveHouse(project?.house)).get(id);
  if (!rule) return;
  // The page is in English.
  const place = canOpen && lang === 'en' ? placeInPage(id) : undefined;
  if (place) {
    const { uri, line } = place;
    const start = { line, character: 0 };
    await connection.window.showDocument({ uri, takeFocus: true, selection: { start, end: start } });
    return;
  }
  // A notification, because no answer is needed.
  const message = plain(id + colon + joined([text(rule.what), ' ', text(rule.why)]));
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

function placeInPage(id: string): { readonly uri: string; readonly line: number } | undefined {
  const path = pagePath();
  if (path === undefined) return undefined;
  const line = readFileSync(path, 'utf8').split('\n').indexOf(`### ${id}`);
  return line === -1 ? undefined : { uri: pathToFileURL(path).href, line };
}

/** The page beside dist/ or, from the sources, at the top of the project. */
function pagePath(): string | undefined {
  const here = import.meta.url.startsWith('file:') ? fileURLToPath(import.meta.url) : import.meta.url;
  return [`../../${PAGE}`, `../../../../${PAGE}`].map((path) => resolve(here, path)).find((path) => existsSync(path));
}

/** Text without the code spans and emphasis of Markdown. */
function plain(markdown: string): string {
  return markdown.replace(/[`*]/g, '');
}
