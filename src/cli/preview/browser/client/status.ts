/** How long a message without a required action is shown. */
const SHOWN_MS = 5000;

let timer: number | undefined;

/** Shows a message, also to screen readers. A message does not replace an error. */
export function say(text: string, kind: 'news' | 'error' = 'news'): void {
  const status = document.querySelector<HTMLElement>('#status');
  if (!status || (kind === 'news' && status.dataset.kind === 'error' && status.textContent !== '')) return;
  window.clearTimeout(timer);
  status.textContent = text;
  status.dataset.kind = kind;
  if (kind === 'news') timer = window.setTimeout(clearStatus, SHOWN_MS);
}

/** Removes a message about a version that is no longer shown. An error stays. */
export function clearNews(): void {
  if (document.querySelector<HTMLElement>('#status')?.dataset.kind === 'news') clearStatus();
}

/** Removes the message when the person continues to work. */
export function clearStatus(): void {
  document.querySelector('#status')?.replaceChildren();
}
