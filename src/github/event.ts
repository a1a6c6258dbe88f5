import { readFileSync } from 'node:fs'

/**
 * Returns the payload of the event that started the run; undefined if it can't be read.
 *
 * @param path value of `GITHUB_EVENT_PATH`; empty if it is not set
 */
export function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return undefined
  }
}
