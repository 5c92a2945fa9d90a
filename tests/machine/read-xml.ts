import { parser } from 'sax';

/** An element of an XML document, with the text directly in it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Reads XML strictly and gives its elements in order; throws when it is not well-formed. */
export function readXml(xml: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const reader = parser(true);
  const addText = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  reader.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  };
  reader.onclosetag = () => open.pop();
  reader.ontext = addText;
  reader.oncdata = addText;
  reader.onerror = (error) => {
    throw error;
  };
  reader.write(xml).close();
  return elements;
}
