import type { Box } from './boxes.ts';
import type { Fit } from './fit.ts';
import type { Face } from './fonts.ts';
import type { Glyph, ShapedText } from './shape.ts';

/** How far the middle of a capital letter is above its baseline, in em. The middle of a Chinese character is hardly higher. */
const MIDDLE = 0.34;

/** A text in its box, as the `d` of a path. */
export function outline(text: ShapedText, { size, lines }: Fit, box: Box): string {
  const step = size * box.lineHeight;
  const height = step * (lines.length - 1) + size;
  const top = box.y + { top: 0, middle: (box.height - height) / 2, bottom: box.height - height }[box.align];
  return lines
    .map(({ start, end }, index) => {
      const { width, glyphs } = text.line(start, end);
      const x = box.x + startOf(box, box.width - width * size);
      const baseline = top + size * (0.5 + MIDDLE) + step * index;
      return glyphs.map((glyph) => path(glyph, x, baseline, size)).join('');
    })
    .join('');
}

/** The room on the left of a line. @param room what the line leaves of the box. */
function startOf({ anchor, direction }: Box, room: number): number {
  if (anchor === 'middle') return room / 2;
  return (anchor === 'start') === (direction === 'ltr') ? 0 : room;
}

function path({ face, id, x, y }: Glyph, left: number, baseline: number, size: number): string {
  const scale = size / face.unitsPerEm;
  const place = (value: number): string => String(Math.round(value * 10) / 10);
  let out = '';
  for (const { type, values } of commandsOf(face, id)) {
    out += type;
    for (let at = 0; at + 1 < values.length; at += 2) {
      const across = place(left + x * size + (values[at] ?? 0) * scale);
      const down = place(baseline - y * size - (values[at + 1] ?? 0) * scale);
      out += `${at === 0 ? '' : ' '}${across} ${down}`;
    }
  }
  return out;
}

type Command = ReturnType<Face['font']['glyphToJson']>[number];

const commands = new WeakMap<Face, Map<number, readonly Command[]>>();

function commandsOf(face: Face, id: number): readonly Command[] {
  const known = commands.get(face) ?? new Map<number, readonly Command[]>();
  commands.set(face, known);
  const found = known.get(id) ?? face.font.glyphToJson(id);
  known.set(id, found);
  return found;
}
