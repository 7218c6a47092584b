/** Where the manifest in the repository says that the add-in is served: a developer's own machine. */
export const DEVELOPMENT_URL = 'https://localhost:3000';

/** The manifest for a folder hosted at a base URL; a folder below the host's root is fine. */
export function manifestFor(template: string, baseUrl: string): string {
  const base = checkedBase(baseUrl);
  return template.replaceAll(DEVELOPMENT_URL, base);
}

/** Office takes https only; a query or a trailing slash would end up in the middle of every address. */
function checkedBase(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`--base-url ${text} is no address: write for example https://addins.example.com/meritsheet. / 不是网址。`);
  }
  if (url.protocol !== 'https:' || url.search !== '' || url.hash !== '') throw new Error(`--base-url ${text} must be https, without ? and #. / 须为 https，且不含 ? 和 #。`);
  return url.href.replace(/\/+$/, '');
}
