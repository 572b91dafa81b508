/** The position of the focused button among all, if it is beside a finding. */
export function indexOfFocus(): number {
  return document.activeElement?.closest('.finding') ? allButtons().indexOf(document.activeElement) : -1;
}

function allButtons(): Element[] {
  return [...document.querySelectorAll('.finding button')];
}

/** After an edit, the pressed button no longer exists. The next one gets the focus, so that the focus does not go to the top. */
export function keepFocus(before: number): void {
  if (before === -1 || document.activeElement !== document.body) return;
  const buttons = allButtons();
  const next = buttons[Math.min(before, buttons.length - 1)] ?? document.querySelector('#findings-title');
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
