/** An entry of a zip file, as its central directory describes it. */
export type ZipEntry = {
  /** Ends in `/` for a folder. */
  readonly name: string
  readonly method: 'stored' | 'deflated' | 'other'
  readonly isEncrypted: boolean
  /** Whether it is a symbolic link of Unix. */
  readonly isLink: boolean
  /** CRC-32 of the content. */
  readonly crc: number
  /** Bytes of the content before compression, as the archive claims. */
  readonly size: number
  /** The content as it is stored. */
  readonly packed: Uint8Array
}

// Source: APPNOTE.TXT of PKWARE, sections 4.3.7 (local header), 4.3.12 (central header) and 4.3.16 (end record).
const END = { signature: 0x06054b50, length: 22, count: 10, size: 12, start: 16 }
const CENTRAL = {
  signature: 0x02014b50,
  length: 46,
  system: 5,
  flags: 8,
  method: 10,
  crc: 16,
  packed: 20,
  size: 24,
  name: 28,
  extra: 30,
  comment: 32,
  attributes: 38,
  local: 42,
}
const LOCAL = { signature: 0x04034b50, length: 30, name: 26, extra: 28 }
const MAX_COMMENT = 0xffff
const METHODS: Readonly<Record<number, ZipEntry['method']>> = { 0: 'stored', 8: 'deflated' }
const UNIX = 3
const LINK = 0xa000
const FILE_TYPE = 0xf000

/** Reads the central directory of a zip file; returns undefined if it is damaged or not a zip file. */
export function readZipDirectory(zip: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  try {
    return readEntries(zip, view)
  } catch {
    // The view refuses every place that lies outside of the file.
  }
  return undefined
}

function readEntries(zip: Uint8Array, view: DataView): readonly ZipEntry[] | undefined {
  const end = findEnd(view)
  if (end === undefined) return undefined
  const start = view.getUint32(end + END.start, true)
  if (start + view.getUint32(end + END.size, true) > end) return undefined
  const entries: ZipEntry[] = []
  let at = start
  for (let count = view.getUint16(end + END.count, true); count > 0; count -= 1) {
    const entry = readEntry(zip, view, at)
    if (entry === undefined) return undefined
    entries.push(entry)
    at += CENTRAL.length + lengthsAt(view, at, [CENTRAL.name, CENTRAL.extra, CENTRAL.comment])
  }
  return entries
}

// The end record comes last: only a comment may follow it.
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END.length
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at
  }
  return undefined
}

function readEntry(zip: Uint8Array, view: DataView, at: number): ZipEntry | undefined {
  if (view.getUint32(at, true) !== CENTRAL.signature) return undefined
  const local = view.getUint32(at + CENTRAL.local, true)
  if (view.getUint32(local, true) !== LOCAL.signature) return undefined
  const name = bytesAt(zip, at + CENTRAL.length, view.getUint16(at + CENTRAL.name, true))
  const localName = bytesAt(zip, local + LOCAL.length, view.getUint16(local + LOCAL.name, true))
  // With two names, a reader that trusts one header sees a different file than a reader that trusts the other.
  if (name.length !== localName.length || name.some((byte, index) => byte !== localName[index]))
    return undefined
  const content = local + LOCAL.length + lengthsAt(view, local, [LOCAL.name, LOCAL.extra])
  const mode = view.getUint16(at + CENTRAL.attributes + 2, true)
  return {
    name: new TextDecoder().decode(name),
    method: METHODS[view.getUint16(at + CENTRAL.method, true)] ?? 'other',
    isEncrypted: (view.getUint16(at + CENTRAL.flags, true) & 1) === 1,
    isLink: view.getUint8(at + CENTRAL.system) === UNIX && (mode & FILE_TYPE) === LINK,
    crc: view.getUint32(at + CENTRAL.crc, true),
    size: view.getUint32(at + CENTRAL.size, true),
    packed: bytesAt(zip, content, view.getUint32(at + CENTRAL.packed, true)),
  }
}

function lengthsAt(view: DataView, at: number, fields: readonly number[]): number {
  return fields.reduce((sum, field) => sum + view.getUint16(at + field, true), 0)
}

function bytesAt(zip: Uint8Array, from: number, length: number): Uint8Array {
  const bytes = zip.subarray(from, from + length)
  // As the view does; an array only cuts.
  if (bytes.length !== length) throw new RangeError()
  return bytes
}
