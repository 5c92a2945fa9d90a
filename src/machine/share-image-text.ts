import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import satori, { type Font } from 'satori';

/** Text as the outline of its letters, with the room it takes. */
export interface Outline {
  d: string;
  width: number;
  height: number;
  lines: number;
  size: number;
}

export interface Setting {
  text: string;
  face: 'title' | 'lead' | 'facts';
  language: string;
  width: number;
  /** Sizes to try, largest first; the first that fits is used. */
  sizes: readonly number[];
  lines: number;
  /** The tallest it may be; lines alone decide when left out. */
  height?: number;
  /** True to set it smaller sooner than on another line. */
  fewest?: boolean;
}

const faces = {
  title: { family: 'Faustina', weight: 700, lineHeight: 1.04, letterSpacing: '-0.022em' },
  lead: { family: 'Faustina', weight: 400, lineHeight: 1.25, letterSpacing: '0' },
  facts: {
    family: 'Atkinson Hyperlegible Next',
    weight: 400,
    lineHeight: 1.35,
    letterSpacing: '0',
  },
} as const;

/** Sets text in the largest size in which every word fits the width and all of it the number of lines. */
export async function setText(setting: Setting): Promise<Outline> {
  const { width, lines, height = Infinity, fewest = false } = setting;
  const longest = await toLongestWord(setting);
  const sizes = setting.sizes.filter((size) => longest * size <= width);
  const limits = fewest ? Array.from({ length: lines }, (_, index) => index + 1) : [lines];
  for (const limit of limits) {
    for (const size of sizes) {
      const outline = await toOutline(setting, size, { textWrap: 'balance' });
      if (outline.lines <= limit && outline.height <= height) return outline;
    }
  }
  // Too long even for the smallest size: what does not fit is left out, with an ellipsis.
  return toOutline(setting, setting.sizes.at(-1) ?? 16, {
    wordBreak: 'break-word',
    lineClamp: lines,
  });
}

/** The width of the widest of the longest words, as a share of the size it is set in. */
async function toLongestWord(setting: Setting): Promise<number> {
  const size = 100;
  const words = setting.text.split(/\s+/).sort((a, b) => b.length - a.length);
  const rendered = words
    .slice(0, 3)
    .map((word) => render(word, setting, size, { height: size }, { whiteSpace: 'nowrap' }));
  return Math.max(...(await Promise.all(rendered)).map(({ width }) => width)) / size;
}

async function toOutline(setting: Setting, size: number, style: Style): Promise<Outline> {
  const { d, width, height } = await render(
    setting.text,
    setting,
    size,
    { width: setting.width },
    { display: 'block', ...style },
  );
  return {
    d,
    width,
    height,
    size,
    lines: Math.round(height / (size * faces[setting.face].lineHeight)),
  };
}

type Style = Record<string, string | number>;

async function render(
  text: string,
  { face, language }: Setting,
  size: number,
  room: { width: number } | { height: number },
  style: Style,
): Promise<{ d: string; width: number; height: number }> {
  const { family, weight, lineHeight, letterSpacing } = faces[face];
  const element = {
    type: 'div',
    props: {
      lang: language,
      style: {
        display: 'flex',
        fontFamily: family,
        fontWeight: weight,
        fontSize: size,
        lineHeight,
        letterSpacing,
        color: '#000',
        ...style,
      },
      children: text,
    },
  };
  const svg = await satori(element, { ...room, fonts: await loadFonts() });
  const d = [...svg.matchAll(/<path [^>]*?\bd="([^"]*)"/g)].map((match) => match[1] ?? '').join('');
  const [, width = '0', height = '0'] = /^<svg width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { d, width: Number(width), height: Number(height) };
}

let fonts: Promise<Font[]> | undefined;

/** The fonts are read once. They are found from the project, because a built page has no place of its own. */
function loadFonts(): Promise<Font[]> {
  const { resolve } = createRequire(path.resolve('package.json'));
  const load = async (face: (typeof faces)[keyof typeof faces]): Promise<Font> => {
    const name = face.family.toLowerCase().replaceAll(' ', '-');
    const data = await readFile(
      resolve(`@fontsource/${name}/files/${name}-latin-${String(face.weight)}-normal.woff`),
    );
    return { name: face.family, data, weight: face.weight, style: 'normal' };
  };
  fonts ??= Promise.all(Object.values(faces).map(load));
  return fonts;
}
