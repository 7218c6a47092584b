import { Inflate } from 'fflate';
import { WorkbookError } from './workbook-error';

/** A part of a package, as the package's list of parts has it. */
interface Entry {
  readonly name: string;
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly isEncrypted: boolean;
}

/** Unpacks a part; never more than `size` bytes, whatever the packed bytes say. Undefined where they cannot be unpacked. */
export type Unpack = (packed: Uint8Array, size: number) => Uint8Array | undefined;

/** The parts of a package: their names, and each unpacked and checked when it is asked for. */
export interface Zip {
  readonly names: readonly string[];
  readonly read: (name: string) => Uint8Array | undefined;
  /** A part as it is packed, to be taken over into another package. */
  readonly raw: (name: string) => { readonly packed: Uint8Array; readonly method: number; readonly crc: number; readonly size: number } | undefined;
}

/** A part larger than this is not read: a sheet of 300,000 rows and 25 columns is smaller. */
const LARGEST_PART = 400 * 2 ** 20;
/** Cells of a sheet shrink to a twentieth; what shrinks far more is nothing but padding. */
const LARGEST_RATIO = 150;
const SMALL_PART = 16 * 2 ** 20;
const [STORED, DEFLATED] = [0, 8];
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

/** Opens a package; undefined where the bytes are none. */
export function openZip(bytes: Uint8Array, unpack: Unpack = unpackBounded): Zip | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries = new Map(entriesOf(view, end).map((entry) => [entry.name, entry]));
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name) ?? entries.get(sameName(name, entries.keys()));
      return entry && readEntry(view, bytes, entry, unpack);
    },
    raw: (name) => {
      const entry = entries.get(name);
      return entry && { packed: packedBytes(view, bytes, entry), method: entry.method, crc: entry.crc, size: entry.size };
    },
  };
}

/** Names of parts are the same in any case. */
function sameName(name: string, names: Iterable<string>): string {
  const wanted = name.toLowerCase();
  for (const one of names) if (one.toLowerCase() === wanted) return one;
  return '';
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - 66000; at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function entriesOf(view: DataView, end: number): Entry[] {
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  for (let index = 0; index < count && at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL; index += 1) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    if (at + 46 + nameLength + extraLength > view.byteLength) break;
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)).replaceAll('\\', '/');
    entries.push({
      name,
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      ...longSizes(view, at),
    });
    at += 46 + nameLength + extraLength + noteLength;
  }
  return entries;
}

/** Sizes that some writers keep in a field of 64 bits though they would fit (ZIP64). */
function longSizes(view: DataView, entry: number): Partial<Record<'size' | 'packed' | 'offset', number>> {
  const wanted = ([['size', 24], ['packed', 20], ['offset', 42]] as const).filter(([, offset]) => view.getUint32(entry + offset, true) === 0xffffffff);
  const first = entry + 46 + view.getUint16(entry + 28, true);
  const last = first + view.getUint16(entry + 30, true);
  for (let at = first; wanted.length > 0 && at + 4 <= last; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1 || at + 4 + wanted.length * 8 > view.byteLength) continue;
    return Object.fromEntries(wanted.map(([key], index) => [key, Number(view.getBigUint64(at + 4 + index * 8, true))]));
  }
  return {};
}

function readEntry(view: DataView, bytes: Uint8Array, entry: Entry, unpack: Unpack): Uint8Array {
  const { name, packed, size, method, crc } = entry;
  if (entry.isEncrypted) throw new WorkbookError(`${name} is locked with a password. / ${name} 已用密码加密。`);
  if (size > LARGEST_PART || (size > SMALL_PART && size > packed * LARGEST_RATIO)) throw new WorkbookError(`${name} would unpack to ${Math.round(size / 2 ** 20)} MB, which no sheet of a team has: it is not read. / ${name} 解压后有 ${Math.round(size / 2 ** 20)} MB，超出正常工作簿，不予读取。`);
  const raw = packedBytes(view, bytes, entry);
  const deflated = method === DEFLATED ? unpack(raw, size) : undefined;
  const part = method === STORED ? raw : deflated;
  if (part?.length !== size || crc32(part) !== crc) throw damaged(name);
  return part;
}

function packedBytes(view: DataView, bytes: Uint8Array, { name, offset, packed }: Entry): Uint8Array {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged(name);
  return bytes.subarray(start, start + packed);
}

function damaged(name: string): WorkbookError {
  return new WorkbookError(`${name} is damaged: its checksum or its length does not fit. Take an undamaged copy of the file. / ${name} 已损坏（校验或长度不符），请换用完好的文件。`);
}

const CHUNK = 65536;

/** Unpacks in pieces and stops as soon as there is more than was announced. */
export function unpackBounded(packed: Uint8Array, size: number): Uint8Array | undefined {
  const made = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= size) made.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= size; at += CHUNK) inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch {
    return undefined;
  }
  return length === size ? made : undefined;
}

const TABLES = crcTables();

function crcTables(): readonly Int32Array[] {
  const tables = Array.from({ length: 4 }, () => new Int32Array(256));
  const [first = new Int32Array(256)] = tables;
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    first[byte] = crc;
  }
  for (let table = 1; table < 4; table += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      const before = tables[table - 1]?.[byte] ?? 0;
      (tables[table] ?? first)[byte] = (before >>> 8) ^ (first[before & 255] ?? 0);
    }
  }
  return tables;
}

/** CRC-32 as ZIP has it, four bytes a step. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES as readonly [Int32Array, Int32Array, Int32Array, Int32Array];
  let crc = -1;
  let at = 0;
  for (const last = bytes.length - 3; at < last; at += 4) {
    crc ^= (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
    crc = (t3[crc & 255] as number) ^ (t2[(crc >>> 8) & 255] as number) ^ (t1[(crc >>> 16) & 255] as number) ^ (t0[crc >>> 24] as number);
  }
  for (; at < bytes.length; at += 1) crc = (t0[(crc ^ (bytes[at] as number)) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
