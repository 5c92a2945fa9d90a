import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Side } from '../../src/model/find-attribution.ts';
import type { Language } from '../../src/model/language.ts';

/** A line of a golden set, and the parties of the case it would stand in. */
export interface GoldenLine {
  text: string;
  sides: Side[];
}

export type GoldenSet = 'attributions' | 'attributions-held-out' | 'clean' | 'clean-held-out';

/** Reads a golden set: a line each, “#” for remarks, “@ klant: 3, leverancier: 1” for the parties of what follows. */
export function readGolden(name: GoldenSet, language: Language): GoldenLine[] {
  const file = path.join(import.meta.dirname, `${name}.${language}.txt`);
  let sides: Side[] = [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): GoldenLine[] => {
      if (line.startsWith('@')) sides = line.slice(1).split(',').map(toSide);
      return line === '' || /^[@#]/.test(line) ? [] : [{ text: line, sides }];
    });
}

function toSide(text: string): Side {
  const [name = '', headcount] = text.split(':').map((part) => part.trim());
  return { name, headcount: headcount === undefined ? undefined : Number(headcount) };
}

export const countWords = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + line.split(/\s+/).filter(Boolean).length, 0);
