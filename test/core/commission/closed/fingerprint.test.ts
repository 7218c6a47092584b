import { fingerprint } from '../../../../core/commission/closed/fingerprint';

/** FNV-1a over 64 bits as it is published, in big integers. */
function published(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text, 'utf8')) state = ((state ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return state.toString(16).padStart(16, '0');
}

describe('a fingerprint', () => {
  it.each([['', 'cbf29ce484222325'], ['a', 'af63dc4c8601ec8c'], ['foobar', '85944171f73967e8']])('of “%s” is the published value', (text, value) => {
    expect(fingerprint(text)).toBe(value);
  });

  it.each(['2026-01\u001f提成\u001e50.05', 'Zoë Müller – 5 €', '🚢 to 🇩🇪', 'ÿ\u0800\uffff', 'x'.repeat(10000)])('of letters of any length and script: %#', (text) => {
    expect(fingerprint(text)).toBe(published(text));
  });
});
