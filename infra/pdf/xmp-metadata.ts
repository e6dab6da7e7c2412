import { escapeHtml } from '../../domain/escape-html.ts';
import type { PdfObject } from './read-pdf-file.ts';

/** Metadata in XMP with title, language and the claim of PDF/UA-1 (ISO 14289-1), which `npm run test:long` has veraPDF check. */
export const xmpMetadata = (title: string, language: string): PdfObject => {
  const text = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const stream = Buffer.from(text);
  // Not packed: programs that know nothing of PDF look for it.
  return { body: `<</Type/Metadata/Subtype/XML/Length ${stream.length}>>`, stream };
};
