import { patch } from './patch.ts';

/* A post is shown in a frame without scripts, so that the style sheet of the house and that of the preview do not meet. */

/** The last HTML that each frame was to show. */
const wanted = new WeakMap<HTMLIFrameElement, string>();
const shown = new WeakMap<HTMLIFrameElement, string>();

/** Marks the paragraph that a finding is about. */
const MARK = 'data-copydesk-mark';
const MARK_STYLE = `[${MARK}]{outline:2px solid #c2410c!important;outline-offset:.35em;border-radius:2px}`;

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const frame = target.ownerDocument.defaultView?.frameElement;
    if (frame instanceof HTMLIFrameElement) resize(frame);
  }
});

/** Shows HTML in a frame, as soon as it is loaded. */
export function showInFrame(frame: HTMLIFrameElement, html: string): void {
  wanted.set(frame, html);
  fill(frame);
}

/** Manages a frame that has loaded its empty page. */
export function frameLoaded(frame: HTMLIFrameElement): void {
  shown.delete(frame);
  const content = frame.contentDocument;
  if (!content) return;
  content.addEventListener('click', followLink);
  fill(frame);
  sizes.observe(content.documentElement);
}

function fill(frame: HTMLIFrameElement): void {
  const html = wanted.get(frame);
  const content = frame.contentDocument;
  const isReady = content?.readyState === 'complete' && content.URL.startsWith('http');
  if (html === undefined || !content || !isReady || shown.get(frame) === html) return;
  // Parsed by the frame, whose policy allows the style attributes of a post.
  const Parser = (frame.contentWindow as (Window & { DOMParser?: typeof DOMParser }) | null)?.DOMParser ?? DOMParser;
  const next = new Parser().parseFromString(html, 'text/html');
  for (const script of next.querySelectorAll('script')) script.remove();
  const style = next.createElement('style');
  style.textContent = MARK_STYLE;
  next.head.append(style);
  patch(content.documentElement, next.documentElement);
  shown.set(frame, html);
  resize(frame);
}

/** The page scrolls as a whole, so a frame is as high as its content. */
function resize(frame: HTMLIFrameElement): void {
  const content = frame.contentDocument?.documentElement;
  if (!content) return;
  const height = Math.ceil(content.getBoundingClientRect().height);
  if (frame.style.height === `${height}px`) return;
  frame.style.height = `${height}px`;
  frame.dispatchEvent(new Event('fitted', { bubbles: true }));
}

/** A link opens in a new tab without a referrer. Footnotes and their links back stay in the frame. */
function followLink(event: Event): void {
  const link =
    event.target instanceof Object && 'closest' in event.target ? (event.target as Element).closest('a') : null;
  const href = link?.getAttribute('href') ?? '';
  if (!link || href.startsWith('#')) return;
  event.preventDefault();
  if (/^https?:/i.test(href)) window.open(href, '_blank', 'noopener,noreferrer');
}

/** Marks an element of a frame, and no other. */
export function markInFrame(frame: HTMLIFrameElement, element: Element | undefined): void {
  for (const marked of frame.contentDocument?.querySelectorAll(`[${MARK}]`) ?? []) marked.removeAttribute(MARK);
  element?.setAttribute(MARK, '');
}
