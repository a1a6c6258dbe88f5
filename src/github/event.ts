import { readFileSync } from 'node:fs'

/**
 * Returns the event that started the run, as the runner wrote it down; undefined where that can't be read.
 *
 * @param path value of `GITHUB_EVENT_PATH`, empty where it is not set
 */
export function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return undefined
  }
}
