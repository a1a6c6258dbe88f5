import { describe, expect, it } from '@jest/globals'

import { problemText } from '../../../src/github/summary/summary-style.ts'

describe('problemText', () => {
  it('leaves the request id clean, so that it can be copied', () => {
    const id = '0123456789abcdef0123456789abcdef'
    const { markdown } = problemText(`STS gave no key (HTTP 403, request ${id}). Check it.`, 500)
    expect(markdown).toBe(`STS gave no key (HTTP 403, request <code>${id}</code>). Check it.`)
  })

  it.each(['nothing of that kind', 'a request that failed', 'request <b>'])(
    'writes %j as it is read',
    (text) => {
      expect(problemText(text, 500).markdown).toBe(text.replace('<', '&lt;').replace('>', '&gt;'))
    },
  )

  it('cuts a text that is too long', () => {
    expect(problemText('abcdef', 4).markdown).toBe('abc…')
  })
})
