import { describe, expect, it } from '@jest/globals'

import { mapTexts } from '../../../src/core/task/remote-texts.ts'

const SECRET = 'a_secret|1'

describe('mapTexts', () => {
  it('does not change values that are not text', () => {
    const odd = { id: 7, name: null, code: undefined, message: true, detail: [1, null], status: 0 }
    expect(mapTexts(odd, (text) => text.replaceAll(SECRET, '***'))).toStrictEqual(odd)
    expect(mapTexts(null, () => '***')).toBeNull()
  })

  it('changes a status only if it is not documented', () => {
    const texts = { id: 'FAILED', name: 'FAILED', status: 'FAILED' }
    const hidden = { id: '***', name: '***', status: 'FAILED' }
    expect(mapTexts(texts, (text) => text.replaceAll('FAILED', '***'))).toEqual(hidden)
  })
})
