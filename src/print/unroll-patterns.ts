/**
 * Runs in the page, so it may need nothing from outside itself. Draws every pattern as paths, one for each row it repeats: the
 * browser would put a bitmap as large as the page into the PDF for each, heavier than all text together and less sharp.
 */
export function unrollPatterns(): void {
  const namespace = 'http://www.w3.org/2000/svg';
  const mostTiles = 4000;
  // A start anywhere, and from there only steps: such a path is moved by moving its starts.
  const start = /M\s*(-?(?:\d+\.?\d*|\.\d+))[\s,]*(-?(?:\d+\.?\d*|\.\d+))/g;
  const isMovable = (d: string) => !/[A-LN-Z]/.test(d);
  const make = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  // All is measured before anything is drawn: each measure after a change would lay out the whole page again.
  const shapes = [...document.querySelectorAll<SVGGraphicsElement>('svg [fill^="url(#"]')].map(
    (shape) => ({ shape, box: shape.getBBox() }),
  );
  let count = 0;
  for (const { shape, box } of shapes) {
    const name = /^url\(#(.+)\)$/.exec(shape.getAttribute('fill') ?? '')?.[1];
    const pattern = name === undefined ? null : document.getElementById(name);
    if (!(pattern instanceof SVGPatternElement)) continue;
    const drawn = [...pattern.children].map((child) => child.getAttribute('d') ?? 'A');
    const matrix = pattern.patternTransform.baseVal.consolidate()?.matrix;
    const scale = matrix?.a ?? 1;
    const isPlain = (matrix?.b ?? 0) === 0 && (matrix?.c ?? 0) === 0 && (matrix?.d ?? 1) === scale;
    const width = pattern.width.baseVal.value;
    const height = pattern.height.baseVal.value;
    if (!drawn.every(isMovable) || !isPlain || !(width > 0) || !(height > 0)) continue;
    const left = Math.floor(box.x / scale / width);
    const top = Math.floor(box.y / scale / height);
    const columns = Math.ceil((box.x + box.width) / scale / width) - left;
    const rows = Math.ceil((box.y + box.height) / scale / height) - top;
    if (columns * rows > mostTiles) continue;

    const id = `unrolled-${String((count += 1))}`;
    const clip = make('clipPath', { id });
    const outline = shape.cloneNode(false) as SVGGraphicsElement;
    for (const attribute of ['fill', 'class', 'id']) outline.removeAttribute(attribute);
    clip.append(outline);
    const filling = make('g', { 'clip-path': `url(#${id})` });
    for (const child of pattern.children) {
      const d = child.getAttribute('d') ?? '';
      const row = Array.from({ length: columns }, (_none, column) =>
        d.replace(
          start,
          (_whole, x: string, y: string) =>
            `M${String(Number((Number(x) + (left + column) * width).toFixed(3)))} ${y}`,
        ),
      ).join('');
      // Rows that are all the same take hardly any room when the file is packed.
      for (let at = top; at < top + rows; at += 1) {
        const path = child.cloneNode(true) as Element;
        path.setAttribute('d', row);
        path.setAttribute(
          'transform',
          `scale(${String(scale)}) translate(0 ${String(at * height)})`,
        );
        filling.append(path);
      }
    }
    shape.before(clip, filling);
    shape.setAttribute('fill', 'none');
  }
}
