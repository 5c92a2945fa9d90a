import {
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document as YamlDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { report, type Document, type Point } from './document.ts';
import { toPlainIssues } from './issues.ts';
import { suggest, toList } from './suggest.ts';

/** YAML text inside a document, and the line it starts on. */
interface Yaml {
  text: string;
  firstLine: number;
}

/** The frontmatter of a document, between its first two lines of `---`. */
export function readFrontmatter<S extends z.ZodType>(
  document: Document,
  schema: S,
): z.output<S> | undefined {
  const match = /^---\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(document.text);
  if (!match) {
    report(
      document,
      'frontmatter-missing',
      { line: 1, column: 1 },
      {
        expected: 'a file that starts with “---”, then fields, then “---”',
        found:
          document.text === ''
            ? 'an empty file'
            : `“${document.text.split('\n')[0]?.slice(0, 40) ?? ''}”`,
        hint: 'Add frontmatter at the top. Copy it from another file of the same kind.',
      },
    );
    return undefined;
  }
  return readYaml(document, { text: match[1] ?? '', firstLine: 2 }, schema);
}

/** YAML checked by a schema; every failure becomes a problem at the place of the field. */
export function readYaml<S extends z.ZodType>(
  document: Document,
  yaml: Yaml,
  schema: S,
): z.output<S> | undefined {
  const lines = new LineCounter();
  const parsed = parseDocument(yaml.text, { lineCounter: lines, prettyErrors: false });
  const toPoint = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + yaml.firstLine - 1, column: col };
  };
  const before = document.problems.length;
  for (const error of parsed.errors) {
    report(document, 'yaml-syntax', toPoint(error.pos[0]), {
      expected: 'readable YAML: “field: value”, lists with “- ”, the same indent on each level',
      found: error.message.split('\n')[0] ?? error.message,
      hint: 'Check the indent and the quotes on this line and the one above. Put a text that holds “: ” or “#” between quotes.',
    });
  }
  // “*name” repeats something that was named before: nobody needs it here, and a few lines of it can grow without end.
  visit(parsed, {
    Alias: (_key, { source, range }) => {
      report(document, 'yaml-syntax', toPoint(range?.[0] ?? 0), {
        expected: 'a value that is written out',
        found: `“*${source}”`,
        hint: 'Put a text that begins with “*” between quotes.',
      });
    },
  });
  if (document.problems.length > before) return undefined;
  const value: unknown = parsed.toJS() ?? {};
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of toPlainIssues(result.error.issues))
    reportIssue(document, parsed, toPoint, value, schema, issue);
  return undefined;
}

function reportIssue(
  document: Document,
  parsed: YamlDocument,
  toPoint: (offset: number) => Point,
  value: unknown,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
): void {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const field = path.join('.');
  const meaning = describe(schema, path);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const known = fieldsAt(schema, path);
      report(document, 'unknown-field', toPoint(offsetOf(parsed, [...path, key])), {
        expected: `one of ${toList(known, 60)}`,
        found: `“${[...path, key].join('.')}”`,
        hint: suggest(key, known, 'Remove this field, or see the list of fields.'),
      });
    }
    return;
  }
  const found = path.reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), value);
  if (found === undefined && path.length > 0) {
    report(document, 'missing-field', toPoint(offsetOf(parsed, path.slice(0, -1))), {
      expected: `“${field}”${meaning === '' ? '' : `: ${meaning}`}`,
      found: 'no such field',
      hint: `Add “${String(path.at(-1))}: …”.`,
    });
    return;
  }
  report(document, 'invalid-field', toPoint(offsetOf(parsed, path)), {
    expected: issue.message,
    found: `“${field}” is ${show(found)}`,
    hint: meaning === '' ? 'Change the value.' : meaning,
  });
}

/** Where a field is written, or else the nearest thing around it. */
function offsetOf(parsed: YamlDocument, path: readonly (string | number)[]): number {
  if (path.length === 0) return startOf(parsed.contents) ?? 0;
  const parent: unknown =
    path.length === 1 ? parsed.contents : parsed.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && item.key.value === last,
    );
    const start = pair && startOf(pair.key);
    if (start !== undefined) return start;
  }
  return startOf(parsed.getIn(path, true)) ?? offsetOf(parsed, path.slice(0, -1));
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

const isRecord = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

function show(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** The sentence a schema has for a field. */
export function describe(schema: z.ZodType, path: readonly (string | number)[]): string {
  let at: unknown = schema;
  let sentence = '';
  for (const part of path) {
    at = childOf(at, part);
    if (at === undefined) return sentence;
    sentence = (at as z.ZodType).description ?? sentence;
  }
  return sentence;
}

/** The names a schema knows at a place. */
export function fieldsAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  const at = path.reduce<unknown>(childOf, schema);
  const shape = shapeOf(at);
  return shape ? Object.keys(shape) : [];
}

const childOf = (schema: unknown, part: string | number): unknown => {
  const inner = unwrap(schema);
  if (typeof part === 'number')
    return isRecord(inner) && 'element' in inner ? inner['element'] : undefined;
  return shapeOf(inner)?.[part];
};

const shapeOf = (schema: unknown): Record<string, unknown> | undefined => {
  const inner = unwrap(schema);
  return isRecord(inner) && isRecord(inner['shape']) ? inner['shape'] : undefined;
};

/** Looks through optional, default, transform and the like; of several forms, takes the one that has fields. */
function unwrap(schema: unknown): unknown {
  const def = isRecord(schema) ? schema['def'] : undefined;
  if (!isRecord(def)) return schema;
  if (isRecord(def['innerType'])) return unwrap(def['innerType']);
  if (isRecord(def['in'])) return unwrap(def['in']);
  if (Array.isArray(def['options']))
    return unwrap(def['options'].find((option) => isRecord(option) && 'shape' in option));
  return schema;
}
