import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/discussion/asked.ts';
import type { OwnContribution } from '../../src/discussion/store.ts';
import { fillPage as fillPageAt } from '../../src/serving/fill-page.ts';
import { findElements, getAttribute, hasAttribute, toTextOf } from '../../src/serving/page-tree.ts';
import { after, start } from '../discussion/drafts.ts';
import { hostile } from '../discussion/hostile.ts';

/** A built page, filled at some moment. */
const fillPage = (html: string, page: Page, now = start) => fillPageAt(html, page, now);

const sentences = {
  own: { 'words.missing': 'Schrijf iets.', 'code.missing': 'Vul je code in.' },
  problems: { missing: '{field}: leeg.', unexpected: '“{field}” kan niet.' },
  fields: { stance: 'Waar je staat' },
  refusals: { 'other-site': 'Dit kwam van elders.' },
  stances: { insight: 'Ik zie het anders', recognition: 'Ik herken dit' },
  roles: { participant: 'deelnemer' },
  reasons: { insults: 'Er stond een belediging in.' },
  places: { 'cases/sla': 'Samenwerken' },
  minutes: { one: 'Nog 1 minuut.', many: 'Nog {n} minuten.' },
  problem: 'Er klopt iets niet',
};

const built = `<!doctype html><html lang="nl"><head><title>Reageer</title></head><body>
<div data-when="problems" data-focus tabindex="-1" hidden><ul data-problems></ul></div>
<p data-when="refused" hidden><b data-text="refusal"></b></p>
<p data-unless="own preview" id="lead">Kom maar.</p>
<section data-when="preview" hidden><div data-html="words"></div><i data-text="role"></i></section>
<section data-when="own" id="own" hidden>
  <b data-when="pending" hidden>wacht</b><b data-when="published" hidden>staat er</b>
  <i data-text="code"></i><a data-link="place" href="/">daar</a>
  <div data-html="words"></div>
  <p data-when="editable" data-text="left" hidden></p><p data-when="late" hidden>te laat</p>
</section>
<form data-talk>
  <fieldset><p data-problem="stance" hidden></p>
    <label><input type="radio" name="stance" id="t-stance" value="insight">a</label>
    <label><input type="radio" name="stance" value="recognition" checked>b</label></fieldset>
  <select name="subject" id="t-subject"><option value="cases/sla">x</option></select>
  <span data-problem="words" hidden></span><textarea name="words" id="t-words" aria-describedby="h"></textarea>
  <input name="name" id="t-name"><input name="role"><input name="needs">
  <input type="hidden" name="language" value="nl"><input type="hidden" name="key" data-fill>
  <button data-when="keyed" name="key" value="" hidden>Verstuur</button>
</form>
<script type="application/json" data-sentences>${JSON.stringify(sentences)}</script></body></html>`;

const own: OwnContribution = {
  id: 'r-29kq4mx9',
  status: 'pending',
  subject: 'cases/sla#check-in',
  language: 'nl',
  stance: 'insight',
  sent: start.toISOString(),
  editableUntil: after(15).toISOString(),
  words: 'Bij <b>ons</b>',
  html: '<p>Bij <b>ons</b></p>',
};

const said = (changes: Partial<OwnContribution> = {}): Page => ({
  page: 'said',
  values: {},
  problems: [],
  code: 'AAAAA-BBBBB',
  own: { ...own, ...changes },
});

describe('a built page that is filled', () => {
  it('gives a reader back everything that was sent, in the fields it was sent in', () => {
    const html = fillPage(built, {
      page: 'speak',
      problems: [],
      values: {
        stance: 'insight',
        words: 'Nee & <b>nee</b>',
        name: '"Jo"',
        key: 'k',
        subject: 'cases/sla',
      },
    });
    expect(html).toContain('value="insight" checked=""');
    expect(html).not.toContain('value="recognition" checked');
    expect(html).toContain('>Nee &amp; &lt;b&gt;nee&lt;/b&gt;</textarea>');
    expect(html).toContain('name="name" id="t-name" value="&quot;Jo&quot;"');
    expect(html).toContain('<option value="cases/sla" selected="">');
    expect(html).toContain('name="key" data-fill="" value="k"');
    expect(html).toContain('<button data-when="keyed" name="key" value="">Verstuur</button>');
  });

  it('lets nobody choose the hidden fields that are the page’s own', () => {
    const html = fillPage(built, { page: 'speak', problems: [], values: { language: 'xx' } });
    expect(html).toContain('name="language" value="nl"');
  });

  it('tells what is wrong beside each field, and on top with a link to it', () => {
    const html = fillPage(built, {
      page: 'speak',
      values: {},
      problems: [
        { field: 'words', problem: 'missing' },
        { field: 'stance', problem: 'missing' },
        { field: 'status', problem: 'unexpected' },
      ],
    });
    expect(html).toContain('<li><a href="#t-words">Schrijf iets.</a></li>');
    expect(html).toContain('<li><a href="#t-stance">Waar je staat: leeg.</a></li>');
    expect(html).toContain('<li>“status” kan niet.</li>');
    expect(html).toContain('<span data-problem="words" id="p-words">Schrijf iets.</span>');
    expect(html).toContain('aria-describedby="p-words h" aria-invalid="true"');
    expect(html).toContain('<fieldset aria-describedby="p-stance" data-wrong="true">');
    expect(html).toContain('<title>Er klopt iets niet: Reageer</title>');
    expect(html).toContain('autofocus');
  });

  it('calls a form that only has to be confirmed no problem', () => {
    const html = fillPage(built, {
      page: 'speak',
      values: { role: 'participant', key: 'k' },
      problems: [{ field: 'form', problem: 'confirm' }],
      preview: '<p>Bij <b>ons</b></p>',
    });
    expect(html).toContain(
      '<section data-when="preview"><div data-html="words"><p>Bij <b>ons</b></p></div>',
    );
    expect(html).toContain('<i data-text="role">deelnemer</i>');
    expect(html).not.toContain('data-problems');
    expect(html).not.toContain('id="lead"');
  });

  it('shows one’s own reaction with its code, and for how long it can be changed', () => {
    const html = fillPage(built, said(), after(3));
    expect(html).toContain('>wacht</b>');
    expect(html).not.toContain('staat er');
    expect(html).toContain('AAAAA-BBBBB');
    expect(html).toContain('Nog 12 minuten.');
    expect(fillPage(built, said(), after(14.5))).toContain('Nog 1 minuut.');
  });

  it('offers no change once the time for it is over, or the words are gone', () => {
    expect(fillPage(built, said(), after(16))).toContain('te laat');
    expect(fillPage(built, said(), after(16))).not.toContain('minuten.</p>');
    const gone = fillPage(built, said({ status: 'withdrawn', words: '', html: '' }), after(1));
    expect(gone).not.toContain('data-when="editable"');
    expect(gone).not.toContain('te laat');
  });

  it('leads to where a published reaction stands, in its own language', () => {
    const html = fillPage(built, said({ status: 'published', language: 'en' }), after(1));
    expect(html).toContain('href="/en/cases/sla/#stem-r-29kq4mx9"');
  });

  it('is no less empty for the next reader', () => {
    fillPage(built, { page: 'speak', values: { words: 'Van mij.', name: 'Jo' }, problems: [] });
    const next = fillPage(built, { page: 'speak', values: {}, problems: [] });
    expect(next).not.toMatch(/Van mij|Jo/);
    expect(next).toContain('id="lead"');
  });

  it('says in which language the words are', () => {
    expect(fillPage(built, said({ language: 'en' }))).toContain(
      '<div data-html="words" lang="en">',
    );
  });

  it('tells why something was refused', () => {
    const html = fillPage(built, { page: 'refused', refusal: 'other-site', values: {} });
    expect(html).toContain('Dit kwam van elders.');
  });

  it('gives words back also when the page was built without a single sentence', () => {
    const bare = '<form data-talk><textarea name="words"></textarea></form>';
    const problems = [{ field: 'words', problem: 'too-long' }] as const;
    const html = fillPage(bare, {
      page: 'speak',
      values: { words: 'Nee.' },
      problems: [...problems],
    });
    expect(html).toContain('Nee.</textarea>');
  });

  it('leaves nothing in the page that is not true', () => {
    const html = fillPage(built, { page: 'said', values: {}, problems: [] });
    expect(html).not.toMatch(/ hidden(?!"|=""\s*><\/(p|span)>)[^>]*data-when/);
    expect(html).not.toContain('data-when');
  });
});

describe('what a reader sent', () => {
  /** Everything that is markup in a page, and no text or value. */
  const toShape = (html: string): string[] =>
    findElements(parse(html), () => true).map(
      (element) =>
        `${element.tagName} ${element.attrs
          .map(({ name }) => name)
          .filter((name) => !['checked', 'selected', 'value'].includes(name))
          .sort()
          .join(' ')}`,
    );
  const words = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }));

  it('never becomes markup, whatever it is', () => {
    const names = ['words', 'name', 'needs', 'stance', 'subject', 'role', 'key', 'on', 'to'];
    const calm = (values: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value.trim() && 'x']),
      );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), words), fc.string(), (values, field) => {
        const page = (given: Record<string, string>, name: string): Page => ({
          page: 'speak',
          values: given,
          problems: [{ field: `-${name}`, problem: 'unexpected' }],
        });
        expect(toShape(fillPage(built, page(values, field)))).toEqual(
          toShape(fillPage(built, page(calm(values), 'x'))),
        );
      }),
    );
  });

  it('is given back sign for sign, as a browser reads it', () => {
    const plain = words.map((text) =>
      text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\0', ''),
    );
    fc.assert(
      fc.property(plain, plain, (text, name) => {
        const html = fillPage(built, {
          page: 'speak',
          values: { words: text, name },
          problems: [],
        });
        const found = (tag: string, id: string) =>
          findElements(
            parse(html),
            (element) => element.tagName === tag && getAttribute(element, 'id') === id,
          )[0];
        const [area, input] = [found('textarea', 't-words'), found('input', 't-name')];
        expect(area && toTextOf(area)).toBe(text);
        expect(input && getAttribute(input, 'value')).toBe(name);
      }),
    );
  });

  it('that was cleaned stands in the page as it was cleaned', () => {
    const html = fillPage(
      built,
      said({ html: '<p>1 &lt; 2 <a href="https://a.example/?b&amp;c" rel="nofollow">x</a></p>' }),
      start,
    );
    expect(html).toContain(
      '<p>1 &lt; 2 <a href="https://a.example/?b&amp;c" rel="nofollow">x</a></p>',
    );
    expect(findElements(parse(html), (element) => hasAttribute(element, 'data-html'))).toHaveLength(
      1,
    );
  });
});
