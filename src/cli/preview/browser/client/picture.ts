/** Shows why a card cannot be drawn in place of its picture. */
export function explainImage(image: HTMLImageElement): void {
  if (!('picture' in image.dataset)) return;
  void fetch(image.src)
    .then((response) => response.text())
    .then((text) => {
      image.alt = text;
    })
    .catch(() => undefined);
}
