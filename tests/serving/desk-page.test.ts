import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { DeskItem, DeskReply, DeskView } from '../../src/discussion/desk-asked.ts';
import { toDeskFacts } from '../../src/serving/desk-facts.ts';
import { fillWith } from '../../src/serving/fill-page.ts';
import { noSentences, type Sentences } from '../../src/serving/page-facts.ts';
import { findElements, getAttribute } from '../../src/serving/page-tree.ts';
import { deskNl } from '../../src/words/desk.nl.ts';
import { after, start } from '../discussion/drafts.ts';
import { hostile } from '../discussion/hostile.ts';

const sentences: Sentences = {
  ...noSentences,
  stances: { insight: 'Ik zie het anders', recognition: 'Ik herken dit' },
  places: { 'cases/sla': 'Samenwerken', 'cases/sla#check-in': 'Check-in' },
  desk: { ...deskNl.sentences, rungs: { found: 'Gevonden' } },
};

const built = `<!doctype html><html><head><title>Wachtrij</title></head><body>
<p data-unless="served" id="bare">leeg</p>
<div data-when="told" data-focus tabindex="-1" hidden><p data-when="done" data-text="done" hidden></p>
  <ul data-when="failed" hidden><li data-each="failed" hidden><b data-text="why"></b></li></ul></div>
<form data-talk data-unless="in"><input name="name"><input name="password" type="password"></form>
<p data-when="queue" id="count" hidden><b data-text="count"></b> <i data-text="oldest"></i></p>
<article data-each="chosen" hidden><h2 data-text="stance"></h2><p id="p"><i data-text="before"></i><mark data-when="marked" data-text="mark" hidden></mark><i data-text="after"></i></p>
  <b data-when="dissent" hidden>nee</b><div data-html="words"></div><i data-text="name"></i></article>
<ol><li data-each="waiting" data-set="id:anchor" hidden>
  <b data-when="dissent" hidden>nee</b><a data-when="other" data-link="one" href="/" hidden><i data-text="excerpt"></i></a>
  <form data-talk><input type="hidden" name="proof" data-fill><input type="hidden" name="pick" data-set="value:ref"></form></li></ol>
<section data-each="found" hidden><h3 data-text="place"></h3><select><option data-each="steps" data-set="value:step" data-text="title" hidden></option></select></section>
<script type="application/json" data-sentences>${JSON.stringify(sentences)}</script></body></html>`;

const member = { id: 'a', name: 'sanne', role: 'owner' as const, made: start.toISOString() };
const head = { member, proof: 'bewijs' };

const toItem = (changes: Partial<DeskItem> = {}): DeskItem => ({
  ...{ id: 'r-een', ref: 'r-een@1@0', status: 'pending', version: 1, rulings: 0 },
  ...{ subject: 'cases/sla#check-in', language: 'nl', stance: 'insight', wasPublished: false },
  ...{ sent: start.toISOString(), editableUntil: after(15).toISOString() },
  ...{ words: 'Bij <b>ons</b> niet', html: '<p>Bij <b>ons</b> niet</p>' },
  ...changes,
});

const fill = (view: DeskView, told: Extract<DeskReply, { kind: 'page' }>['told'] = {}) => {
  const html = fillWith(built, (brought) =>
    toDeskFacts({ view, told, language: 'nl' }, brought, after(60 * 31)),
  );
  const document = parse(html);
  const text = (node: object): string =>
    'value' in node
      ? String(node.value)
      : ('childNodes' in node ? (node.childNodes as object[]) : []).map(text).join('');
  const all = (tag: string) => findElements(document, ({ tagName }) => tagName === tag);
  return { html, all, texts: (tag: string) => all(tag).map((each) => text(each).trim()) };
};

describe('a page of the desk', () => {
  it('asks who is not signed in for a name and a password, and brings back the name only', () => {
    const { all, texts } = fill({ view: 'signed-out', name: 'sanne' });
    expect(all('input').map((field) => getAttribute(field, 'value'))).toEqual(['sanne', undefined]);
    expect([texts('article'), texts('li'), texts('section')]).toEqual([[], [], []]);
    expect(texts('p')).toEqual([]);
  });

  it('shows one to decide about, beside the words it answers, and all that wait', () => {
    const answered = { digest: 'x', text: 'Eerst dit. Wat nu? Dan dat.', sentence: 'Wat nu?' };
    const no = toItem({ on: 'Wat nu?', answered, name: 'Noor' });
    const yes = toItem({ id: 'r-twee', ref: 'r-twee@2@1', stance: 'recognition', words: 'Ja' });
    const { all, texts, html } = fill({
      ...{ ...head, view: 'queue', waiting: [no, yes], total: 60, chosen: no, recent: [] },
    });
    expect(texts('p')[0]).toBe('60 wachten. De oudste wacht 31 uur.');
    expect([texts('h2'), texts('mark')]).toEqual([['Ik zie het anders'], ['Wat nu?']]);
    expect(texts('p')).toContain('Eerst dit. Wat nu? Dan dat.');
    expect(html).toContain('<div lang="nl"><p>Bij <b>ons</b> niet</p></div>');
    // What one is, says nothing about the next: only the first is a no.
    expect(all('li').map((item) => getAttribute(item, 'id'))).toEqual([
      'stem-r-een',
      'stem-r-twee',
    ]);
    expect(texts('b').filter((each) => each === 'nee')).toHaveLength(2);
    expect(all('a').map((link) => getAttribute(link, 'href'))).toEqual([
      '/beheer/?id=r-twee#beslis',
    ]);
    const sent = all('input').map((field) => getAttribute(field, 'value'));
    expect(sent).toEqual(['bewijs', 'r-een@1@0', 'bewijs', 'r-twee@2@1']);
    expect(html).not.toContain('data-each');
  });

  it('repeats lists in lists, each with its own', () => {
    const found = [
      { ...toItem({ subject: 'cases/sla' }), steps: ['check-in', 'weg'] },
      { ...toItem(), steps: [] },
    ];
    const view: DeskView = { ...head, view: 'published', found, more: 3, sought: '', recent: [] };
    const { texts, all } = fill(view);
    expect(texts('h3')).toEqual(['Samenwerken', 'Check-in']);
    expect(all('option').map((each) => getAttribute(each, 'value'))).toEqual(['check-in', 'weg']);
    expect(texts('option')).toEqual(['Check-in', 'weg']);
  });

  it('says first what was done and what was not', () => {
    const view: DeskView = { ...head, view: 'queue', waiting: [], total: 0, recent: [] };
    const failed = [{ id: 'r-een', why: 'overtaken' as const }];
    const { html, texts } = fill(view, { done: { what: 'publish', count: 2 }, failed });
    expect(texts('p')[0]).toBe('2 geplaatst. De site wordt bijgewerkt.');
    expect(texts('li')).toEqual([deskNl.sentences.failed.overtaken]);
    expect(html).toContain('autofocus');
  });

  it('makes nothing of what readers send but text, wherever it stands', () => {
    for (const text of hostile.filter((_, index) => index % 3 === 0)) {
      const evil = toItem({
        ...{ id: text, ref: text, words: text, name: text, needs: text, role: text, on: text },
        ...{ answered: { digest: text, text: `${text}${text}` }, subject: text },
      });
      const view: DeskView = {
        ...{ ...head, view: 'queue', waiting: [evil, evil], total: 2, chosen: evil, recent: [] },
      };
      const { all } = fill(view);
      const kinds = ['script', 'img', 'svg', 'iframe', 'style', 'object', 'math', 'base', 'link'];
      expect(kinds.map((kind) => all(kind).length)).toEqual([1, ...kinds.slice(1).map(() => 0)]);
      expect(all('input')).toHaveLength(4);
    }
  });
});
