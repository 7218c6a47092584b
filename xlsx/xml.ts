/** Text as XML has it; control characters are not allowed in XML at all. */
export function escapeXml(text: string): string {
  return text.replace(/[\p{Cc}]/gu, (control) => (control === '\n' || control === '\t' ? control : '')).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

export function unescapeXml(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
}
