import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

/** @import { Fault } from '../types.d.ts' */

// One MiB more than the client may accept, once it is decoded (docs/reference.md, "Polling").
const BOMB_BYTES = 9 * 1024 * 1024

/**
 * @param {string} encoding
 * @param {(body: string) => Buffer | string} bytesOf
 * @returns {Fault}
 */
function encoded(encoding, bytesOf) {
  return ({ response, headers, status, body }) => {
    const bytes = bytesOf(body)
    const length = String(Buffer.byteLength(bytes))
    response.writeHead(status, { ...headers, 'content-encoding': encoding, 'content-length': length })
    response.end(bytes)
  }
}

/** @param {Buffer} bytes */
function cut(bytes) {
  return bytes.subarray(0, -10)
}

/**
 * Answers in an encoding that the client did not ask for.
 * @satisfies {Record<string, Fault>}
 */
export const encodingFaults = {
  gzip: encoded('gzip', gzipSync),
  deflate: encoded('deflate', deflateSync),
  // Some servers leave out the header that RFC 9110 asks for.
  'deflate-raw': encoded('deflate', deflateRawSync),
  br: encoded('br', brotliCompressSync),
  'gzip-cut': encoded('gzip', (body) => cut(gzipSync(body))),
  // The answer is complete, but only claims to be compressed.
  'gzip-false': encoded('gzip', (body) => body),
  'gzip-bomb': encoded('gzip', (body) => gzipSync(body.padEnd(BOMB_BYTES))),
  'encoding-unknown': encoded('zstd', (body) => body),
}

/** The answers that a client can read. */
export const READABLE_ENCODINGS = ['gzip', 'deflate', 'deflate-raw', 'br']
/** The answers that no retry makes readable. */
export const UNREADABLE_ENCODINGS = ['gzip-bomb', 'encoding-unknown']
