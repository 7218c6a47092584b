import { deflateSync } from 'fflate';
import { crc32 } from './zip';

/** A part to be written: its bytes, or the packed bytes of another package that are taken over as they are. */
export type PartToWrite =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly packed: Uint8Array; readonly method: number; readonly crc: number; readonly size: number };

interface Packed {
  readonly name: Uint8Array;
  readonly packed: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22];
const [VERSION, UTF8_NAMES, FIRST_DAY] = [20, 0x0800, 0x0021];

/** A package of parts in their order. What nobody changed is neither unpacked nor packed again. */
export function writeZip(parts: readonly PartToWrite[]): Uint8Array {
  let offset = 0;
  const entries = parts.map((part): Packed => {
    const name = new TextEncoder().encode(part.name);
    const made = 'packed' in part ? part : { packed: deflateSync(part.bytes, { level: 6 }), method: 8, crc: crc32(part.bytes), size: part.bytes.length };
    const entry = { name, packed: made.packed, method: made.method, crc: made.crc, size: made.size, offset };
    offset += LOCAL_SIZE + name.length + made.packed.length;
    return entry;
  });
  const directory = entries.reduce((total, { name }) => total + CENTRAL_SIZE + name.length, 0);
  const bytes = new Uint8Array(offset + directory + END_SIZE);
  const view = new DataView(bytes.buffer);
  let at = offset;
  for (const entry of entries) {
    writeLocal(view, bytes, entry);
    at = writeCentral(view, bytes, entry, at);
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, directory, true);
  view.setUint32(at + 16, offset, true);
  return bytes;
}

function writeLocal(view: DataView, bytes: Uint8Array, entry: Packed): void {
  const { offset, name, packed } = entry;
  view.setUint32(offset, LOCAL, true);
  writeFacts(view, offset + 4, entry);
  bytes.set(name, offset + LOCAL_SIZE);
  bytes.set(packed, offset + LOCAL_SIZE + name.length);
}

function writeCentral(view: DataView, bytes: Uint8Array, entry: Packed, at: number): number {
  view.setUint32(at, CENTRAL, true);
  view.setUint16(at + 4, VERSION, true);
  writeFacts(view, at + 6, entry);
  view.setUint32(at + 42, entry.offset, true);
  bytes.set(entry.name, at + CENTRAL_SIZE);
  return at + CENTRAL_SIZE + entry.name.length;
}

/** What both lists say of a part. */
function writeFacts(view: DataView, at: number, { name, packed, method, crc, size }: Packed): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, FIRST_DAY, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}
