import { describe, expect, it } from 'vitest';
import type { House } from '../../../src/model/house.ts';
import { html } from '../../../src/write/html.ts';
import { house } from '../fixtures.ts';
import { ATTACKS, hostileStory } from './hostile.ts';
import { english } from './stories.ts';
import { parseHtml } from './well-formed.ts';

const ADDRESSES = new Set(['href', 'src']);
const known = (() => {
  const { elements } = parseHtml(html.write(english, house(), {}));
  return {
    elements: new Set([...elements.map(({ name }) => name), 'figure', 'figcaption']),
    attributes: new Set([...elements.flatMap(({ attributes }) => [...attributes.keys()]), 'loading']),
  };
})();

/** A house whose labels and names are hostile too: a house file is data. */
function hostileHouse(attack: string): House {
  const { labels, ...rest } = house();
  const hostile = Object.fromEntries(Object.keys(labels).map((key) => [key, attack])) as unknown as House['labels'];
  return {
    ...rest,
    labels: { ...hostile, insight_by: { human: attack, ai: attack, mixed: attack } },
    publisher: { name: attack, url: attack, logo: attack },
  };
}

describe.each(ATTACKS)('%j everywhere', (attack) => {
  const page = html.write(hostileStory(attack), hostileHouse(attack), {});
  const { elements, faults } = parseHtml(page);

  it('is well-formed, and has no element or attribute but ours', () => {
    expect(faults).toEqual([]);
    expect([...new Set(elements.map(({ name }) => name))].filter((name) => !known.elements.has(name))).toEqual([]);
    const names = new Set(elements.flatMap(({ attributes }) => [...attributes.keys()]));
    expect([...names].filter((name) => !known.attributes.has(name))).toEqual([]);
  });

  it('leads nowhere but http, https, mailto or the site itself', () => {
    for (const { attributes } of elements) {
      for (const [name, value] of attributes) {
        if (!ADDRESSES.has(name)) continue;
        expect(['https:', 'http:', 'mailto:']).toContain(new URL(value, 'https://base.example/').protocol);
      }
    }
  });

  it('is still there to read', () => {
    expect(elements.find(({ name }) => name === 'h1')?.text).toBe(attack);
    expect(elements.find(({ name }) => name === 'title')?.text).toBe(attack);
  });

  it('is data in the JSON-LD', () => {
    const scripts = elements.filter(({ name }) => name === 'script');
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(scripts[0]?.text ?? '')).toMatchObject({ headline: attack });
  });

  it('is a fragment that is one article', () => {
    const fragment = parseHtml(html.write(hostileStory(attack), hostileHouse(attack), { fragment: true }));
    expect(fragment.faults).toEqual([]);
    expect(fragment.elements.filter(({ depth }) => depth === 0).map(({ name }) => name)).toEqual(['article']);
  });
});
