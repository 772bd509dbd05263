import { xmlText } from './xml-text.ts';

/** Where a file comes from. */
export interface Origin {
  readonly company: string;
  /** Who made it. */
  readonly person: string;
  readonly at: Date;
  /** The same in words, on the person's own clock. */
  readonly time: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The properties of a document, by the parts of the package that hold them. */
export function propertiesXml({ company, person, at, time }: Origin): Readonly<Record<string, string>> {
  const instant = at.toISOString().replace(/\.\d+/, '');
  const said = xmlText([company, person, time].join(' · '));
  return {
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>${xmlText(person)}</dc:creator><dc:description>${said}</dc:description><cp:lastModifiedBy>${xmlText(person)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created></cp:coreProperties>`,
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Guanxi</Application><Company>${xmlText(company)}</Company></Properties>`,
  };
}

/** Printed at the foot of every page. Excel takes `&` for the start of a code, and no more than 255 characters. */
export function footerXml({ company, person, time }: Origin): string {
  const said = `${company.slice(0, 100)} · ${person.slice(0, 60)} · ${time}`.toWellFormed();
  return `<headerFooter><oddFooter>${xmlText(`&L${said.replaceAll('&', '&&')}&R&P / &N`)}</oddFooter></headerFooter>`;
}
