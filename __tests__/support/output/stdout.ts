import { EOL } from 'node:os'

import { jest } from '@jest/globals'

/** Keeps the text written to standard output until `jest.restoreAllMocks`, and returns the lines written so far. */
export function captureStdout(): () => readonly string[] {
  const chunks: string[] = []
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk))
    return true
  })
  return () => {
    const text = chunks.join('')
    return text === '' ? [] : text.replace(new RegExp(`${EOL}$`), '').split(/\r\n|\r|\n/)
  }
}
