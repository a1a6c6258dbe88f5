import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

/** A complete body as text, or why there is none. */
export type Body =
  | { readonly kind: 'complete'; readonly text: string }
  | { readonly kind: 'unusable'; readonly cause: Unusable }

type Unusable = { readonly reason: 'cut' | 'too-large' | 'unknown-encoding'; readonly detail?: string }

/** Limits how many bodies larger than 64 KiB are read at the same time. */
export type LargeBodies = {
  /** Calls back when the body may be read on. */
  readonly enter: (onTurn: () => void) => void
  /** Ends the turn, or the wait for it, that `enter` began with the same callback. */
  readonly leave: (onTurn: () => void) => void
}

// Decoded; an answer of the service is far smaller (docs/reference.md, "Polling").
const MAX_BODY_BYTES = 8 * 1024 * 1024
const SMALL_BODY_BYTES = 64 * 1024
// 64 MiB together.
const MAX_LARGE_BODIES = 8
const MAX_NAME_LENGTH = 40

/** Creates the limit that the attempts of one transport share: 8 large bodies at a time, first come, first served. */
export function createLargeBodies(): LargeBodies {
  const reading = new Set<() => void>()
  const waiting = new Set<() => void>()
  return {
    enter(onTurn) {
      if (reading.size < MAX_LARGE_BODIES) {
        reading.add(onTurn)
        onTurn()
      } else waiting.add(onTurn)
    },
    leave(onTurn) {
      waiting.delete(onTurn)
      if (!reading.delete(onTurn)) return
      const [next] = waiting
      if (next === undefined) return
      waiting.delete(next)
      reading.add(next)
      next()
    },
  }
}

/**
 * Reads and decodes the body of a response, at most 8 MiB. Calls back once, and destroys the decoder when the response
 * is closed.
 */
export function readBody(
  response: IncomingMessage,
  largeBodies: LargeBodies,
  onBody: (body: Body) => void,
): void {
  // Decoded as it comes: a body in millions of chunks would take gigabytes if they were kept.
  const decoder = new TextDecoder()
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  let source: Readable | undefined
  let text = ''
  let bytes = 0
  let isOver = false

  const resume = (): void => {
    source?.resume()
  }
  const end = (body: Body): void => {
    if (isOver) return
    isOver = true
    largeBodies.leave(resume)
    if (source !== response) source?.destroy()
    onBody(body)
  }
  const fail = (cause: Unusable): void => {
    end({ kind: 'unusable', cause })
  }
  const onError = (error: NodeJS.ErrnoException): void => {
    fail({ reason: 'cut', detail: error.code ?? error.message })
  }
  const complete = (): void => {
    end({ kind: 'complete', text: text + decoder.decode() })
  }
  const take = (chunk: Buffer): void => {
    const wasSmall = bytes <= SMALL_BODY_BYTES
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) {
      fail({ reason: 'too-large' })
      return
    }
    text += decoder.decode(chunk, { stream: true })
    if (!wasSmall || bytes <= SMALL_BODY_BYTES) return
    source?.pause()
    largeBodies.enter(resume)
  }

  response.once('data', (first: Buffer) => {
    const stream = decoded(response, encoding, first)
    if (stream === undefined) {
      fail({ reason: 'unknown-encoding', detail: encoding.slice(0, MAX_NAME_LENGTH) })
      return
    }
    source = stream
    stream.on('error', onError).on('end', complete).on('data', take)
    if (stream === response) take(first)
  })
  response.on('end', () => {
    if (!response.complete) fail({ reason: 'cut' })
    else if (source === undefined) complete()
  })
  response.on('error', onError)
  // The last event if neither end nor error came.
  response.on('close', () => {
    if (!response.readableEnded) fail({ reason: 'cut' })
  })
}

/** Returns the stream of the decoded bytes, which is the response itself if they are not encoded; undefined for an unknown encoding. */
function decoded(response: IncomingMessage, encoding: string, first: Buffer): Readable | undefined {
  if (encoding === 'identity' || encoding === '') return response
  const decoder = decoderFor(encoding, first)
  if (decoder === undefined) return undefined
  decoder.write(first)
  return response.pipe(decoder)
}

function decoderFor(encoding: string, first: Buffer) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      // RFC 9110 means zlib's format, of which 8 is the method; some servers send the bare data.
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
    case 'br':
      return createBrotliDecompress()
    default:
      return undefined
  }
}
