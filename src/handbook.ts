import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Handbook } from './model/handbook.ts';

/** What the owner decided in `content/handbook.yml`, checked when the build starts. */
export const handbook: Handbook = Handbook.parse(
  parse(readFileSync('content/handbook.yml', 'utf8')),
);
