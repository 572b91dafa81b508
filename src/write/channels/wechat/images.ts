import type { Labels } from '../../../model/house.ts';
import {
  attributeOf,
  createElement,
  type PageElement,
  type PageParent,
  replaceElements,
  textNode,
} from '../../styled/tree.ts';

/** WeChat drops images of other hosts. */
const OWN_HOST = /^https?:\/\/mmbiz\.q(?:pic|logo)\.cn\//i;

/** Puts a description with the URL in the place of each image that an editor has to upload. */
export function describeImages(page: PageParent, labels: Labels): void {
  replaceElements(page, (image) => {
    const url = attributeOf(image, 'src') ?? '';
    if (image.tagName !== 'img' || OWN_HOST.test(url)) return undefined;
    return [createElement(image, 'span', 'upload', [textNode(descriptionOf(image, url, labels))])];
  });
}

function descriptionOf(
  image: PageElement,
  url: string,
  { image: label, colon, semicolon, open, close }: Labels,
): string {
  const words = [attributeOf(image, 'alt'), attributeOf(image, 'title')].filter(Boolean).join(semicolon);
  return `${label}${words === '' ? '' : colon}${words}${open}${url}${close}`;
}
