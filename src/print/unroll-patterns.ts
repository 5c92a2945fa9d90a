/**
 * Runs in the page, so it may need nothing from outside itself. Draws every pattern as the shapes it repeats: the browser
 * would put a bitmap as large as the page into the PDF for each, heavier than all text together and not as sharp.
 */
export function unrollPatterns(): void {
  const namespace = 'http://www.w3.org/2000/svg';
  const mostTiles = 4000;
  const make = (name: string, attributes: Record<string, string> = {}) => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  let count = 0;
  for (const shape of document.querySelectorAll<SVGGraphicsElement>('svg [fill^="url(#"]')) {
    const name = /^url\(#(.+)\)$/.exec(shape.getAttribute('fill') ?? '')?.[1];
    const pattern = name === undefined ? null : document.getElementById(name);
    if (!(pattern instanceof SVGPatternElement)) continue;
    const box = shape.getBBox();
    const matrix = pattern.patternTransform.baseVal.consolidate()?.matrix;
    const [scaleX, scaleY] = [matrix?.a ?? 1, matrix?.d ?? 1];
    const width = pattern.width.baseVal.value * scaleX;
    const height = pattern.height.baseVal.value * scaleY;
    const isPlain = (matrix?.b ?? 0) === 0 && (matrix?.c ?? 0) === 0;
    if (!isPlain || !(width > 0) || !(height > 0)) continue;
    const first = { x: Math.floor(box.x / width), y: Math.floor(box.y / height) };
    const last = {
      x: Math.ceil((box.x + box.width) / width),
      y: Math.ceil((box.y + box.height) / height),
    };
    if ((last.x - first.x) * (last.y - first.y) > mostTiles) continue;

    const id = `unrolled-${String((count += 1))}`;
    const clip = make('clipPath', { id });
    const outline = shape.cloneNode(false) as SVGGraphicsElement;
    for (const attribute of ['fill', 'class', 'id']) outline.removeAttribute(attribute);
    clip.append(outline);
    const tiles = make('g', { 'clip-path': `url(#${id})` });
    for (let x = first.x; x < last.x; x += 1)
      for (let y = first.y; y < last.y; y += 1) {
        const transform = `translate(${String(x * width)} ${String(y * height)}) scale(${String(scaleX)} ${String(scaleY)})`;
        const tile = make('g', { transform });
        for (const child of pattern.children) tile.append(child.cloneNode(true));
        tiles.append(tile);
      }
    shape.before(clip, tiles);
    shape.setAttribute('fill', 'none');
  }
}
