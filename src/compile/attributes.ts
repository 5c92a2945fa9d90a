import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { z } from 'zod';
import { report, toPointAt, type Document, type Point } from './document.ts';
import { toPlainIssues } from './issues.ts';
import { describe, fieldsAt } from './read-yaml.ts';
import { suggest, toList } from './suggest.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** The attributes of an element, checked by the schema of its component; problems stand at the attribute. */
export function readAttributes<S extends z.ZodType>(
  document: Document,
  element: Element,
  schema: S,
): z.output<S> | undefined {
  const before = document.problems.length;
  const raw = readRaw(document, element);
  const result = schema.safeParse(raw);
  if (result.success) return document.problems.length === before ? result.data : undefined;
  for (const issue of toPlainIssues(result.error.issues))
    reportIssue(document, element, schema, raw, issue);
  return undefined;
}

/** Attribute values as they are written: text, or a JSON literal in braces. */
function readRaw(document: Document, element: Element): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(document, 'expression-in-attribute', element, {
        expected: 'attributes written one by one: name="value"',
        found: `{${attribute.value}}`,
        hint: 'Write each attribute with its name and value.',
      });
      continue;
    }
    const { name, value } = attribute;
    if (value === null || value === undefined) raw[name] = true;
    else if (typeof value === 'string') raw[name] = value;
    else raw[name] = readLiteral(document, element, name, value.value);
  }
  return raw;
}

function readLiteral(document: Document, element: Element, name: string, code: string): unknown {
  try {
    return JSON.parse(code) as unknown;
  } catch {
    report(document, 'expression-in-attribute', toAttributePoint(document, element, name), {
      expected: 'a plain value: "text", {10}, {true} or {["a", "b"]}',
      found: `${name}={${code}}`,
      hint: `Write the value itself, like ${name}="…". Content cannot run code.`,
    });
    return undefined;
  }
}

function reportIssue(
  document: Document,
  element: Element,
  schema: z.ZodType,
  raw: Record<string, unknown>,
  issue: z.core.$ZodIssue,
): void {
  const component = `<${element.name ?? ''}>`;
  const name = String(issue.path[0] ?? '');
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, issue.path as (string | number)[]);
    for (const key of issue.keys) {
      // A key inside a value stands at the attribute that has the value.
      const at = toAttributePoint(document, element, name === '' ? key : name);
      report(document, 'unknown-attribute', at, {
        expected: known.length === 0 ? `no attributes on ${component}` : `one of ${toList(known)}`,
        found: [...issue.path, key].join('.'),
        hint: suggest(key, known, 'Remove this attribute.'),
      });
    }
    return;
  }
  const meaning = describe(schema, [name]);
  if (!(name in raw)) {
    report(document, 'missing-attribute', element, {
      expected: `${name} on ${component}${meaning === '' ? '' : `: ${meaning}`}`,
      found: 'no such attribute',
      hint: issue.code === 'custom' ? issue.message : `Add ${name}="…".`,
    });
    return;
  }
  // An expression that could not be read has been reported already.
  if (raw[name] === undefined) return;
  report(document, 'invalid-attribute', toAttributePoint(document, element, name), {
    expected: issue.message,
    found: `${name}=${JSON.stringify(raw[name])}`,
    hint: meaning === '' ? 'Change the value.' : meaning,
  });
}

/** Where an attribute is written. Sätteri gives attributes no position, so its name is looked up in the opening tag. */
export function toAttributePoint(document: Document, element: Element, name: string): Point {
  const start = element.position?.start.offset ?? 0;
  const tag = toOpeningTag(document.text.slice(start, element.position?.end.offset));
  const at = tag.search(new RegExp(`(?<=\\s)${name.replaceAll(/[^\w-]/g, '.')}(?=[\\s=/>])`));
  return toPointAt(document, start + Math.max(at, 0));
}

/** An opening tag up to its `>`, with what is between quotes blanked out so that names are not found inside values. */
function toOpeningTag(text: string): string {
  const blanked = text.replaceAll(/"[^"]*"/g, (quoted) => '"'.padEnd(quoted.length, '_'));
  const end = blanked.indexOf('>');
  return end === -1 ? blanked : blanked.slice(0, end + 1);
}
