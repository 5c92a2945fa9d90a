import { describe, expect, it } from 'vitest';
import { readXml, type XmlElement } from '../../src/discussion/carry/xml.ts';

const reading = { inside: ['rss', 'channel'], texts: new Set(['title']) };

async function* inPieces(text: string | Uint8Array, size = 7) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(text: string | Uint8Array, loose: number[] = []): Promise<XmlElement[]> {
  const elements: XmlElement[] = [];
  const told = { ...reading, onLooseSign: (line: number) => loose.push(line) };
  for await (const element of readXml(inPieces(text), told)) elements.push(element);
  return elements;
}

const rss = (inside: string) => `<rss><channel>${inside}</channel></rss>`;

describe('a file of somebody else in XML', () => {
  it('is read a piece at a time, whatever the pieces are', async () => {
    const [item] = await read(
      rss(
        '<item a="é">\n<title>één &amp; <![CDATA[<b>twee</b>]]>&#8217;s</title><rest>x</rest></item>',
      ),
    );
    expect(item).toMatchObject({
      ...{ name: 'item', attributes: { a: 'é' }, line: 1 },
      children: [
        { name: 'title', text: 'één & <b>twee</b>’s', line: 2 },
        { name: 'rest', text: '' },
      ],
    });
  });

  it('may hold a loose & or a sign of HTML, as exports do', async () => {
    const loose: number[] = [];
    const [item] = await read(rss('<item>\n<title>R&D &euro; a=1&b=2</title></item>'), loose);
    expect(item?.children[0]?.text).toBe('R&D € a=1&b=2');
    expect(loose).toEqual([2, 2]);
  });

  it.each([
    [
      'that grows',
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
      '<title>&b;</title>',
    ],
    [
      'that fetches',
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<title>&x;</title>',
    ],
    ['of elsewhere', '<!DOCTYPE rss SYSTEM "https://elders.invalid/a.dtd">', ''],
  ])('defines no entity %s', async (_what, doctype, inside) => {
    await expect(read(`${doctype}${rss(`<item>${inside}</item>`)}`)).rejects.toThrow(
      /^Line 1, column \d+: expected no document type; found <!DOCTYPE/,
    );
  });

  it.each([
    ['<rss><channel><item>', /^Line 1, column \d+: expected the rest of the file; found its end/],
    ['<rss>', /expected <channel>; found the end of the file/],
    ['', /expected <rss>; found the end of the file/],
    ['<html>', /^Line 1, column \d+: expected <rss>; found “<html>”/],
    [
      '{"a": 1}',
      /^Line 1, column \d+: expected well-formed XML; found “Non-whitespace before first tag/,
    ],
    [
      rss('<item>\n</title></item>'),
      /^Line 2, column \d+: expected well-formed XML; found “Unexpected close/,
    ],
    [
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss/>',
      /expected a file in UTF-8; found “ISO-8859-1”/,
    ],
    [rss(`<item>${'<a>'.repeat(50)}`), /expected at most 40 elements in each other/],
    [
      rss(`<item ${Array.from({ length: 80 }, (_, n) => `a${n}="x"`).join(' ')}/>`),
      /expected fewer attributes/,
    ],
  ])('says where it goes wrong and what was expected (%#)', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('says that its bytes are no text', async () => {
    const bytes = Buffer.concat([Buffer.from('<rss>\n<channel>'), Buffer.from([0xe9, 0x20])]);
    await expect(read(bytes)).rejects.toThrow('Line 2: expected text in UTF-8');
  });

  it('is let go of long before one value of it fills the memory', async () => {
    let given = 0;
    async function* endless() {
      yield Buffer.from('<rss><channel><item a="');
      for (; given < 1_000_000_000; given += 65_536)
        yield await Promise.resolve(Buffer.alloc(65_536, 'a'));
    }
    const all = async () => {
      for await (const element of readXml(endless(), reading)) expect(element).toBeUndefined();
    };
    await expect(all()).rejects.toThrow(
      /^Line 1, column \d+: expected well-formed XML; found “Max buffer length exceeded/,
    );
    expect(given).toBeLessThan(1_000_000);
  });
});
