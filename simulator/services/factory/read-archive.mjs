import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const DEFLATED = 8

/**
 * Returns the files of a zip file by their names; throws an error if it cannot be read. It uses no zip library, because the
 * demo runs before anything is installed.
 *
 * @param {Buffer} zip
 */
export function readArchive(zip) {
  let end = zip.length - 22
  while (end > 0 && zip.readUInt32LE(end) !== END) end -= 1
  /** @type {Map<string, string>} */
  const files = new Map()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    const content = zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed
    files.set(zip.toString('utf8', at + 46, nameEnd), content.toString())
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}
