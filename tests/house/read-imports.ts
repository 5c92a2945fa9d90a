import ts from 'typescript';

/** One import in a file of the project. */
export interface Import {
  /** What is imported, as it is written; `(computed)` when that is known only while running. */
  specifier: string;
  line: number;
  typeOnly: boolean;
  /** Whether it stands in a `<script>` of an .astro file, which runs in the browser. */
  inBrowser: boolean;
}

/** Lists the imports of a .ts, .mjs or .astro file, those of types, `export … from` and `import(…)` included. */
export function readImports(file: string, text: string): Import[] {
  if (!file.endsWith('.astro')) return readCode(text, false);
  return toAstroCode(text).flatMap(({ code, inBrowser }) => readCode(code, inBrowser));
}

interface Code {
  /** The code with as many lines before it as it has in its file. */
  code: string;
  inBrowser: boolean;
}

function toAstroCode(text: string): Code[] {
  const frontmatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => ({
    code: '\n'.repeat(countLines(text.slice(0, text.indexOf(match[1] ?? '', match.index)))),
    body: match[1] ?? '',
  }));
  return [
    ...(frontmatter === undefined ? [] : [{ code: `\n${frontmatter}`, inBrowser: false }]),
    ...scripts.map(({ code, body }) => ({ code: code + body, inBrowser: true })),
  ];
}

const countLines = (text: string): number => text.split('\n').length - 1;

function readCode(code: string, inBrowser: boolean): Import[] {
  const source = ts.createSourceFile('file.ts', code, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const read = readNode(node);
    if (read) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ ...read, line, inBrowser });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type Named = Pick<Import, 'specifier' | 'typeOnly'>;

function readNode(node: ts.Node): Named | undefined {
  if (ts.isImportDeclaration(node)) {
    return { specifier: toText(node.moduleSpecifier), typeOnly: isTypeImport(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: toText(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: toText(node.argument.literal), typeOnly: true };
  }
  if (ts.isCallExpression(node) && isImporting(node.expression)) {
    return { specifier: toText(node.arguments[0]), typeOnly: false };
  }
  return undefined;
}

/** `import(…)`, and `import.meta.glob(…)`, by which Vite imports many files at once. */
const isImporting = (called: ts.Expression): boolean =>
  called.kind === ts.SyntaxKind.ImportKeyword || called.getText() === 'import.meta.glob';

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (clause.name || !clause.namedBindings || !ts.isNamedImports(clause.namedBindings))
    return false;
  const { elements } = clause.namedBindings;
  return elements.length > 0 && elements.every((element) => element.isTypeOnly);
}

const toText = (node: ts.Node | undefined): string =>
  node && ts.isStringLiteralLike(node) ? node.text : '(computed)';
