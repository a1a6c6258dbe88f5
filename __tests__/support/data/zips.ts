import { crc32 } from 'node:zlib'

/** An entry of a zip file that is made for a test; fields that are absent get valid values. */
export type RawEntry = {
  readonly name: string
  readonly content?: string | Uint8Array
  /** Name in the local header. */
  readonly localName?: string
  readonly method?: number
  readonly flags?: number
  /** Mode of Unix. */
  readonly mode?: number
  /** The system that wrote the entry; 3, Unix, if absent. */
  readonly system?: number
  readonly crc?: number
  readonly size?: number
}

/** Writes a zip file of stored entries, byte by byte, so that a test can lie in any of its fields. */
export function rawZip(entries: readonly RawEntry[], comment = ''): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const { local, central } = records(entry, at)
    locals.push(local)
    centrals.push(central)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return new Uint8Array(Buffer.concat([...locals, directory, end, Buffer.from(comment)]))
}

function records(entry: RawEntry, at: number): { readonly local: Buffer; readonly central: Buffer } {
  const { name, localName = name, content = '', method = 0, flags = 0, mode = 0, system = 3 } = entry
  const bytes = Buffer.from(content)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(method, 4)
  common.writeUInt32LE(entry.crc ?? crc32(bytes), 10)
  common.writeUInt32LE(bytes.length, 14)
  common.writeUInt32LE(entry.size ?? bytes.length, 18)
  const local = Buffer.from(common)
  local.writeUInt16LE(Buffer.byteLength(localName), 22)
  const central = Buffer.alloc(16)
  central.writeUInt32LE((mode << 16) >>> 0, 8)
  central.writeUInt32LE(at, 12)
  common.writeUInt16LE(Buffer.byteLength(name), 22)
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004'), local, Buffer.from(localName), bytes]),
    central: Buffer.concat([
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, system]),
      common,
      central.subarray(2),
      Buffer.from(name),
    ]),
  }
}
