import type { ProblemName } from '../../src/problems.ts';
import { goodHandbook } from './write-handbook.ts';

/** One mistake an author can make, and what the build must say about it. */
export interface Mistake {
  what: string;
  /** The file with the mistake; the case in Dutch when left out. */
  file?: string;
  /** Replaces these words … */
  from: string;
  /** … by these. */
  to: string;
  finds: ProblemName;
  /** The text at which the problem must be reported, in the file as it is after the mistake. */
  at: string;
  /** Words the message must hold. */
  says?: string;
}

export const caseFile = 'content/nl/cases/sla/index.mdx';
const checkIn = 'content/nl/practices/check-in.mdx';
const firstLine = 'Een eerste alinea.';
const firstParagraph = 'Een eerste alinea. Zie [de kring](practices/check-in).';

export const mistakes: Mistake[] = [
  { what: 'a component that is not closed', from: '</Step>\n\n<Step id="slot"', to: '<Step id="slot"', finds: 'mdx-syntax', at: '<Step id="start"', says: 'closing tag' },
  { what: 'a brace in a sentence', from: firstLine, to: 'Een { alinea.', finds: 'mdx-syntax', at: '{ alinea' },
  { what: 'a component from another site', from: firstParagraph, to: '<Video />', finds: 'unknown-component', at: '<Video', says: 'one of Step' },
  { what: 'a component with a typing error', from: firstParagraph, to: '<Tipp>\n\nx\n\n</Tipp>', finds: 'unknown-component', at: '<Tipp>', says: 'Did you mean “Tip”?' },
  { what: 'a pole without a board', from: firstParagraph, to: '<Upsides>\n\n- a\n\n</Upsides>', finds: 'misplaced-component', at: '<Upsides>\n\n- a', says: '<Pole>' },
  { what: 'a step in a step', from: 'Een laatste alinea.', to: '<Step id="binnen" title="Binnen" from="case" minutes="5">\n\nx\n\n</Step>', finds: 'misplaced-component', at: '<Step id="binnen"' },
  { what: 'a board with one pole', from: goodHandbook[caseFile]?.match(/<Pole name="Vrijheid">[\s\S]*?<\/Pole>\n/)?.[0] ?? '?', to: '', finds: 'incomplete-component', at: '<Polarity', says: 'two' },
  { what: 'a tip without words', from: firstParagraph, to: '<Tip>\n\n</Tip>', finds: 'incomplete-component', at: '<Tip>', says: 'nothing' },
  { what: 'an unknown attribute', from: 'minutes="5/10/15"', to: 'minutes="5/10/15" minuten="5"', finds: 'unknown-attribute', at: 'minuten=', says: 'Did you mean “minutes”?' },
  { what: 'a step without a source', from: ' from="proposal" minutes="5">', to: ' minutes="5">', finds: 'missing-attribute', at: '<Step id="slot"', says: 'from on <Step>' },
  { what: 'a step without minutes', from: ' from="proposal" minutes="5">', to: ' from="proposal">', finds: 'missing-attribute', at: '<Step id="slot"', says: 'min/ideal/max' },
  { what: 'minutes that go down', from: 'minutes="5/10/15"', to: 'minutes="15/10/5"', finds: 'invalid-attribute', at: 'minutes="15', says: '5/10/15' },
  { what: 'minutes in words', from: 'minutes="5/10/15"', to: 'minutes="een kwartier"', finds: 'invalid-attribute', at: 'minutes="een' },
  { what: 'dissent that says no need', from: ' needs="tijd"', to: '', finds: 'missing-attribute', at: '<Contribution', says: 'needs' },
  { what: 'HTML in a text', from: firstLine, to: 'Een <b>vette</b> alinea.', finds: 'html-in-content', at: '<b>', says: '**bold**' },
  { what: 'a style attribute', from: firstLine, to: 'Een <span style="color:red">rode</span> alinea.', finds: 'html-in-content', at: 'style=' },
  { what: 'an import', from: firstParagraph, to: 'import X from "./x"', finds: 'import-in-content', at: 'import X' },
  { what: 'an export', from: firstParagraph, to: 'export const x = 1', finds: 'import-in-content', at: 'export const' },
  { what: 'an expression', from: firstLine, to: 'Samen {4 + 3} mensen.', finds: 'expression-in-content', at: '{4 + 3}' },
  { what: 'code in an attribute', from: 'minutes="5/10/15"', to: 'minutes={5 + 10}', finds: 'expression-in-attribute', at: 'minutes={' },
  { what: 'no frontmatter', file: 'content/nl/pages/about.mdx', from: '---\ntitle: Over dit handboek\nsummary: Waar dit handboek over gaat.\nupdated: 2026-11-23\n---\n\n', to: '', finds: 'frontmatter-missing', at: 'Een alinea.' },
  { what: 'broken YAML', from: 'sector: zorg', to: 'sector: zorg: bouw', finds: 'yaml-syntax', at: 'zorg: bouw' },
  { what: 'a field twice', from: 'sector: zorg', to: 'sector: zorg\nsector: bouw', finds: 'yaml-syntax', at: 'sector: bouw', says: 'unique' },
  { what: 'a missing field', from: 'cautions: [niet altijd]\n', to: '', finds: 'missing-field', at: 'title:', says: 'cautions' },
  { what: 'an unknown field', from: 'sector: zorg', to: 'sector: zorg\nsektor: zorg', finds: 'unknown-field', at: 'sektor', says: 'Did you mean “sector”?' },
  { what: 'a field with the wrong kind of value', from: 'people: 7', to: 'people: zeven', finds: 'invalid-field', at: 'people:', says: '“zeven”' },
  { what: 'a purpose that is too long', file: checkIn, from: 'Iedereen wordt een keer gehoord.', to: Array.from({ length: 26 }, () => 'woord').join(' '), finds: 'invalid-field', at: 'purpose:', says: '25 words' },
  { what: 'the same step id twice', from: 'id="slot"', to: 'id="start"', finds: 'duplicate-id', at: 'id="start" title="Het slot"', says: 'also on <Step> in line' },
  { what: 'a heading one level too deep', from: firstParagraph, to: '#### Te diep', finds: 'heading-level', at: '#### Te diep' },
  { what: 'a second title', from: firstParagraph, to: '# Titel', finds: 'heading-level', at: '# Titel' },
  { what: 'a step that does not exist', from: firstLine, to: 'Zie stap 7 hierna.', finds: 'unknown-step-reference', at: 'Zie stap 7', says: 'from 1 to 5' },
  { what: 'a range that is not used', from: firstLine, to: 'stappen 2-4', finds: 'unknown-step-reference', at: 'stappen 2-4', says: '1-3, 2-3, 1-4, 1-5' },
  { what: 'a dead link', from: 'practices/check-in', to: 'practices/chek-in', finds: 'dead-link', at: '[de kring]', says: 'Did you mean “check-in”?' },
  { what: 'a link with a path of its own', from: 'practices/check-in', to: '/werkvormen/check-in/', finds: 'dead-link', at: '[de kring]' },
  { what: 'a dead anchor', from: 'practices/check-in', to: 'cases/sla#begin', finds: 'dead-anchor', at: '[de kring]', says: 'start' },
  { what: 'a link with code', from: '(practices/check-in)', to: '(javascript:alert)', finds: 'unsafe-link', at: '[de kring]' },
  { what: 'an image that is not there', from: './kring.svg', to: './vierkant.svg', finds: 'image-missing', at: '---\ntitle', says: 'vierkant.svg' },
  { what: 'an image without a description', from: '![Een kring van stoelen]', to: '![]', finds: 'image-without-alt', at: '![]' },
  { what: 'an image between words', from: '![Een kring', to: 'Kijk: ![Een kring', finds: 'image-misplaced', at: '![Een kring' },
  { what: 'a term that is not in the glossary', from: firstLine, to: 'Een <Term id="onderstrom">stroom</Term>.', finds: 'unknown-term', at: 'id="onderstrom"', says: 'Did you mean “onderstroom”?' },
  { what: 'a practice that does not exist', from: 'practice="check-in"', to: 'practice="check-inn"', finds: 'unknown-practice', at: '<Step id="start"', says: 'Did you mean “check-in”?' },
  { what: 'a source that is not listed', file: 'content/nl/practices/check-uit.mdx', from: 'sources: [een-boek]', to: 'sources: [een-boekje]', finds: 'unknown-source', at: 'een-boekje', says: 'Did you mean “een-boek”?' },
  { what: 'a voice about words that are not there', from: 'on="neutraliteit"', to: 'on="onpartijdigheid"', finds: 'words-not-found', at: 'on="onpartijdigheid"' },
  { what: 'a party as a pole', from: 'name="Afspraken"', to: 'name="leverancier"', finds: 'poles-are-parties', at: '<Pole name="leverancier"' },
  { what: 'a translation without its source', file: 'content/en/practices/check-out.mdx', from: '', to: goodHandbook[checkIn] ?? '', finds: 'translation-without-source', at: '---\ntitle', says: 'check-out' },
  { what: 'a translation with other steps', file: 'content/en/cases/sla/index.mdx', from: 'id="slot"', to: 'id="end"', finds: 'translation-differs', at: '---\ntitle', says: 'slot 5/5/5' },
  { what: 'a translation with other minutes', file: 'content/en/cases/sla/index.mdx', from: 'minutes="5/10/15"', to: 'minutes="5/10/20"', finds: 'translation-differs', at: '---\ntitle' },
  { what: 'a former id that is in use', file: checkIn, from: 'reviewed: 2026-11-23\n', to: 'reviewed: 2026-11-23\nformerIds: [check-uit]\n', finds: 'former-id-in-use', at: '---\ntitle' },
  { what: 'a file in a folder that nothing reads', file: 'content/nl/casus/x.mdx', from: '', to: 'x', finds: 'misplaced-file', at: 'x', says: 'Did you mean “cases”?' },
  { what: 'a folder for a language that is not there', file: 'content/de/cases/sla/index.mdx', from: '', to: 'x', finds: 'misplaced-file', at: 'x' },
  { what: 'a text with the wrong ending', file: 'content/nl/pages/privacy.md', from: '', to: 'x', finds: 'misplaced-file', at: 'x', says: '.mdx' },
  { what: 'an address that is none', file: 'content/handbook.yml', from: 'https://voorbeeld.nl', to: 'voorbeeld', finds: 'invalid-field', at: 'address:' },
];
