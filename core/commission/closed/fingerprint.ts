/** The prime of FNV-1a over 64 bits is 2^40 + this. */
const PRIME_LOW = 0x1b3;
const TWO_32 = 4294967296;

/**
 * FNV-1a over 64 bits of the text's UTF-8, as 16 hexadecimal digits: shows that closed rows were changed by mistake
 * or on the sly. The state is kept as two halves of 32 bits, so that long texts need no big integers.
 */
export function fingerprint(text: string): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  const { bytes, length } = bytesOf(text);
  for (let at = 0; at < length; at += 1) {
    const mixed = (low ^ (bytes[at] ?? 0)) >>> 0;
    const product = mixed * PRIME_LOW;
    low = product >>> 0;
    high = (high * PRIME_LOW + (product - low) / TWO_32 + ((mixed << 8) >>> 0)) >>> 0;
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}

/** The text as UTF-8, in the beginning of an array that is long enough. */
function bytesOf(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  const put = (byte: number): void => {
    bytes[length] = byte;
    length += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code < 0x80) {
      put(code);
      continue;
    }
    if (code < 0x800) put(0xc0 | (code >> 6));
    else if (code < 0x10000) put(0xe0 | (code >> 12));
    else {
      put(0xf0 | (code >> 18));
      put(0x80 | ((code >> 12) & 63));
      // The second half of a pair.
      at += 1;
    }
    if (code >= 0x800) put(0x80 | ((code >> 6) & 63));
    put(0x80 | (code & 63));
  }
  return { bytes, length };
}
