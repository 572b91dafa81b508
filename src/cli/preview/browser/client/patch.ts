import morphdom from 'morphdom';

/** Makes an element equal to another one, and keeps what is the same: the focus, the scroll position, frames. */
export function patch(from: Element, to: Element): void {
  morphdom(from, to, { onBeforeElUpdated: mayUpdate });
}

function mayUpdate(from: HTMLElement, to: HTMLElement): boolean {
  // The content of a frame is its own.
  if (from.localName === 'iframe') return from.getAttribute('src') !== to.getAttribute('src');
  // A person is typing.
  if (from === document.activeElement && from.localName === 'input') return false;
  if (from.localName === 'details') to.toggleAttribute('open', from.hasAttribute('open'));
  return !from.isEqualNode(to);
}
