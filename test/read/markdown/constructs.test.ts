import { describe, expect, test } from 'vitest';
import { constructsIn } from '../../../src/read/markdown/constructs.ts';

describe('constructs of other dialects are found by name', () => {
  test.each([
    ['::: note\nText\n:::', ['container ::: note', 'container :::']],
    ['!!! note "A"\n??? tip', ['admonition !!! note "A"', 'admonition ??? tip']],
    ['[TOC]', ['table of contents [TOC]']],
    ['*[EU]: Union', ['abbreviation *[EU]: Union']],
    ['Term\n:   One\n: Two', ['definition :   One', 'definition : Two']],
    ['$$\nx = 7\n$$', ['display math $$', 'display math $$']],
    ['+---+===+', ['grid table +---+===+']],
    ['| a line', ['line block | a line']],
    ['{: .lead}', ['attribute list {: .lead}']],
    ['A word ^id-1', ['block id ^id-1']],
    ['![a](b){width=50%}', ['attribute list {width=50%}']],
    ['> ### A {#id}', ['attribute list {#id}']],
    ['{{< a >}} {{% b %}} {% c %}', ['shortcode {{< a >}}', 'shortcode {{% b %}}', 'shortcode {% c %}']],
    ['A claim.[^1]\n\n[^1]: Reuters.', ['undefined footnote [^1]', 'undefined footnote [^1]']],
    ['[[a|b]] ![[c.png]]', ['wiki link [[a|b]]', 'wiki link ![[c.png]]']],
    ['[see](x) [@a, p. 3; @b]', ['citation [@a, p. 3; @b]']],
    ['![a](b c.jpg "T")', ['link with a space in its URL ![a](b c.jpg "T")']],
    ['[a](my files/b)', ['link with a space in its URL [a](my files/b)']],
    ['[the report][rep] [a][]', ['link without a definition [the report][rep]', 'link without a definition [a][]']],
    ['a ==b c== d', ['highlight ==b c==']],
    ['10^6^ H~2~O', ['superscript ^6^', 'subscript ~2~']],
    ['$a*b*c$', ['math $a*b*c$']],
  ])('%j', (text, found) => {
    expect(
      constructsIn(text).map(({ construct, span }) => `${construct.name} ${text.slice(span.start, span.end)}`),
    ).toEqual(found);
  });
});

test.each(['[', '[[', '{{<', '{%', '$a', '==a', '> ', ':', '| ', ' ^a', '![a](b c', '*[', '~1', '$', '[@a', '[^'])(
  'the search takes linear time for many %j',
  (part) => {
    // A search that is not linear runs into the time limit of the runner.
    expect(constructsIn(part.repeat(50_000)).length).toBeLessThanOrEqual(50_000);
  },
);
