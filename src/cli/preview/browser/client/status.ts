/** How long a message is shown that nobody has to act on. */
const SHOWN_MS = 5000;

let timer: number | undefined;

/** Tells a person, also through a screen reader, what has happened. News does not hide an error. */
export function say(text: string, kind: 'news' | 'error' = 'news'): void {
  const status = document.querySelector<HTMLElement>('#status');
  if (!status || (kind === 'news' && status.dataset.kind === 'error' && status.textContent !== '')) return;
  window.clearTimeout(timer);
  status.textContent = text;
  status.dataset.kind = kind;
  if (kind === 'news') timer = window.setTimeout(clearStatus, SHOWN_MS);
}

/** Forgets what was said about a version that is no longer shown. An error stays. */
export function clearNews(): void {
  if (document.querySelector<HTMLElement>('#status')?.dataset.kind === 'news') clearStatus();
}

/** Forgets what was said, because a person goes on. */
export function clearStatus(): void {
  document.querySelector('#status')?.replaceChildren();
}
