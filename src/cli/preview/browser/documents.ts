import { escapeHtml } from '../../../write/html/escape.ts';
import type { Messages } from '../../messages/messages.ts';
import { translatedTexts } from './texts.ts';

/** What the script of a page needs to know. */
interface PageOptions {
  /** In English. */
  readonly title: string;
  /** The path of the token: `/TOKEN/`. */
  readonly root: string;
  readonly kind: 'index' | 'story';
  /** Where its events come from, below the root. */
  readonly events: string;
  /** Whether there is an index to go back to. */
  readonly hasIndex: boolean;
  readonly messages: Messages;
}

/** Returns the document of a page, which its script fills. */
export function pageDocument({ title, root, kind, events, hasIndex, messages }: PageOptions, nonce: string): string {
  const { lang, text } = messages;
  const texts = escapeHtml(JSON.stringify(translatedTexts(text)));
  const noScript = text('This preview needs JavaScript. It runs only the script of copydesk.');
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(text(title))} · copydesk</title>
<link rel="icon" type="image/svg+xml" href="${root}icon">
<link rel="stylesheet" nonce="${nonce}" href="${root}style">
<script nonce="${nonce}" src="${root}client" defer></script>
</head>
<body data-kind="${kind}" data-root="${root}" data-events="${root}${events}"${hasIndex ? ' data-index' : ''} data-texts="${texts}">
<noscript><p>${escapeHtml(noScript)}</p></noscript>
<div id="app"></div>
<p id="status" role="status"></p>
</body>
</html>
`;
}

/** The icon of the preview. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#9d1c20"/><path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.6"/></svg>';
